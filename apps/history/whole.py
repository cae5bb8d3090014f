"""A row with all that belongs to it, to be removed together or not at all."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db import models

from apps.history.changes import Change, event_models, tracked_fields

Key = tuple[type[models.Model], int]


def belonging(model: type[models.Model], pks: Collection[Any]) -> dict[type[models.Model], set[Any]]:
    """The ids of these rows and of all that a deletion would take along, by model."""
    found: defaultdict[type[models.Model], set[Any]] = defaultdict(set)
    waiting = [(model, set(pks))]
    while waiting:
        owner, ids = waiting.pop()
        ids -= found[owner]
        found[owner] |= ids
        for relation in owner._meta.get_fields(include_hidden=True) if ids else ():
            if isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.CASCADE:
                of = relation.related_model
                rows = of._base_manager.filter(**{f"{relation.field.name}__in": ids})
                waiting.append((of, set(rows.values_list("pk", flat=True))))
    return dict(found)


def touched(
    model: type[models.Model],
    pks: Collection[Any],
    since: datetime.datetime | None = None,
    *,
    but_by: Collection[Any] = (),
    by_people: bool = False,
) -> Any:
    """The first act that changed these rows or what belongs to them, by id; None if none did.

    What a machine added is not in the history, and no change; with ``by_people`` nothing is that a machine did.
    """
    for one, ids in belonging(model, pks).items():
        if events := event_models().get(one):
            found = events.objects.filter(pgh_obj_id__in=ids).exclude(pgh_context__in=but_by)
            if since:
                found = found.filter(pgh_created_at__gt=since)
            if by_people:
                found = found.exclude(pgh_context__metadata__has_key="machine")
            if act := found.order_by("pgh_id").values_list("pgh_context", flat=True).first():
                return act
    return None


def groups(removals: Iterable[Change]) -> list[list[Change]]:
    """The removals of rows that belong to another one of them, each group with that one first."""
    by_key: dict[Key, Change] = {(change.model, change.pk): change for change in removals}
    found: defaultdict[Key, list[Change]] = defaultdict(list)
    for key, change in by_key.items():
        top = key
        while (owner := _owner(by_key[top], by_key)) is not None:
            top = owner
        if top != key:
            found[top].append(change)
    return [[by_key[top], *changes] for top, changes in found.items()]


def _owner(change: Change, among: Collection[Key]) -> Key | None:
    for field in tracked_fields(change.model):
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE:
            key = (field.related_model, (change.after or {}).get(field.attname))
            if key in among:
                return key  # type: ignore[return-value]
    return None
