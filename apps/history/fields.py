"""What of a changed row goes back: field by field, so that a later edit of another field stands in no undo's way."""

from dataclasses import replace
from typing import Any

from django.db import models

from apps.history.changes import Change, State, tracked_fields

DECIDED, SOURCE = "decided_fields", "source_values"
"""Bookkeeping with an entry for each field: an entry follows its field."""


def divided(change: Change, now: State) -> tuple[Change | None, Change | None]:
    """What is to go back of an update, and what stays because it was changed since; None for nothing.

    Fields that a check constraint names together go back together or not at all.
    """
    before, after = change.before or {}, change.after or {}
    turned = set(before.get(DECIDED, ())) ^ set(after.get(DECIDED, ()))
    fields = {
        field.attname: field
        for field in tracked_fields(change.model)
        if field.name in turned or (field in change.fields and field.name not in {DECIDED, SOURCE})
    }
    back = {name: before[name] for name in fields if _is_as_left(change.model, name, now, after)}
    if DECIDED in now:
        back = _with_the_source(fields, back, before, after, now)
    left = {name for name in fields if name not in back and now[name] != before[name]}
    target = {**now, **back}
    stays = {field.name for name, field in fields.items() if name not in back}
    if DECIDED in now:
        target[DECIDED] = _decided(before[DECIDED], after[DECIDED], now[DECIDED], stays)
        target[SOURCE] = _source(before[SOURCE], after[SOURCE], now[SOURCE], stays)
    undone = None if target == now else replace(change, event=None, before=target, after=now)
    if target == before:
        undone = replace(change, after=now)
    kept = replace(change, before={**now, **{name: before[name] for name in left}}, after=now) if left else None
    return undone, kept


def is_as_added(change: Change, now: State) -> bool:
    """Whether a row that an act added stands as it came, wherever the marks of it have moved with the words since."""
    moved = getattr(change.model, "MOVES_WITH_WORDS", ())
    came = {name: value for name, value in (change.after or {}).items() if name not in moved}
    return change.before is None and bool(came) and all(now[name] == value for name, value in came.items())


def _is_as_left(model: type[models.Model], name: str, now: State, after: State) -> bool:
    return all(now[one] == after[one] for one in _together(model, name))


def _with_the_source(
    fields: dict[str, "models.Field[Any, Any]"], back: State, before: State, after: State, now: State
) -> State:
    """The same, where the source has spoken since: what comes back is what would stand without the act.

    A field that the act decided follows the source again, and has what the source says by now.  One that the act gave
    back to the source is decided again, whatever the source says: only the source has written it since.
    """
    target = dict(back)
    for name, field in fields.items():
        decided = [field.name in state[DECIDED] for state in (before, after, now)]
        if decided == [False, True, True] and name in back:
            target[name] = _as_stored(field, now[SOURCE]) if field.name in now[SOURCE] else before[name]
        elif decided == [True, False, False]:
            target[name] = before[name]
        elif decided[0] != decided[1]:  # somebody has decided otherwise since
            target.pop(name, None)
    return target


def _as_stored(field: "models.Field[Any, Any]", source: dict[str, Any]) -> Any:
    """What the source says of the field, which is kept as JSON has it: rows by their id, days as text."""
    value = source[field.name]
    return value if field.is_relation else field.to_python(value)


def _together(model: type[models.Model], name: str) -> set[str]:
    """The field itself, and those that it must agree with."""
    found = {name}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint) and isinstance(constraint.condition, models.Q):
            named = {model._meta.get_field(one) for one in constraint.condition.referenced_base_fields}
            columns = {one.attname for one in named if isinstance(one, models.Field)}
            if name in columns:
                found |= columns
    return found


def _decided(before: list[str], after: list[str], now: list[str], stays: set[str]) -> list[str]:
    turned = (set(before) ^ set(after)) - stays
    return sorted((set(now) - turned) | (set(before) & turned))


def _source(before: dict[str, Any], after: dict[str, Any], now: dict[str, Any], stays: set[str]) -> dict[str, Any]:
    target = dict(now)
    for name in (before.keys() | after.keys()) - stays:
        if before.get(name) == after.get(name) and (name in before) == (name in after):
            continue
        if name not in before:
            target.pop(name, None)
        elif now.get(name) == after.get(name):
            target[name] = before[name]
    return target
