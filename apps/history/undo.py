"""Taking back a whole act.  What was changed since by another act stays, and is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db import IntegrityError, connection, models, transaction

from apps.history.changes import Change, changes_of_act, states, tracked_fields
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
    """Changes of one model and one kind, removals first."""

    def kind(change: Change) -> tuple[int, str]:
        order = 0 if change.before is None else 2 if change.after is None else 1
        return order, change.model._meta.label

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
    model = chunk[0].model
    if chunk[0].before is None:
        table = connection.ops.quote_name(model._meta.db_table)
        with connection.cursor() as cursor:  # the ORM would take along what others have added to it since
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [[change.pk for change in chunk]])  # noqa: S608
        return
    rows = [model(**(change.before or {})) for change in chunk]
    if chunk[0].after is None:
        model._base_manager.bulk_create(rows)
        return
    names = {changed.name for change in chunk for changed in change.fields}
    touched = [column for column in model._meta.concrete_fields if getattr(column, "auto_now", False)]
    for row in rows:
        for column in touched:
            column.pre_save(row, add=False)
    model._base_manager.bulk_update(rows, [*names, *(column.name for column in touched)])
