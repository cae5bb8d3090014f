"""The source as numbered lines: the raw line is evidence, the cleaned one is what the grammar reads."""

import re
from typing import NamedTuple

from .margin import margins

LONGEST_GAP = 2
"""Blank lines in a row that are kept: more of them tell nothing."""

_CLEANED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")) | dict.fromkeys(
    map(ord, "\u00a0\u202f\u2007"), " "
)
_ESCAPED = re.compile(r"\\([!-/:-@\[\]^-`{-~])")  # any ASCII punctuation, as CommonMark has it, but a backslash


class Line(NamedTuple):
    """One source line: ``number`` counts from 1, ``raw`` is as printed, ``text`` as the grammar reads it."""

    number: int
    raw: str
    text: str
    """Without margin number, indent, invisible characters and Markdown escapes; runs of spaces stay, they may close a
    label."""
    margin: int = 0
    """Characters of the number at the margin; the line as printed holds them."""

    @property
    def blank(self) -> bool:
        return not self.text


def split(text: str) -> list[Line]:
    """The lines of a text without what is blank beyond ``LONGEST_GAP``.

    Split on ``\\n`` only, so that a number means the same in every tool.
    """
    lines: list[Line] = []
    gap = 0
    rows = text.split("\n")
    margin = margins(rows)
    for number, raw in enumerate(rows, 1):
        width = margin.get(number, 0) if margin else 0
        cleaned = _clean(raw[width:] if width else raw)
        gap = 0 if cleaned or width else gap + 1
        if gap <= LONGEST_GAP:
            lines.append(Line(number, raw, cleaned, width))
    return lines


def _clean(raw: str) -> str:
    if raw.isascii() and "\\" not in raw:
        return raw.strip()
    return _ESCAPED.sub(r"\1", raw.translate(_CLEANED)).strip()
