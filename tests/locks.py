"""The other users of the test's database, of which some wait for a lock."""

from django.db import connection


def others() -> int:
    """How many are connected besides this process."""
    return _count("TRUE")


def waiting() -> int:
    """How many of them wait for a lock."""
    return _count("wait_event_type = 'Lock'")


def _count(condition: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees what it saw first
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"  # another worker's is not meant
            f" AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND {condition}"
        )
        return int(cursor.fetchone()[0])
