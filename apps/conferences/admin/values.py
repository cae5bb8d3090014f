"""Values of conflicts, to be read side by side."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.conferences.models import Conflict, Organisation, Speaker
from apps.conferences.words import changes

KEPT_WORDS = 8
"""So much is shown of what is equal, on each side of a difference."""


def name_rows(conflicts: Iterable[Conflict]) -> None:
    """Have the names of all speakers and organisations at hand that the conflicts are about.  At most two queries."""
    rows = list(conflicts)
    for model in (Speaker, Organisation):
        about = [conflict for conflict in rows if conflict.row_field.related_model is model]
        ids = {pk for one in about for pk in (one.mine, one.theirs, one.before) if pk is not None}
        names = dict(model._default_manager.filter(pk__in=ids).values_list("pk", "name")) if ids else {}
        for conflict in about:
            conflict.names = names  # type: ignore[attr-defined]


def value_shown(conflict: Conflict, value: Any, beside: Any) -> SafeString | str:
    """A value as people write it; of two texts only where they differ, with the difference marked."""
    field = conflict.row_field
    if value in {None, ""}:
        return "nothing"
    if field.related_model:
        return str(conflict.names.get(value, "someone deleted since"))  # type: ignore[attr-defined]
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.get_internal_type() == "DateField":
        return date_format(datetime.date.fromisoformat(value))
    return _marked(str(beside or ""), str(value))


def _marked(other: str, text: str) -> SafeString:
    """``text`` with what ``other`` has not marked; long stretches that both have are left out."""
    found = [change for change in changes(other, text) if change.kind != "delete"]
    pieces: list[tuple[str]] = []
    for number, change in enumerate(found):
        if change.kind == "insert":
            pieces.append((format_html("<mark>{}</mark>", change.text),))
        else:
            pieces.append((_shortened(change.text, number == 0, number == len(found) - 1),))
    return format_html_join("", "{}", pieces)


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    head = [] if is_first else words[:KEPT_WORDS]
    tail = [] if is_last else words[-KEPT_WORDS:]
    if len(words) <= len(head) + len(tail) + 2:
        return text
    return " ".join([*head, "…", *tail])
