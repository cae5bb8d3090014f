"""Where the conference took place: ``James S. Brady Press Briefing Room``, ``Brussels, Belgium``."""

import re
from collections.abc import Sequence

from ..lines import Line
from . import words
from .marks import Mark

_CITY_COUNTRY = re.compile(r"[A-ZÀ-Þ][\w.' -]{1,30},\s+[A-ZÀ-Þ][\w.' -]{1,30}$")
_BRIEFING_ROOM = re.compile(r"(?:press )?briefing room", re.I)
_PERSON = re.compile(
    r"\b(?:secretary|minister|president|spokes\w+|chairman|chair|director|ambassador|mr|ms|mrs|dr)\b", re.I
)


def read_place(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> str | None:
    """The paragraph of the header that names a place, its lines joined by a comma; not one of the title's own lines.

    ``City, Country`` counts before a mere building, which may be the publisher's address.
    """
    places = [paragraph for paragraph in _paragraphs(lines, marks) if _is_place(paragraph, title)]
    chosen = next(
        (one for one in places if any(_CITY_COUNTRY.match(line) for line in one)), places[0] if places else None
    )
    return ", ".join(line.rstrip(",") for line in chosen) if chosen else None


def _is_place(paragraph: Sequence[str], title: Sequence[str]) -> bool:
    text = ", ".join(paragraph)
    if text.casefold().startswith("via "):
        return True
    if (
        not paragraph
        or paragraph[0] in title
        or _PERSON.search(text)
        or words.EVENT.search(_BRIEFING_ROOM.sub("", text))
    ):
        return False
    return any(words.PLACE.search(line) or _CITY_COUNTRY.match(line) for line in paragraph)


def _paragraphs(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[str]]:
    result: list[list[str]] = []
    open_paragraph = False
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.PLAIN:
            if not open_paragraph:
                result.append([])
            text = " ".join(line.text.strip("*_#() ").split())
            if text and not words.MASTHEAD.match(text):
                result[-1].append(text)
        open_paragraph = one is Mark.PLAIN
    return result
