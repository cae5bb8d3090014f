"""What a list is filtered by, as a heading would say it."""

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list

from apps.transcripts import Kind

MOST_LETTERS = 100
KINDS = {Kind.MODERATOR: "words of a moderator", Kind.OTHER: "other turns"}
STATUSES = {"source": "from the source"}


def heading(count: int, what: str, values: dict[str, Any]) -> str:
    """``50 conferences about Missiles, 2017 to 2019``; ``values`` are the filter's valid ones by their names."""
    parts = [f"{count:,} {what}{'' if count == 1 else 's'}" if count else f"No {what}s"]
    if kinds := values.get("kind"):
        among, last = ("among", "and") if what == "passage" else ("with", "or")
        parts.append(f"{among} {_list([KINDS.get(kind, f'{kind.value}s') for kind in kinds], last)}")
    status = STATUSES.get(given := values.get("status", ""), given)
    if topics := values.get("topic"):
        parts.append(f"about {_list(topics, 'and')}{status and f' ({status})'}")
    elif status:
        parts.append(f"with topics that are {status}")
    if words := _beginning(values.get("q", "")):
        parts.append(f"with {_quoted(words)}")
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


def trends_heading(what: str, values: dict[str, Any]) -> str:
    """``Trends of “missile” and “ferry” by month, among 22,753 passages``; ``what`` is the list's heading."""
    names = _beginning(_list([_quoted(name) for name in values.get("series", [])], "and"))
    by = values.get("by", "year")
    rate = ", per 10,000 words" if values.get("measure") == "rate" else ""
    return f"Trends{names and f' of {names}'} by {by}{rate}, among {what[:1].lower()}{what[1:]}"


def _quoted(words: str) -> str:
    return words if '"' in words else f"“{words.strip('“”')}”"


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
