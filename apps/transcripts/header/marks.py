"""What each line near the top of a page is."""

import re
from collections.abc import Callable, Sequence
from enum import Enum

from ..asides import SITE, is_caption, is_note, why_aside
from ..lines import Line
from . import date_words, words
from .dates import FoundDate, find_dates
from .subject_dates import follows_meeting, happened_then, is_unfinished


class Mark(Enum):
    """The kinds of line that a header is made of, and PROSE, which ends it."""

    BLANK = "blank"
    DATE = "date"
    UPDATED = "updated"
    TIME = "time"
    DELIVERY = "delivery"
    KEY = "key"
    BULLET = "bullet"
    EDITORS = "editor's"
    CHROME = "chrome"
    ASIDE = "aside"
    """The way to the page, or the format of the file: nothing about the event."""
    PLAIN = "plain"
    PROSE = "prose"


MAX_HEADER_LINE = 220
LONGEST_TITLE = 600
WRAPPED_LINE = 45
LONGEST_KEY = 6
LONGEST_DATE_LINE = 160
MAX_BESIDES_DATE = 40
LONGEST_UPDATE = 60
LONGEST_STANDFIRST = 400
LONGEST_NOTE_KEY = 40
BREADCRUMB_REACH = 12
"""A breadcrumb stands among the first lines."""
_RULE = re.compile(r"[-_=~–—+#* ]{3,}|\.{5,}")
_ABBREVIATED_END = re.compile(
    r"(?:\b[A-Z]\.|\b[ap]\.?m\.|\b(?:inc|jr|sr|dr|st|ltd|ave|no|esq|ph\.?d|m\.?d|corp|co)\.)$", re.I
)


def mark(lines: Sequence[Line], at: int) -> Mark:
    """What the line at this index is, read with its neighbours."""
    text = lines[at].text.strip("*_# ")
    if not text or _RULE.fullmatch(text):
        return Mark.BLANK
    if words.FILE_FORMAT.fullmatch(text) or (at < BREADCRUMB_REACH and _is_breadcrumb(text)):
        return Mark.ASIDE
    by_words = next((one for one, tells in _TOLD_BY_WORDS if tells(text)), None)
    if is_editors_note(lines, at):
        by_words = Mark.EDITORS
    if by_words:
        goes_on = by_words is Mark.DATE and at > 0 and is_unfinished(lines[at - 1].text)
        return Mark.PLAIN if goes_on else by_words
    if _is_key(lines, at, text):
        return Mark.KEY
    if len(text) < MAX_HEADER_LINE and words.CHROME.search(text):
        return Mark.CHROME
    return Mark.PROSE if _is_prose(lines, at, text) else Mark.PLAIN


def _is_date(text: str) -> bool:
    """A line that holds a date and little else: a title may end in a date, and stays a title."""
    found = find_dates(text) if len(text) <= LONGEST_DATE_LINE else []
    if not found:
        return False
    if "|" in text and not words.EVENT.search(text[: found[0].start]):
        return True
    clock = date_words.CLOCK.search(text, found[0].end)
    besides = len(text) - sum(one.end - one.start for one in found) - (len(clock[0]) if clock else 0)
    if besides > MAX_BESIDES_DATE or words.EVENT.search(text):
        return False
    before, behind = text[: found[0].start], text[found[0].end :]
    if happened_then(before, behind) or follows_meeting(before, behind):
        return False
    return not text.endswith((".", "!", "?")) or _is_dateline(text, found[0])


def _is_dateline(text: str, date: FoundDate) -> bool:
    """``Lund, 4 March 2019.`` with its full stop."""
    before = text[: date.start].rstrip()
    return text[date.end :] == "." and (not before or (before.endswith(",") and before[0].isupper()))


def _is_breadcrumb(text: str) -> bool:
    """``Home > Press > Briefings``; with ``|`` or ``/`` three parts that hold no date, the first of them no event."""
    m = words.BREADCRUMB.fullmatch(text)
    if not m or text.endswith((".", "?", "!")):
        return False
    sign = m["sign"]
    if sign.strip() in ("|", "/"):
        first = text.split(sign, 1)[0]
        return text.count(sign) > 1 and not words.EVENT.search(first) and not find_dates(text)
    return True


