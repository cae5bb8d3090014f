"""What happened to rows: their states before and after, read from the events that the database wrote."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, OuterRef, Subquery

from apps.history.models import Act

State = dict[str, Any]
"""The values of a row's tracked fields, by attribute (``speaker_id``, ``text``)."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row before and after; None where there was, or is, no row.

    The event, the first one, holds ``before``; None where no event does.
    """

    model: type[Model]
    pk: int
    event: int | None
    before: State | None
    after: State | None
    act_id: uuid.UUID
    when: datetime.datetime
    next_act_id: uuid.UUID | None = None

    @property
    def fields(self) -> list["Field[Any, Any]"]:
        """Those that differ, in the order of the model."""
        before, after = self.before or {}, self.after or {}
        return [field for field in tracked_fields(self.model) if before.get(field.attname) != after.get(field.attname)]


def event_models() -> dict[type[Model], type[Any]]:
    """The event model of each tracked model; what others point to comes first."""
    return {model.pgh_tracked_model: model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")}


def tracked_fields(model: type[Model]) -> list["Field[Any, Any]"]:
    names = {field.name for field in event_models()[model]._meta.fields}
    return [field for field in model._meta.concrete_fields if field.name in names]


def states(model: type[Model], pks: Iterable[int], *, lock: bool = False) -> dict[int, State]:
    """The present values of the tracked fields of these rows, by primary key."""
    rows = model._base_manager.filter(pk__in=pks).order_by("pk")
    if lock:
        rows = rows.select_for_update()
    return {row["id"]: dict(row) for row in rows.values(*(field.attname for field in tracked_fields(model)))}


def changes_of_act(act: Act) -> list[Change]:
    """What the act came to, row by row, however often it touched a row."""
    return [change for model in event_models() for change in _changes_of_act(act, model)]


def _changes_of_act(act: Act, model: type[Model]) -> list[Change]:
    events = event_models()[model].objects.order_by("pgh_id")
    following = events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id")).values("pgh_id")
    own = list(events.filter(pgh_context_id=act.pk).annotate(next_id=Subquery(following[:1])).values())
    first = {event["pgh_obj_id"]: event for event in reversed(own)}
    last = {event["pgh_obj_id"]: event for event in own}
    after = events.in_bulk([event["next_id"] for event in last.values() if event["next_id"]])
    later = {event.pgh_obj_id: dict(vars(event)) for event in after.values()}
    now = states(model, last.keys() - later.keys())
    return [
        Change(
            model,
            pk,
            event["pgh_id"],
            _before(model, event),
            _after(model, last[pk], later.get(pk), now.get(pk)),
            act.pk,
            event["pgh_created_at"],
            later[pk]["pgh_context_id"] if pk in later else None,
        )
        for pk, event in first.items()
    ]


def changes_of_row(model: type[Model], **of: Any) -> list[Change]:
    """All that happened to the rows which the events match (``pgh_obj=3``, ``turn=5``), newest first."""
    events = list(event_models()[model].objects.filter(**of).order_by("pgh_id").values())
    now = states(model, {event["pgh_obj_id"] for event in events})
    following: dict[int, dict[str, Any]] = {}
    changes = []
    for event in reversed(events):
        pk = event["pgh_obj_id"]
        after = _after(model, event, following.get(pk), now.get(pk))
        before, (act, when) = _before(model, event), (event["pgh_context_id"], event["pgh_created_at"])
        changes.append(Change(model, pk, event["pgh_id"], before, after, act, when))
        following[pk] = event
    return changes


def _before(model: type[Model], event: dict[str, Any]) -> State | None:
    """Events of updates and deletions hold the row as it was."""
    return None if event["pgh_label"] == "insert" else _state(model, event)


def _after(
    model: type[Model], event: dict[str, Any], following: dict[str, Any] | None, now: State | None
) -> State | None:
    if event["pgh_label"] == "delete":
        return None
    if following and following["pgh_label"] != "insert":
        return _state(model, following)
    return _state(model, event) if event["pgh_label"] == "insert" else now


def _state(model: type[Model], event: dict[str, Any]) -> State:
    return {field.attname: event[field.attname] for field in tracked_fields(model)}
