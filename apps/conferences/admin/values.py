"""Values of conflicts, to be read side by side."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.conferences.models import Conflict, Organisation, Speaker
from apps.conferences.words import changes

KEPT_WORDS = 5
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


def value_shown(conflict: Conflict, value: Any, beside: Any, at_most: int | None = None) -> SafeString | str:
    """A value as people write it; of two texts where they differ, with ``at_most`` so many differences marked."""
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
    return _marked(str(beside or ""), str(value), at_most)


def _marked(other: str, text: str, at_most: int | None) -> SafeString:
    """``text`` with what ``other`` has not marked; long stretches that both have are left out."""
    found = changes(other, text)
    shown = found[: 1 + 3 * at_most] if at_most else found  # equal, then deleted, inserted, equal again
    pieces: list[tuple[str, str]] = []
    for change in shown:
        if change.kind == "insert":
            pieces.append((format_html("<mark>{}</mark>", change.words), change.space))
        elif change.kind == "equal":
            pieces.append((_shortened(change.words, change is found[0], change is found[-1]), change.space))
    return format_html_join("", "{}{}", [*pieces, *([("…", "")] if len(shown) < len(found) else [])])


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    head = [] if is_first else words[:KEPT_WORDS]
    tail = [] if is_last else words[-KEPT_WORDS:]
    if len(words) <= len(head) + len(tail) + 2:
        return text
    return " ".join([*head, "…", *tail])
