"""Which of the header's dates is the event's, and which is the page's own."""

import datetime
import re
from collections.abc import Sequence

from ..lines import Line
from . import words
from .dates import FoundDate, find_dates, settle
from .marks import Mark

LONGEST_LINE = 300
LONGEST_BARE_DAY = 40
LONGEST_DAY_LINE = 80
DAY_REACH = 6
"""Lines below the title among which its weekday stands."""
_SPAN = re.compile(r"\s*(?:[-–—]|to|bis|au|al|until)\s*", re.I)
_DAY_FIRST = re.compile(r"(?<!\d)(?:1[3-9]|2\d|3[01])[./](?:0?\d|1[0-2])[./](?:19|20)?\d\d(?!\d)")
Doubts = tuple[tuple[int, str], ...]


def choose_dates(
    lines: Sequence[Line], marks: Sequence[Mark], language: str
) -> tuple[datetime.date | None, datetime.date | None, Doubts]:
    """The event's date, the date of the last update, and what had to be chosen (line number, sentence).

    ``Held on`` and ``Press briefing (4 March 2019)`` count first, then a line of its own, then a date in the title,
    then the day of publication, and a span of two dates last; among several the first counts.
    """
    ranks: dict[str, list[tuple[int, FoundDate]]] = {
        "held": [],
        "alone": [],
        "in title": [],
        "published": [],
        "span": [],
    }
    updated: datetime.date | None = None
    key = above = ""
    day_first = language != "en" or _writes_day_first(lines[: len(marks)])
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.BLANK or len(line.text) > LONGEST_LINE:
            continue
        dates = [settle(settle(found, line.text), above) for found in find_dates(line.text, day_first)]
        above = line.text
        for found in dates:
            before = f"{key} {line.text[: found.start]}"
            if words.ANOTHER_DAY.search(before):
                continue
            if one is Mark.UPDATED or words.UPDATED.search(before):
                updated = updated or found.value
                continue
            span = len(dates) == 2 and _SPAN.fullmatch(line.text[dates[0].end : dates[1].start]) is not None
            rank = "span" if span else _rank(before, one, line.text[found.end :])
            ranks[rank].append((line.number, found))
        heads = (one is Mark.KEY and line.text.endswith(":")) or words.PUBLISHED.fullmatch(line.text)
        key = line.text if heads else ""
    ranks["alone"].sort(key=lambda one: _is_letterheads(one[0], lines))
    candidates = next((found for found in ranks.values() if found), [])
    if not candidates:
        return None, updated, ()
    told = _doubts(candidates)
    if candidates is ranks["published"] and (bare := _without_year(lines[: len(marks)], candidates[0][1].value)):
        day = _spelled(candidates[0][1].value)
        return None, updated, (*told, (bare, f"This day has no year; {day} is only the day of publication."))
    return candidates[0][1].value, updated, told


def _is_letterheads(number: int, lines: Sequence[Line]) -> bool:
    """Whether a date stands above the title, where a weekday and its date stand below it."""
    title = next((line.number for line in lines if words.EVENT.search(line.text)), 0)
    if number >= title or words.WEEKDAY.search(lines[number - lines[0].number].text):
        return False
    below = [line.text for line in lines if title < line.number and len(line.text) <= LONGEST_DAY_LINE]
    return any(words.WEEKDAY.search(text) and find_dates(text) for text in below[:DAY_REACH])


def _without_year(lines: Sequence[Line], published: datetime.date) -> int | None:
    """The number of a line that is a weekday and a day without its year, another than that of publication."""
    for line in lines:
        if len(line.text) <= LONGEST_BARE_DAY and words.WEEKDAY.match(line.text):
            found = find_dates(f"{line.text} {published.year}")
            if found and found[0].value != published and found[0].end > len(line.text):
                return line.number
    return None


def _rank(before: str, one: Mark, after: str) -> str:
    """How much a date weighs, told by what stands before it, by its line and by what follows."""
    if words.HELD.search(before):
        return "held"
    if words.PUBLISHED.search(before):
        return "published"
    if words.EVENT.search(before) and before.endswith("(") and after == ")":
        return "held"
    return "alone" if one in (Mark.DATE, Mark.KEY, Mark.BULLET) else "in title"


def _writes_day_first(lines: Sequence[Line]) -> bool:
    """Whether ``24/01/2006``, or ``24 January 2006`` and never ``January 24``, shows that the day comes first."""
    texts = [line.text for line in lines if len(line.text) <= LONGEST_LINE]
    if any(_DAY_FIRST.search(text) for text in texts):
        return True
    worded = [text[one.start : one.end] for text in texts for one in find_dates(text)]
    first = {text[0].isdigit() for text in worded if any(c.isalpha() for c in text)}
    return first == {True}


def _doubts(candidates: Sequence[tuple[int, FoundDate]]) -> Doubts:
    line, chosen = candidates[0]
    day = _spelled(chosen.value)
    doubts = []
    if others := sorted({found.value for _, found in candidates} - {chosen.value}):
        refused = " or ".join(map(_spelled, others))
        doubts.append((line, f"The header gives several dates; {day} was taken for the event's, not {refused}."))
    if chosen.several_days:
        doubts.append((line, f"The header gives a span of days; {day} is the first of them."))
    if chosen.ambiguous:
        doubts.append((line, f"Day and month could be swapped here; the date was read as {day}."))
    return tuple(doubts)


def _spelled(day: datetime.date) -> str:
    """``4 March 2019``."""
    return f"{day.day} {day:%B %Y}"