def _is_update(text: str) -> bool:
    return len(text) < LONGEST_UPDATE and date_words.UPDATED.search(text) is not None and bool(find_dates(text))


def _is_standfirst(text: str) -> bool:
    """``Head coach Jo Lind spoke to the media. Here is what he said.``: told of those who speak, not by one of them."""
    told = len(text) <= LONGEST_STANDFIRST and text.endswith((".", ":", "!", "…")) and words.STANDFIRST.search(text)
    return bool(told) and not words.FIRST_PERSON.search(text) and not words.SALUTATION.match(text)


def _is_sites(text: str) -> bool:
    return why_aside(text) == SITE


def is_editors_note(lines: Sequence[Line], at: int) -> bool:
    """``Note: the minister spoke French.``: a note above the speech, on one line or several."""
    text = lines[at].text.strip("*_# ")
    if ":" not in text[:LONGEST_NOTE_KEY]:
        return False
    said = " ".join(line.text for line in _paragraph_from(lines, at))
    ended = said.rstrip("*_)] ").endswith((".", "!", "?"))
    return is_note(text, True) or is_note(said, True) or (ended and words.NOTE.match(text) is not None)


_TOLD_BY_WORDS: tuple[tuple[Mark, Callable[[str], object]], ...] = (
    (Mark.EDITORS, is_caption),
    (Mark.CHROME, _is_sites),
    (Mark.DELIVERY, words.DELIVERY.fullmatch),
    (Mark.DELIVERY, words.DELIVERY_LINE.fullmatch),
    (Mark.TIME, words.is_time),
    (Mark.UPDATED, _is_update),
    (Mark.DATE, _is_date),
    (Mark.EDITORS, words.EDITORS.search),
    (Mark.EDITORS, _is_standfirst),
    (Mark.BULLET, words.BULLET.match),
)
"""What the words of a line alone tell; the first that holds counts."""


def _is_key(lines: Sequence[Line], at: int, text: str) -> bool:
    """``Weapon Program:`` above its bullets, or a short key with a short value."""
    if any(key.match(text) for key in (words.SPEAKERS_KEY, words.TOPICS_KEY, words.PLACE_KEY, words.HEADER_KEY)):
        return True
    m = words.KEY.match(text)
    if not m or len(m["key"].split()) > LONGEST_KEY or words.EVENT.search(text):
        return False
    if not m["value"]:
        after = next((line for line in lines[at + 1 : at + 4] if not line.blank), None)
        title_case = not any(word[0].islower() for word in m["key"].split())
        if not title_case and (len(m["key"].split()) > 2 or words.PRONOUN.match(m["key"])):
            return False
        return after is not None and (
            words.BULLET.match(after.text) is not None or (title_case and len(after.text) < 80)
        )
    return len(m["value"]) < 80 and m["value"][-1] not in ".?!"


def _is_prose(lines: Sequence[Line], at: int, text: str) -> bool:
    if len(text) > MAX_HEADER_LINE:
        return len(text) > LONGEST_TITLE or text[-1] in ".?!" or not words.EVENT.search(text[:60])
    if words.SALUTATION.match(text) and not words.EVENT.search(text):
        return True
    if (
        text.endswith((".", "?", "!", ";", ":", "…", ".”", '."'))
        and not _ABBREVIATED_END.search(text)
        and not words.ELLIPSIS.fullmatch(text)
    ):
        return True
    rest = [line.text for line in _paragraph_from(lines, at)]
    if len(rest) > 1 and text.endswith(",") and words.SALUTATION.match(rest[1]):
        return True
    if text.endswith(",") and len(rest) == 1 and not words.CONTINUES_TITLE.match(text) and not words.EVENT.search(text):
        return True
    wraps = any(below[:1].islower() for below in rest[1:3])
    return (
        wraps
        and len(rest) > 2
        and len(text) > WRAPPED_LINE
        and rest[-1].endswith((".", "?", "!"))
        and not words.EVENT.search(text)
    )


def _paragraph_from(lines: Sequence[Line], at: int) -> list[Line]:
    end = at
    while end < len(lines) and end < at + 12 and not lines[end].blank:
        end += 1
    return list(lines[at:end])
