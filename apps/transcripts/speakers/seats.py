"""Offices that stand on the line above their holder in a header."""

from collections.abc import Sequence

from ..labels.grammar import ARTICLES, GENRES, HONORIFICS
from ..labels.outlets import PLACES, looks_like_outlet
from ..labels.titles import POSTNOMINALS
from ..labels.who import is_name, office_at, plain

LONGEST_HOLDER = 4
LONGEST_PORTFOLIO = 8
"""Words."""
_SMALL = frozenset("of for the and de du des del della la le für der die y et und di".split())


def holders_below(lines: Sequence[str]) -> dict[str, str]:
    """The lines that name whose office the line above tells, each with that line before it."""
    return {
        below: pair
        for top, above, below in zip(["", *lines], lines, lines[1:], strict=False)
        if (pair := _holder_below(above, below)) and not _is_person(top)
    }


def _is_person(line: str) -> bool:
    """``The Hon. Ana Ruiz MP``, whose office the next line tells."""
    words = [word for word in line.split() if plain(word) not in HONORIFICS | POSTNOMINALS | ARTICLES]
    return len(words) > 1 and is_name(words) and not any(plain(word) in GENRES for word in words)


def is_office(line: str) -> bool:
    """Whether a line is an office and nothing else, so that its holder may stand on the next."""
    words = line.split()
    return bool(words) and office_at(words, 0) == len(words)


def _holder_below(line: str, below: str) -> str | None:
    """Both lines as one text where the first ends in an office and what it is for, and the next may be its holder.

    ``Minister of Harbours`` above ``Ana Ruiz``; below more than an office (``Point de presse du ministre des Ports``)
    only a name with its honorific, for a place may stand there as well.
    """
    words, name = line.split(), below.split()
    titled = len(name) > 1 and plain(name[0]) in HONORIFICS
    full = name[titled:]
    if len(full) + titled <= 1 or len(full) > LONGEST_HOLDER or not is_name(full) or _is_elsewhere(below):
        return None
    begins = range(len(words)) if titled else range(min(1, len(words)))
    held = any(_is_seat_with_portfolio(words[at:]) for at in begins)
    return f"{line}, {below}" if held else None


def _is_elsewhere(line: str) -> bool:
    return line.casefold() in PLACES or looks_like_outlet(line)


def _is_seat_with_portfolio(words: list[str]) -> bool:
    """``ministre des Ports``, ``Minister für Häfen und Fischerei``: an office, and what it is for."""
    size = office_at(words, 0)
    what = words[size:]
    if not size or not what:
        return False
    named = all(word[0].isupper() or word.casefold() in _SMALL for word in what)
    return what[0].casefold() in _SMALL and len(what) <= LONGEST_PORTFOLIO and named
