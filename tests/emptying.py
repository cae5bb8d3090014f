"""How tables are emptied after the tests that commit."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

truncate = DatabaseOperations.sql_flush


def empty_by_deleting() -> None:
    """Have Django's ``flush`` delete the rows, which takes a tenth of what it takes to truncate 50 tables.

    As truncating does, it fires no trigger that looks at rows; a role that may not say so truncates.
    """
    DatabaseOperations.sql_flush = _sql_flush  # type: ignore[method-assign]


def _sql_flush(
    self: Any, style: Any, tables: Sequence[str], *, reset_sequences: bool = False, allow_cascade: bool = False
) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
        if reset_sequences or cursor.fetchone() != (True,):
            return truncate(self, style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade)
    deletes = (f"DELETE FROM {self.quote_name(table)}" for table in tables)
    return ["; ".join(["SET LOCAL session_replication_role = replica", *deletes])]
