"""Changes in words: which row, which field, from what to what."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Field, ForeignKey, Model
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime

from apps.history.changes import Change, State, event_models, tracked_fields
from apps.history.difference import Pieces, difference

BOOKKEEPING = {"id", "public_id", "key", "decided_fields", "source_values", "decided_by", "decided_at", "evidence"}
PART_OF = ("turn", "conference", "topic")
LONG = 60  # characters; a longer text shows only what differs
Named = dict[type[Model], dict[Any, Model]]


@dataclass(frozen=True, slots=True)
class ShownField:
    label: str
    before: Pieces
    after: Pieces


@dataclass(frozen=True, slots=True)
class Shown:
    """One change as a person reads it."""

    change: Change
    what: str
    name: str
    url: str
    part_of: str
    part_url: str
    fields: list[ShownField]


def show(changes: Iterable[Change]) -> list[Shown]:
    """Put changes into words; as many queries as there are kinds of rows that they point to."""
    changes = list(changes)
    named = _load(changes)
    return [_show(change, named) for change in changes]


def _load(changes: list[Change]) -> Named:
    """All rows that the changes point to, as far as they exist."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for change in changes:
        for field in tracked_fields(change.model):
            if isinstance(field, ForeignKey):
                values = {state[field.attname] for state in (change.before, change.after) if state}
                wanted[field.related_model] |= values - {None}
    named: Named = {}
    for model, pks in wanted.items():
        rows = model._base_manager.filter(pk__in=pks)
        if model in event_models():  # not, for example, the text of a whole conference
            rows = rows.only(*(field.name for field in tracked_fields(model)))
        named[model] = {row.pk: row for row in rows}
    return named


def _show(change: Change, named: Named) -> Shown:
    state = change.after or change.before or {}
    what = "added" if change.before is None else "deleted" if change.after is None else "changed"
    differing = change.fields
    spoken = [field for field in differing if field.name not in BOOKKEEPING] or differing
    kind = str(change.model._meta.verbose_name)
    name = Truncator(_name(change.model, state, named)).chars(80)
    part_of, part_url = _part_of(change.model, state, named)
    return Shown(
        change,
        what,
        f"{capfirst(kind)} “{name}”",
        admin_url(change.model, change.pk) if change.after else "",
        part_of,
        part_url,
        [_show_field(field, change, named) for field in spoken if field.name not in PART_OF or what == "changed"],
    )


def admin_url(model: type[Model], pk: Any) -> str:
    """Where the row is corrected; empty where it has no page of its own."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[pk])
    except NoReverseMatch:
        return ""


def _name(model: type[Model], state: State, named: Named) -> str:
    row = model(**state)
    for field in tracked_fields(model):
        if isinstance(field, ForeignKey) and (other := named[field.related_model].get(state.get(field.attname))):
            setattr(row, field.name, other)
    try:
        return str(row)
    except ObjectDoesNotExist:  # its topic was deleted, for example
        return str(state.get("id"))


def _part_of(model: type[Model], state: State, named: Named) -> tuple[str, str]:
    fields = {field.name: field for field in tracked_fields(model)}
    for name in PART_OF:
        field = fields.get(name)
        if isinstance(field, ForeignKey) and (other := named[field.related_model].get(state.get(field.attname))):
            return Truncator(str(other)).chars(80), admin_url(type(other), other.pk)
    return "", ""


def _show_field(field: "Field[Any, Any]", change: Change, named: Named) -> ShownField:
    before, after = (_words(field, state, named) if state else "" for state in (change.before, change.after))
    label = capfirst(str(field.verbose_name))
    if min(len(before), len(after)) > LONG:
        return ShownField(label, *difference(before, after))
    if change.before is None or change.after is None:
        before, after = Truncator(before).chars(4 * LONG), Truncator(after).chars(4 * LONG)
    return ShownField(label, [(before, True)] if before else [], [(after, True)] if after else [])


def _words(field: "Field[Any, Any]", state: State, named: Named) -> str:
    value = state[field.attname]
    if isinstance(field, ForeignKey) and value is not None:
        other = named[field.related_model].get(value)
        return str(other) if other else f"no. {value}, which is gone"
    return _plain(dict(field.flatchoices).get(value, value) if field.choices else value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return date_format(localtime(value), "j F Y, H:i")
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, list):  # names, or spans of evidence
        return ", ".join("–".join(map(str, item)) if isinstance(item, list) else str(item) for item in value)
    return str(value)
