"""What of a changed row goes back: field by field, so that a later edit of another field stands in no undo's way."""

from dataclasses import replace
from typing import Any

from django.db import models

from apps.history.changes import Change, State

DECIDED, SOURCE = "decided_fields", "source_values"
"""Bookkeeping with an entry for each field: an entry follows its field."""


def divided(change: Change, now: State) -> tuple[Change | None, Change | None]:
    """What is to go back of an update, and what stays because it was changed since; None for nothing.

    Fields that a check constraint names together go back together or not at all.
    """
    before, after = change.before or {}, change.after or {}
    fields = {field.attname: field.name for field in change.fields if field.name not in {DECIDED, SOURCE}}
    together = {name: _together(change.model, name) for name in fields}
    back = {name for name in fields if all(now[one] == after[one] for one in together[name])}
    left = {name for name in fields if name not in back and now[name] != before[name]}
    target = {**now, **{name: before[name] for name in back}}
    stays = {fields[name] for name in fields if name not in back}
    if DECIDED in now:
        target[DECIDED] = _decided(before[DECIDED], after[DECIDED], now[DECIDED], stays)
        target[SOURCE] = _source(before[SOURCE], after[SOURCE], now[SOURCE], stays)
    undone = None if target == now else replace(change, event=None, before=target, after=now)
    if target == before:
        undone = replace(change, after=now)
    kept = replace(change, before={**now, **{name: before[name] for name in left}}, after=now) if left else None
    return undone, kept


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
