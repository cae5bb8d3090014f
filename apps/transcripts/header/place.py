"""Where the conference took place: ``James S. Brady Press Briefing Room``, ``Brussels, Belgium``."""

import re
from collections.abc import Sequence

from ..lines import Line
from . import words
from .marks import Mark

_CITY_COUNTRY = re.compile(r"[A-ZÀ-Þ][\w.' -]{1,30},\s+[A-ZÀ-Þ][\w.' -]{1,30}$")
_PERSON = re.compile(
    r"\b(?:secretary|minister|president|spokes\w+|chairman|chair|director|ambassador|mr|ms|mrs|dr)\b", re.I
)


def read_place(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> str | None:
    """The paragraph of the header that names a place, its lines joined by a comma; not one of the title's own lines."""
    for paragraph in _paragraphs(lines, marks):
        if paragraph[0] in title:
            continue
        text = ", ".join(line.rstrip(",") for line in paragraph)
        if words.EVENT.search(re.sub(r"press briefing room|briefing room", "", text, flags=re.I)) or _PERSON.search(
            text
        ):
            continue
        if any(words.PLACE.search(line) or _CITY_COUNTRY.match(line) for line in paragraph):
            return text
    return None


def _paragraphs(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[str]]:
    result: list[list[str]] = []
    open_paragraph = False
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.PLAIN:
            if not open_paragraph:
                result.append([])
            result[-1].append(" ".join(line.text.strip("*_# ").split()))
        open_paragraph = one is Mark.PLAIN
    return result
