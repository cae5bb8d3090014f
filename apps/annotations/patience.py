"""Rows that others have locked: of an editor or an import and this program, it is always this program that lets go."""

from django.db import OperationalError, connection
from psycopg2.errors import DeadlockDetected, LockNotAvailable

PATIENCE = "500ms"
"""How long to wait for a row that another has locked: less than PostgreSQL needs to see a deadlock."""


def limit_patience(to: str = PATIENCE) -> None:
    """From here to the end of the transaction; ``0`` for as long as it takes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [to])


def is_over(error: OperationalError) -> bool:
    """Whether it was another's lock that ended the statement, so that it is worth beginning again."""
    return isinstance(error.__cause__, LockNotAvailable | DeadlockDetected)
