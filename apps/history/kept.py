"""Whole rows that the database kept when they were deleted, so that an undo can bring them back.

The events of tracked models hold the fields that can be corrected.  A conference has more, its source text above all,
and more belongs to it: that is kept once, when it goes (docs/adr/0009).
"""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db import connection, models

from apps.history.models import Act, KeptRow


def kept_tables(act: Act) -> set[str]:
    """The tables from which the act deleted rows that are kept whole."""
    return set(KeptRow.objects.filter(act=act.pk).values_list("table", flat=True).distinct())


def restore(model: type[models.Model], act_id: Any, pks: Collection[int]) -> None:
    """Insert the rows again as they were.  Raises IntegrityError where they do not fit any more."""
    _insert(model, "act_id = %s AND (row ->> 'id')::bigint = ANY(%s)", [act_id, list(pks)])


def restore_around(act: Act, tracked: Collection[type[models.Model]]) -> None:
    """The rest that went with them: rows without a history of their own, where their owner stands again."""
    tables = kept_tables(act)
    for model in apps.get_models():
        if model._meta.db_table in tables and model not in tracked:
            owners = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
            standing = [
                f"EXISTS (SELECT FROM {_quoted(owner.related_model)} WHERE id = (row ->> '{owner.column}')::bigint)"
                for owner in owners
            ]
            _insert(model, " AND ".join(["act_id = %s", *standing]), [act.pk], "ON CONFLICT DO NOTHING")


def _insert(model: type[models.Model], which: str, values: list[Any], unless: str = "") -> None:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column or "") for field in model._meta.concrete_fields)
    values_now = ", ".join(_value(field) for field in model._meta.concrete_fields)
    table = _quoted(model)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) SELECT {values_now} FROM ("  # noqa: S608 - names of our own tables
            f"SELECT (jsonb_populate_record(NULL::{table}, row)).* FROM {_quoted(KeptRow)}"
            f' WHERE "table" = %s AND {which} ORDER BY id) kept {unless}',
            [model._meta.db_table, *values],
        )


def _value(field: Any) -> str:
    """A column of the kept row; what it may name or not, a turn's speaker, only where that is there still."""
    column = f"kept.{connection.ops.quote_name(field.column)}"
    if isinstance(field, models.ForeignKey) and field.null:
        return f"(SELECT id FROM {_quoted(field.related_model)} WHERE id = {column})"  # noqa: S608 - our own names
    return column


def _quoted(model: Any) -> str:
    return connection.ops.quote_name(model._meta.db_table)
