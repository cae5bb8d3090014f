"""Many rows in one statement, the fastest that PostgreSQL and Python have."""

from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice

from django.db import connection, models

AT_ONCE = 5000  # rows that are held as text, and then once more as what is sent


def copy_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Add rows with ``COPY``.  Values are text, numbers, moments, booleans or None; arrays and JSON as text.

    The database gives the ids and checks everything as ever; triggers know the act that ``history.act`` set.
    """
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(model._meta.get_field(field).column)) for field in fields)  # type: ignore[union-attr]
    lines = ("\t".join(map(_as_text, row)) + "\n" for row in rows)
    with connection.cursor() as cursor:
        while some := "".join(islice(lines, AT_ONCE)):
            cursor.copy_expert(f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN", StringIO(some))


def update_rows(rows: Sequence[models.Model], fields: Iterable[str]) -> None:
    """As ``bulk_update`` does, in a tenth of its time: it compiles an expression for each field of each row."""
    meta, quote = rows[0]._meta, connection.ops.quote_name
    columns = [meta.get_field(field) for field in sorted(fields)]
    names = [quote(str(column.column)) for column in columns]  # type: ignore[union-attr]
    kinds = [column.cast_db_type(connection) for column in columns]  # type: ignore[union-attr]
    first = ", ".join(["%s", *(f"%s::{kind}" for kind in kinds)])
    others = ", ".join(["%s"] * (1 + len(columns)))
    places = "), (".join([first, *[others] * (len(rows) - 1)])
    values = (
        value
        for row in rows
        for value in (
            row.pk,
            *(column.get_db_prep_save(getattr(row, column.attname), connection) for column in columns),  # type: ignore[union-attr]
        )
    )
    table, pk = quote(meta.db_table), quote(str(meta.pk.column))
    now = ", ".join(f"{name} = now.{name}" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {now} FROM (VALUES ({places})) AS now ({', '.join([pk, *names])})"  # noqa: S608
            f" WHERE {table}.{pk} = now.{pk}",
            list(values),
        )


def _as_text(value: object) -> str:
    if value is None:
        return "\\N"
    text = str(value)
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
