"""The place beside a date: ``Paris, le 7 février 2024``, ``(Lund, 4 March 2019)``, ``4 March 2019 in Lund``."""

import re
from collections.abc import Sequence

from ..lines import Line
from . import date_words, words
from .dates import find_dates, leading_date
from .marks import LONGEST_DATE_LINE, Mark
from .towns import TOWNS

_BEFORE = re.compile(r"(?P<place>[^\W\d_][^\d,;:|]{1,40}(?:, [^\W\d_][^\d,;:|]{1,30}){0,2}),")
_AFTER = re.compile(
    r"(?:in|à|en|em|a|at)\s+(?P<place>[^\W\d_][^\d;:|]{1,60})|,\s(?P<city>[^\d,;:|]{2,30}, [^\d,;:|]{2,30})"
)
_ABBREVIATED = re.compile(r"\b[A-Z]\.$")
_SMALL = frozenset("am an der de la le les del di da do dos of the upon sur sous en y und et i".split())
_LINKS = re.compile(r"(?:[,\s(]*\b(?:le|den|dem|el|il|li|am|a|on|em|vom|del|du|the))*[\s(,]*$", re.I)
LONGEST_PLACE = 6
"""Words of a place."""


def place_beside_date(lines: Sequence[Line], marks: Sequence[Mark]) -> str | None:
    """The place that stands in a line with a date and nothing else."""
    for line, one in zip(lines, marks, strict=False):
        if one not in (Mark.DATE, Mark.PLAIN) or len(line.text) > LONGEST_DATE_LINE:
            continue
        text = line.text.strip("*_#() ")
        if (one is Mark.DATE or text != line.text or leading_date(text) or date_words.WEEKDAY.match(text)) and (
            place := _beside(text)
        ):
            return place
    return None


def _beside(text: str) -> str | None:
    dates = find_dates(text)
    if not dates:
        return None
    before = _LINKS.sub("", date_words.WEEKDAY.sub("", text[: dates[0].start])).rstrip(" ,-–—~|•·/")
    before = (before if _ABBREVIATED.search(before) else before.rstrip(" ,.-–—")) + ","
    after, timed = date_words.CLOCK.subn("", text[dates[-1].end :], count=1)
    after = after.strip(" )-–—|")
    parted = "," in text[: dates[0].start] or before[:-1].casefold() in TOWNS
    m = _BEFORE.fullmatch(before) if parted else None
    place = m["place"] if m else None
    after = "" if leading_date(text) else after
    if place is None and (n := _AFTER.fullmatch(after)):
        place = n["place"] or n["city"]
    behind = text[dates[-1].end :].strip(" ,").split()
    if place is None and not text[: dates[0].start]:
        place = next((town for end in (3, 2, 1) if (town := " ".join(behind[:end])).casefold() in TOWNS), None)
    if place is None and timed and words.PLACE.search(room := after.strip(" ,")) and not leading_date(text):
        return room if is_named_place(words.BRIEFING_ROOM.sub("Room", room)) else None
    return place.strip() if place and is_named_place(place.strip()) else None


def is_named_place(text: str) -> bool:
    """Whether a few words may name a place: capitalised, and none that tells an event, a person or a publisher."""
    tokens = text.replace(",", " ").split()
    named = all(token[0].isupper() or token.casefold() in _SMALL for token in tokens) and text[0].isupper()
    told = (
        words.EVENT,
        words.PERSON,
        date_words.PUBLISHED,
        date_words.UPDATED,
        words.CHROME,
        date_words.WEEKDAY,
        words.PUBLISHER,
    )
    genre = any(
        token.casefold() in words.GENRE_WORDS - _SMALL or token.endswith(("konferenz", "gespräch")) for token in tokens
    )
    return named and not genre and len(tokens) <= LONGEST_PLACE and not any(one.search(text) for one in told)
