"""Taking back a whole act.  What was changed since by another act stays, and is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from apps.history.changes import Change, changes_of_act, changes_of_row, event_models, states, tracked_fields
from apps.history.fields import divided, is_as_added
from apps.history.kept import kept_tables, restore, restore_around
from apps.history.locking import atomic_again, keep_in_place
from apps.history.models import Act
from apps.history.signals import act_undone, removing
from apps.history.whole import groups, touched

AT_ONCE = 500
CHANGED_LATER = "changed later"
TAKEN = "something else stands in its place or depends on it now, or what it belonged to is gone"
NOT_KEPT = "it was deleted before the history kept all of it; import its file again"


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


@atomic_again
def undo(act: Act) -> Undone:
    """Bring every field that the act changed back to what it was, where no other act has changed it since.

    A field that follows its source, or did so before, comes back as the source has it by now.  What is as it was
    already is passed over.  The act must not be a machine's.
    """
    with connection.cursor() as cursor:  # a row that does not fit shows when it is written, not at the end
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    undone = Undone()
    waiting: list[Change] = []
    changes = changes_of_act(act)
    kept = kept_tables(act)
    _keep_owners(changes)
    by_model = groupby(changes, key=lambda change: change.model)
    for model, of_model in ((model, list(group)) for model, group in by_model):
        now = states(model, [change.pk for change in of_model], lock=True)
        for change in of_model:
            if now.get(change.pk) == change.before:
                continue
            state = now.get(change.pk)
            if state and change.before and change.after and state != change.after:
                back, left = divided(change, state)
                waiting += [back] if back else []
                undone.left += [(left, CHANGED_LATER)] if left else []
            elif state and is_as_added(change, state):
                waiting.append(replace(change, after=state))
            elif state != change.after:
                undone.left.append((change, CHANGED_LATER))
            elif change.after is None and not (_can_return(model) or model._meta.db_table in kept):
                undone.left.append((change, NOT_KEPT))
            else:
                waiting.append(change)
    together = groups(change for change in waiting if change.before is None)
    grouped = {id(change) for group in together for change in group}
    failed = _write_all([change for change in waiting if id(change) not in grouped])
    stays = _remove_whole(together)
    failed = _write_all(failed)
    restore_around(act, event_models())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    undone.left += [(change, TAKEN) for change in failed]
    undone.left += [(change, TAKEN) for change, by in stays if by is None]
    out = {id(change) for change in (*failed, *(change for change, _ in stays))}
    undone.left = _with_who_changed_it(undone.left)
    undone.left += [(replace(change, next_act_id=by), CHANGED_LATER) for change, by in stays if by]
    undone.taken_back = [change for change in waiting if id(change) not in out]
    along: Any
    for _, along in act_undone.send(Act, changes=[*undone.taken_back]):
        undone.taken_back += along or []
    return undone


def _keep_owners(changes: list[Change]) -> None:
    """Keep in place what the rows belong to, before the rows themselves are locked, in the order that all hold to."""
    owners: dict[type[models.Model], set[int]] = {model: set() for model in event_models()}
    for change in changes:
        for column in tracked_fields(change.model):
            if isinstance(column, models.ForeignKey) and column.remote_field.on_delete is models.CASCADE:
                states_of = [state for state in (change.before, change.after) if state]
                owners.get(column.related_model, set()).update(state[column.attname] for state in states_of)
    for model, pks in owners.items():
        keep_in_place(model._base_manager.filter(pk__in=pks - {None}))


def _with_who_changed_it(left: list[tuple[Change, str]]) -> list[tuple[Change, str]]:
    """The same, with the act that changed one of the fields first."""
    found: dict[tuple[Any, int], list[Change]] = {}
    for model in {change.model for change, reason in left if reason == CHANGED_LATER}:
        pks = [change.pk for change, _ in left if change.model is model]
        for later in reversed(changes_of_row(model, pgh_obj__in=pks)):
            found.setdefault((model, later.pk), []).append(later)

    def by(change: Change) -> Change:
        names = {one.attname for one in change.fields}
        after = (one for one in found.get((change.model, change.pk), []) if (one.event or 0) > (change.event or 0))
        others = (one for one in after if one.act_id != change.act_id and names & {each.attname for each in one.fields})
        return replace(change, next_act_id=next((one.act_id for one in others), change.next_act_id))

    return [(by(change) if reason == CHANGED_LATER else change, reason) for change, reason in left]


def _remove_whole(together: list[list[Change]]) -> list[tuple[Change, Any]]:
    """Remove what the act brought with all that belongs to it; half a conference would be worse than a whole one.

    Returns what stays all the same: with the act in which a person changed a part of it, or None where something else
    depends on it now.
    """
    stays: list[tuple[Change, Any]] = []
    for group in together:
        first = group[0]
        act = touched(first.model, [first.pk], first.when, but_by=[first.act_id])
        try:
            with transaction.atomic():
                if not act:
                    removing.send(Act, model=first.model, pk=first.pk)
                    first.model._base_manager.filter(pk=first.pk).delete()
                    continue
        except (IntegrityError, models.ProtectedError):
            pass
        stays += ((change, act) for change in group)
    return stays


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
    if first.before is not None and first.after is None and not _can_return(model):
        restore(model, first.act_id, [change.pk for change in chunk])
        return
    if first.before is not None and first.after is None:
        model._base_manager.bulk_create(model(**(change.before or {})) for change in chunk)
        return
    with connection.cursor() as cursor:
        if first.before is None:  # the ORM would take along what others have added to it since
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [[change.pk for change in chunk]])  # noqa: S608
        else:
            whole = [change.event for change in chunk if change.event is not None]
            if whole:
                cursor.execute(_update_from_events(model), [whole])
            for change in chunk:
                if change.event is None:
                    model._base_manager.filter(pk=change.pk).update(**_written(change))


def _written(change: Change) -> dict[str, Any]:
    values = {field.attname: (change.before or {})[field.attname] for field in change.fields}
    touched = (field.attname for field in change.model._meta.concrete_fields if getattr(field, "auto_now", False))
    return values | dict.fromkeys(touched, timezone.now())


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
