"""Lines of an archive -> rows of a table."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from apps.archive.carried import carried_fields, rows_path
from apps.archive.errors import ArchiveError

ROWS = 500
BYTES = 4 * 2**20

Numbered = tuple[int, dict[str, Any]]
"""A row by column, with the line it stands on."""
Batch = list[tuple[int, str]]


def insert_rows(model: type[Model], rows: Iterable[Numbered]) -> None:
    """Write the rows, hundreds at a time.  Raises ArchiveError at the first that the database does not take."""
    for batch in _batches(rows):
        try:
            _insert(model, batch)
        except DatabaseError:
            for line, row in batch:
                try:
                    _insert(model, [(line, row)])
                except DatabaseError as error:
                    what = f"the database refuses it: {reason(error)}."
                    raise ArchiveError.at(rows_path(model), line, what) from error
            raise


def _batches(rows: Iterable[Numbered]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for line, row in rows:
        text = json.dumps(row)
        batch.append((line, text))
        size += len(text)
        if len(batch) == ROWS or size > BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _insert(model: type[Model], batch: Batch) -> None:
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = ", ".join(quote(field.column or "") for field in carried_fields(model))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns})"  # noqa: S608 - names of our own tables
            f" SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s)",
            ["[" + ",".join(text for _, text in batch) + "]"],
        )


def reason(error: DatabaseError) -> str:
    """What PostgreSQL says, in one line."""
    diagnosis = getattr(error.__cause__, "diag", None)
    said = [getattr(diagnosis, "message_primary", None) or str(error), getattr(diagnosis, "message_detail", None)]
    return "; ".join(text.strip().rstrip(".") for text in said if text).partition("\n")[0]


def broken_link(error: DatabaseError) -> tuple[str, dict[str, str]] | None:
    """Table and columns that the database names when rows do not fit each other: ``Key (turn_id)=(7) is not …``."""
    diagnosis = getattr(error.__cause__, "diag", None)
    found = re.match(r"Key \((.+?)\)=\((.+?)\) ", getattr(diagnosis, "message_detail", None) or "")
    if not found:
        return None
    columns, values = (group.replace('"', "").split(", ") for group in found.groups())
    return diagnosis.table_name, dict(zip(columns, values, strict=False))  # type: ignore[union-attr]
