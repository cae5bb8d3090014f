"""The source as numbered lines: the raw line is evidence, the cleaned one is what the grammar reads."""

import re
from dataclasses import dataclass

_CLEANED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")) | dict.fromkeys(
    map(ord, "\u00a0\u202f\u2007"), " "
)
_ESCAPED = re.compile(r"\\([\[\](){}*_#.!<>~|&$+-])")


@dataclass(frozen=True, slots=True)
class Line:
    """One source line: ``number`` counts from 1, ``raw`` is as printed, ``text`` as the grammar reads it."""

    number: int
    raw: str
    text: str
    """Without indent, invisible characters and Markdown escapes; runs of spaces stay, they may close a label."""

    @property
    def blank(self) -> bool:
        return not self.text


def split(text: str) -> list[Line]:
    """The lines of a text, split on ``\\n`` only, so that a number means the same in every tool."""
    return [Line(number, raw, _clean(raw)) for number, raw in enumerate(text.split("\n"), 1)]


def _clean(raw: str) -> str:
    if raw.isascii() and "\\" not in raw:
        return raw.strip()
    return _ESCAPED.sub(r"\1", raw.translate(_CLEANED)).strip()
