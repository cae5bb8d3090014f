"""How tables are emptied in tests: by deleting their few rows, which takes a tenth of what truncating them takes."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.commands import flush
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

truncate = DatabaseOperations.sql_flush

KEPT = {"django_content_type", "auth_permission"}  # the names of models and rights, which no test changes

WITH_THOSE_THAT_REFER = """
WITH RECURSIVE emptied(oid) AS (
    SELECT unnest(%s::regclass[])::oid
    UNION SELECT conrelid FROM pg_constraint JOIN emptied ON confrelid = emptied.oid WHERE contype = 'f'
) SELECT oid::regclass::text FROM emptied
"""
SEQUENCES_FROM_ONE = """
SELECT setval(pg_class.oid, 1, false) FROM pg_depend JOIN pg_class ON pg_class.oid = objid AND relkind = 'S'
WHERE refobjid = ANY(%s::regclass[]) AND deptype IN ('a', 'i')
"""


def flush_by_deleting() -> None:
    """Have Django's ``flush``, which comes after each test that commits, delete all but the names of models and rights.

    To write those again (all that is done after a migration here) took five times as long as to delete the rest.
    """
    DatabaseOperations.sql_flush = _sql_flush  # type: ignore[method-assign]
    flush.emit_post_migrate_signal = lambda *_, **__: None  # type: ignore[attr-defined]


def empty(tables: Iterable[str]) -> None:
    """As ``TRUNCATE tables RESTART IDENTITY CASCADE``."""
    with connection.cursor() as cursor:
        cursor.execute(WITH_THOSE_THAT_REFER, [list(tables)])
        emptied = [table for (table,) in cursor.fetchall()]
        if not _may_delete(cursor):
            cursor.execute(f"TRUNCATE {', '.join(emptied)} RESTART IDENTITY")
            return
        cursor.execute(_delete(emptied))
        cursor.execute(SEQUENCES_FROM_ONE, [emptied])


def _sql_flush(
    self: Any, style: Any, tables: Sequence[str], *, reset_sequences: bool = False, allow_cascade: bool = False
) -> list[str]:
    tables = [table for table in tables if table not in KEPT]
    with connection.cursor() as cursor:
        if reset_sequences or not tables or not _may_delete(cursor):
            return truncate(self, style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade)
    return [_delete(map(self.quote_name, tables))]


def _may_delete(cursor: Any) -> bool:
    """Whether this role may say that no trigger fires: those that look at rows do not when a table is truncated."""
    cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
    return bool(cursor.fetchone()[0])


def _delete(tables: Iterable[str]) -> str:
    deletes = (f"DELETE FROM {table}" for table in tables)
    news = "INSERT INTO search_change (conference) VALUES (NULL)"  # as the trigger says that looks at TRUNCATE
    return "; ".join(["SET session_replication_role = replica", *deletes, "RESET session_replication_role", news])
