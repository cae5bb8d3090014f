"""What a list is filtered by, as a heading would say it."""

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list

MOST_LETTERS = 100


def heading(count: int, what: str, values: dict[str, Any]) -> str:
    """``50 conferences about Missiles, 2017 to 2019``; ``values`` are the filter's valid ones by their names."""
    parts = [f"{count:,} {what}{'' if count == 1 else 's'}" if count else f"No {what}s"]
    if topics := values.get("topic"):
        parts.append(f"about {_list(topics, 'and')}")
    if words := _beginning(values.get("q", "")):
        parts.append(f"with “{words.strip('“”')}”" if '"' not in words else f"with {words}")
    if speakers := values.get("speaker"):
        parts.append(f"where {_list(speakers, 'or')} {'speaks' if len(speakers) == 1 else 'speak'}")
    if entities := values.get("entity"):
        parts.append(f"naming {_list(entities, 'and')}")
    if outlets := values.get("outlet"):
        parts.append(f"with {_list(outlets, 'or')}")
    if sources := values.get("source"):
        parts.append(f"from {_list(sources, 'or')}")
    if years := values.get("year"):
        parts.append(f"in {_list(sorted(years), 'or')}")
    days = _days(values.get("date_after"), values.get("date_before"))
    return " ".join(parts) + (f", {days}" if days else "")


def _beginning(words: str) -> str:
    """Of a whole paragraph, what a heading has room for."""
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS].rsplit(None, 1)[0]} …"


def _list(things: list[Any], last: str) -> str:
    return get_text_list([str(thing) for thing in things], last)


def _days(first: datetime.date | None, last: datetime.date | None) -> str:
    from_new_year = first is None or (first.month, first.day) == (1, 1)
    to_its_end = last is None or (last.month, last.day) == (12, 31)
    begin, end = (_day(day, whole_years=from_new_year and to_its_end) for day in (first, last))
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    return f"since {begin}" if begin else f"until {end}" if end else ""


def _day(day: datetime.date | None, *, whole_years: bool) -> str:
    if day is None:
        return ""
    return str(day.year) if whole_years else date_format(day, "j F Y")
