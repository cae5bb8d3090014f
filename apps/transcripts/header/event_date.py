"""Which of the header's dates is the event's, and which is the page's own."""

import datetime
import re
from collections.abc import Sequence

from ..lines import Line
from . import date_words, words
from .dates import FoundDate, find_dates, settle
from .marks import Mark
from .subject_dates import follows_meeting, happened_then, is_unfinished

LONGEST_LINE = 300
LONGEST_BARE_DAY = 40
DAY_REACH = 6
"""Lines below the title among which its weekday stands."""
_SPAN = re.compile(r"\s*(?:[-–—]|to|bis|au|al|until)\s*", re.I)
_DAY_FIRST = re.compile(r"(?<!\d)(?:1[3-9]|2\d|3[01])[./](?:0?\d|1[0-2])[./](?:19|20)?\d\d(?!\d)")
_PARTS = re.compile(r"[|•·]|[^\W\d_]{4}")
_OTHER_LANGUAGE = re.compile(
    r"\b(?:fecha|última|publicado|publié|dernière|mis à jour|datum|stand|aktualisier\w*|veröffentlicht|data|pubblicato"
    r"|aggiorna\w*|atualiza\w*|le|den)\b.{0,30}?\d{1,2}[./]\d{1,2}[./]\d",
    re.I,
)
"""A key in a language that never puts the month first."""
_HOUR = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?(?:[ap]\.?m\b|uhr\b|heures?\b)", re.I)
Doubts = tuple[tuple[int, str], ...]
_Placed = tuple[int, FoundDate]
"""The index of a line, and a date that it holds."""


def choose_dates(
    lines: Sequence[Line], marks: Sequence[Mark], language: str
) -> tuple[datetime.date | None, datetime.date | None, Doubts]:
    """The event's date, the date of the last update, and what had to be chosen (line number, sentence).

    ``Held on`` and ``Press briefing (4 March 2019)`` count first, then a line of its own, then a date in the title,
    then the day of publication, a span of two dates, and last the day of a meeting that the event followed; never that
    of what is spoken of.  Among several the first counts.
    """
    ranks: dict[str, list[_Placed]] = {
        "held": [],
        "alone": [],
        "in title": [],
        "published": [],
        "span": [],
        "meeting's": [],
        "subject's": [],
    }
    updated: datetime.date | None = None
    key = above = ""
    size = len(marks)
    lines = [*(line._replace(text=line.text.strip("_")) for line in lines[:size]), *lines[size:]]  # ``_4 March 2019_``
    day_first = language != "en" or _writes_day_first(lines[: len(marks)])
    for at, (line, one) in enumerate(zip(lines, marks, strict=False)):
        if one is Mark.BLANK or len(line.text) > LONGEST_LINE:
            continue
        dates = [settle(settle(found, line.text), above) for found in find_dates(line.text, day_first)]
        heads, above = above, line.text
        for n, found in enumerate(dates):
            before = f"{key} {_told_before(line.text, dates, n)}"
            if date_words.ANOTHER_DAY.search(before):
                continue
            alone = one is Mark.UPDATED and len(dates) == 1
            if alone or date_words.UPDATED.search(before) or _told_behind(line.text, dates, n):
                updated = updated or found.value
                continue
            span = len(dates) == 2 and _SPAN.fullmatch(line.text[dates[0].end : dates[1].start]) is not None
            broken = n == 0 and one is Mark.PLAIN and is_unfinished(heads)
            told = (f"{heads} " if broken else "") + line.text[: found.start]
            ranks["span" if span else _rank(before, one, told, line.text[found.end :])].append((at, found))
        is_key = one is Mark.KEY and line.text.endswith(":")
        above_date = date_words.PUBLISHED.fullmatch(line.text) or date_words.UPDATED_ABOVE.fullmatch(line.text)
        key = line.text if is_key or above_date else ""
    rank, candidates = next(((rank, found) for rank, found in ranks.items() if found), ("", []))
    if not candidates:
        return None, updated, ()
    timed = _timed(lines, candidates)
    candidates.sort(key=lambda found: found not in timed)
    number, day = lines[candidates[0][0]].number, candidates[0][1].value
    if rank == "subject's":
        message = f"{_spelled(day)} is the day of what is spoken of; it was not taken for the event's."
        return None, updated, ((number, message),)
    doubts = _doubts(number, candidates)
    if rank == "meeting's":
        message = f"{_spelled(day)} is the day of the meeting before the event; it was taken for the event's too."
        doubts = ((number, message), *doubts)
    if rank == "published" and (bare := _without_year(lines[: len(marks)], day)):
        message = f"This day has no year; {_spelled(day)} is only the day of publication."
        return None, updated, (*doubts, (bare, message))
    return day, updated, doubts


