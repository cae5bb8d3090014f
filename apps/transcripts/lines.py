"""The source as numbered lines: the raw line is evidence, the cleaned one is what the grammar reads."""

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_ESCAPED = re.compile(r"\\([\[\](){}*_#.!<>~|&$+-])")


@dataclass(frozen=True, slots=True)
class Line:
    """One source line: ``number`` counts from 1, ``raw`` is as printed, ``text`` as the grammar reads it."""

    number: int
    raw: str
    text: str
    """Composed (NFC), without indent, invisible characters and Markdown escapes; runs of spaces stay, they may close a label."""

    @property
    def blank(self) -> bool:
        return not self.text


def split(text: str) -> list[Line]:
    """The lines of a text, split on ``\\n`` only, so that a number means the same in every tool."""
    return [Line(number, raw, _clean(raw)) for number, raw in enumerate(text.split("\n"), 1)]


def _clean(raw: str) -> str:
    if raw.isascii() and "\\" not in raw:
        return raw.strip()
    text = (
        unicodedata.normalize("NFC", raw)
        .translate(_INVISIBLE)
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
        .replace("\u2007", " ")
    )
    return _ESCAPED.sub(r"\1", text).strip()
