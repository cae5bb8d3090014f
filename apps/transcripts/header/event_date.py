"""Which of the header's dates is the event's, and which is the page's own."""

import datetime
from collections.abc import Sequence

from ..lines import Line
from . import words
from .dates import FoundDate, find_dates
from .marks import Mark

Doubts = tuple[tuple[int, str], ...]


def choose_dates(
    lines: Sequence[Line], marks: Sequence[Mark]
) -> tuple[datetime.date | None, datetime.date | None, Doubts]:
    """The event's date, the date of the last update, and what had to be chosen (line number, sentence).

    A line of its own counts before a date in the title, and that before the day of publication; among several the
    first counts.
    """
    alone: list[tuple[int, FoundDate]] = []
    published: list[tuple[int, FoundDate]] = []
    in_title: list[tuple[int, FoundDate]] = []
    updated: datetime.date | None = None
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.BLANK or len(line.text) > 300:
            continue
        for found in find_dates(line.text):
            if one is Mark.UPDATED or words.UPDATED.search(line.text[: found.start]):
                updated = updated or found.value
            elif words.PUBLISHED.search(line.text[: found.start]):
                published.append((line.number, found))
            elif one in (Mark.DATE, Mark.KEY, Mark.BULLET):
                alone.append((line.number, found))
            else:
                in_title.append((line.number, found))
    candidates = alone or in_title or published
    if not candidates:
        return None, updated, ()
    return candidates[0][1].value, updated, _doubts(candidates)


def _doubts(candidates: Sequence[tuple[int, FoundDate]]) -> Doubts:
    line, chosen = candidates[0]
    day = chosen.value.isoformat()
    doubts = []
    if others := sorted({found.value.isoformat() for _, found in candidates} - {day}):
        doubts.append(
            (line, f"The header gives several dates; {day} was taken for the event's, not {', '.join(others)}.")
        )
    if chosen.ambiguous:
        doubts.append((line, f"Day and month could be swapped here; the date was read as {day}."))
    return tuple(doubts)