def _told_before(text: str, dates: Sequence[FoundDate], n: int) -> str:
    """What stands before a date of a line: from the date before it on, if words or a sign between them part them."""
    between = text[dates[n - 1].end : dates[n].start] if n else text[: dates[n].start]
    return between if _PARTS.search(between) else text[: dates[n].start]


def _told_behind(text: str, dates: Sequence[FoundDate], n: int) -> bool:
    """``3 June 2019 | 5 June 2019 (updated)``: whether the last of several dates is the update's."""
    return n > 0 and n == len(dates) - 1 and date_words.UPDATED.match(text[dates[n].end :].lstrip(" (")) is not None


def _timed(lines: Sequence[Line], candidates: Sequence[_Placed]) -> Sequence[_Placed]:
    """The dates that are the event's, if the first has neither weekday nor hour and so may be a letterhead's.

    They have a weekday, and an hour as well or the title between the first date and themselves.
    """
    told = [date_words.WEEKDAY.search(lines[at].text) is not None for at, _ in candidates]
    if not any(told) or told[0] or _has_hour(lines, candidates[0][0]):
        return ()
    title = next((at for at, line in enumerate(lines) if words.EVENT.search(line.text)), -1)
    headed = candidates[0][0] < title
    return [
        one
        for one, day in zip(candidates, told, strict=True)
        if day and (_has_hour(lines, one[0]) or (headed and title < one[0] <= title + DAY_REACH))
    ]


def _has_hour(lines: Sequence[Line], at: int) -> bool:
    below = next((line.text for line in lines[at + 1 : at + 3] if not line.blank), "")
    return any(_HOUR.search(text) for text in (lines[at].text, below))


def _without_year(lines: Sequence[Line], published: datetime.date) -> int | None:
    """The number of a line that is a weekday and a day without its year, another than that of publication."""
    for line in lines:
        if len(line.text) <= LONGEST_BARE_DAY and date_words.WEEKDAY.match(line.text):
            found = find_dates(f"{line.text} {published.year}")
            if found and found[0].value != published and found[0].end > len(line.text):
                return line.number
    return None


def _rank(before: str, one: Mark, title: str, behind: str) -> str:
    """How much a date weighs, told by what stands before it, by its line and by what follows.

    ``title`` is all before it in its line, or in two where the title breaks off there.
    """
    if date_words.HELD.search(before):
        return "held"
    if date_words.PUBLISHED.search(before) or date_words.BYLINE.match(before.lstrip()):
        return "published"
    if words.EVENT.search(before) and before.endswith("(") and behind == ")":
        return "held"
    if happened_then(title, behind):
        return "subject's"
    if follows_meeting(title, behind):
        return "meeting's"
    return "alone" if one in (Mark.DATE, Mark.KEY, Mark.BULLET) else "in title"


def _writes_day_first(lines: Sequence[Line]) -> bool:
    """Whether ``24/01/2006``, or ``24 January 2006`` and never ``January 24``, shows that the day comes first."""
    texts = [line.text for line in lines if len(line.text) <= LONGEST_LINE]
    if any(_DAY_FIRST.search(text) or _OTHER_LANGUAGE.search(text) for text in texts):
        return True
    worded = [text[one.start : one.end] for text in texts for one in find_dates(text)]
    first = {text[0].isdigit() for text in worded if any(c.isalpha() for c in text)}
    return first == {True}


def _doubts(line: int, candidates: Sequence[_Placed]) -> Doubts:
    _, chosen = candidates[0]
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
