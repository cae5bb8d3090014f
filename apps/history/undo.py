"""Taking back a whole act.  What was changed since by another act stays, and is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from apps.history.changes import Change, changes_of_act, event_models, states, tracked_fields
from apps.history.models import Act

AT_ONCE = 500
CHANGED_LATER = "changed later"
TAKEN = "something else stands in its place or depends on it now, or what it belonged to is gone"
NOT_KEPT = "the history does not keep all of it; import its file again"


@dataclass(slots=True)
class Undone:
    """What an undo did, or would do: the changes taken back, and those left alone, each with the reason."""

    taken_back: list[Change] = field(default_factory=list)
    left: list[tuple[Change, str]] = field(default_factory=list)


def preview_undo(act: Act) -> Undone:
    """What ``undo`` would do this moment: it is done, and rolled back."""
    with transaction.atomic():
        undone = undo(act)
        transaction.set_rollback(True)
    return undone


@transaction.atomic
def undo(act: Act) -> Undone:
    """Bring every row that the act changed back to what it was, where no other act has changed it since.

    Rows that are as they were already are passed over.  The act must not be a machine's.
    """
    with connection.cursor() as cursor:  # a row that does not fit shows when it is written, not at the end
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    undone = Undone()
    waiting: list[Change] = []
    by_model = groupby(changes_of_act(act), key=lambda change: change.model)
    for model, changes in ((model, list(group)) for model, group in by_model):
        now = states(model, [change.pk for change in changes], lock=True)
        for change in changes:
            if now.get(change.pk) == change.before:
                continue
            if now.get(change.pk) != change.after:
                undone.left.append((change, CHANGED_LATER))
            elif change.after is None and not _can_return(model):
                undone.left.append((change, NOT_KEPT))
            else:
                waiting.append(change)
    failed = _write_all(waiting)
    undone.left += [(change, TAKEN) for change in failed]
    out = {id(change) for change in failed}
    undone.taken_back = [change for change in waiting if id(change) not in out]
    return undone


def _can_return(model: type[models.Model]) -> bool:
    """Whether a deleted row can be made again from its tracked fields."""
    tracked = tracked_fields(model)
    rest = [column for column in model._meta.concrete_fields if column not in tracked]
    return all(column.null or column.has_default() or getattr(column, "auto_now_add", False) for column in rest)


def _write_all(waiting: list[Change]) -> list[Change]:
    """Write what can be written, again and again while that makes room for more; returns the rest."""
    while waiting:
        failed = [change for chunk in _chunks(waiting) for change in _write_chunk(chunk)]
        if len(failed) == len(waiting):
            return failed
        waiting = failed
    return []


def _chunks(changes: list[Change]) -> Iterator[list[Change]]:
    """Changes of one model and one kind, removals first.

    What others point to goes last, and comes back first: marks in a text move when it changes, and are then set right.
    """
    places = {model: place for place, model in enumerate(event_models())}

    def kind(change: Change) -> tuple[int, int]:
        place = places[change.model]
        return (0, -place) if change.before is None else (2, place) if change.after is None else (1, place)

    for _, group in groupby(sorted(changes, key=kind), key=kind):
        same = list(group)
        for start in range(0, len(same), AT_ONCE):
            yield same[start : start + AT_ONCE]


def _write_chunk(chunk: list[Change]) -> list[Change]:
    try:
        with transaction.atomic():
            _write(chunk)
    except IntegrityError:
        return chunk if len(chunk) == 1 else [change for one in chunk for change in _write_chunk([one])]
    return []


def _write(chunk: list[Change]) -> None:
    model, first = chunk[0].model, chunk[0]
    if first.before is not None and first.after is None:
        model._base_manager.bulk_create(model(**(change.before or {})) for change in chunk)
        return
    with connection.cursor() as cursor:
        if first.before is None:  # the ORM would take along what others have added to it since
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [[change.pk for change in chunk]])  # noqa: S608
        else:
            cursor.execute(_update_from_events(model), [[change.event for change in chunk]])


def _update_from_events(model: type[models.Model]) -> str:
    """SQL that gives rows the values which the events hold: for thousands, ten times as fast as the ORM."""

    def quote(name: Any) -> str:
        return connection.ops.quote_name(name)

    table, events = quote(model._meta.db_table), quote(event_models()[model]._meta.db_table)
    columns = [quote(column.column) for column in tracked_fields(model) if not column.primary_key]
    values = [f"{column} = was.{column}" for column in columns]
    values += [
        f"{quote(column.column)} = clock_timestamp()"
        for column in model._meta.concrete_fields
        if getattr(column, "auto_now", False)
    ]
    return (
        f"UPDATE {table} SET {', '.join(values)} FROM {events} was"  # noqa: S608
        f" WHERE {table}.id = was.pgh_obj_id AND was.pgh_id = ANY(%s)"
    )
