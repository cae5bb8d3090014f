"""Which of the header's dates is the event's, and which is the page's own."""

import datetime
import re
from collections.abc import Sequence

from ..lines import Line
from . import words
from .dates import FoundDate, find_dates
from .marks import Mark

LONGEST_LINE = 300
_SPAN = re.compile(r"\s*(?:[-–—]|to|bis|au|al|until)\s*", re.I)
_DAY_FIRST = re.compile(r"(?<!\d)(?:1[3-9]|2\d|3[01])[./](?:0?\d|1[0-2])[./](?:19|20)?\d\d(?!\d)")
Doubts = tuple[tuple[int, str], ...]


def choose_dates(
    lines: Sequence[Line], marks: Sequence[Mark], language: str
) -> tuple[datetime.date | None, datetime.date | None, Doubts]:
    """The event's date, the date of the last update, and what had to be chosen (line number, sentence).

    A line of its own counts before a date in the title, that before the day of publication, and a span of two dates
    counts last; among several the first counts.
    """
    ranks: dict[str, list[tuple[int, FoundDate]]] = {"alone": [], "in title": [], "published": [], "span": []}
    updated: datetime.date | None = None
    key = ""
    day_first = language != "en" or _writes_day_first(lines[: len(marks)])
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.BLANK or len(line.text) > LONGEST_LINE:
            continue
        dates = find_dates(line.text, day_first)
        for found in dates:
            before = f"{key} {line.text[: found.start]}"
            if words.ANOTHER_DAY.search(before):
                continue
            if one is Mark.UPDATED or words.UPDATED.search(before):
                updated = updated or found.value
                continue
            span = len(dates) == 2 and _SPAN.fullmatch(line.text[dates[0].end : dates[1].start]) is not None
            rank = "span" if span else "published" if words.PUBLISHED.search(before) else "in title"
            if rank == "in title" and one in (Mark.DATE, Mark.KEY, Mark.BULLET):
                rank = "alone"
            ranks[rank].append((line.number, found))
        key = line.text if one is Mark.KEY and line.text.endswith(":") else ""
    candidates = next((found for found in ranks.values() if found), [])
    if not candidates:
        return None, updated, ()
    return candidates[0][1].value, updated, _doubts(candidates)


def _writes_day_first(lines: Sequence[Line]) -> bool:
    """Whether a date such as ``24/01/2006`` shows that the page writes the day first."""
    return any(_DAY_FIRST.search(line.text) for line in lines if len(line.text) <= LONGEST_LINE)


def _doubts(candidates: Sequence[tuple[int, FoundDate]]) -> Doubts:
    line, chosen = candidates[0]
    day = chosen.value.isoformat()
    doubts = []
    if others := sorted({found.value.isoformat() for _, found in candidates} - {day}):
        doubts.append(
            (line, f"The header gives several dates; {day} was taken for the event's, not {', '.join(others)}.")
        )
    if chosen.several_days:
        doubts.append((line, f"The header gives a span of days; {day} is the first of them."))
    if chosen.ambiguous:
        doubts.append((line, f"Day and month could be swapped here; the date was read as {day}."))
    return tuple(doubts)
