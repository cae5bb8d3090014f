"""Names alone on their lines, each only once or twice: what none of them proves, several of one form do."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..lines import Line
from .grammar import ARTICLES, INSTITUTIONS, PARTICLES
from .label import Label
from .outlets import PLACES, looks_like_outlet
from .who import TWO_WORD_PLACES, plain

ENOUGH = 3
"""So many names stand in a series."""
CLOSED_PREVAIL = 2
"""Where labels with a closer are so many times more, a name alone on its line is a heading."""
MOST_WORDS = 4
LEAST_SPEECH = 45
"""Characters of a line that may go on below; a shorter one ends its sentence."""
_ENDS = (".", "?", "!", "…", "”", '"', "»", ")")
_SMALL_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿ][\w’'-]*")
_MARKS = re.compile(r"[*_#]*")


def names_above_speech(lines: Sequence[Line], alone: Mapping[int, Label]) -> dict[int, Label]:
    """Of the names alone on their lines, those set off above speech that are no heads: ``Middle East``."""
    maybe = {number: label for number, label in alone.items() if _is_full_name(label)}
    if not maybe:
        return {}
    found = {}
    small = small_words(lines)
    full = [None, *(line for line in lines if not line.blank)]
    for (above, line), (_, below) in zip(pairwise(full), pairwise([*full[1:], None]), strict=False):
        if line is None or below is None or line.number not in maybe:
            continue
        set_off = above is None or above.number < line.number - 1
        if set_off and is_speech(below.text) and not _small(maybe[line.number]) <= small:
            found[line.number] = maybe[line.number]
    return found


def series(lines: Sequence[Line], names: Mapping[int, Label], closed: int) -> dict[int, Label]:
    """The names that are labels because enough stand in one form, most of them no words of the speech.

    ``closed`` is how many labels with a closer the document has; somebody asks something in a conference.
    """
    if len(names) < ENOUGH or closed > CLOSED_PREVAIL * len(names):
        return {}
    text = {line.number: line.text for line in lines}
    form = Counter(_form(text[number]) for number in names).most_common(1)[0][0]
    alike = {number: label for number, label in names.items() if _form(text[number]) == form}
    small = small_words(lines)
    clear = sum(not _small(label) & small for label in alike.values())
    first = min(alike)
    asked = any("?" in line.text for line in lines if line.number > first)
    return alike if asked and clear >= ENOUGH and clear * 3 >= len(alike) * 2 else {}


def _form(text: str) -> tuple[str, bool]:
    m = _MARKS.match(text)
    return (m[0] if m else "", text.isupper())


def _is_full_name(label: Label) -> bool:
    words = (label.name or "").split()
    no_head = not any(plain(word) in INSTITUTIONS for word in words) and " ".join(words).casefold() not in PLACES
    named = 1 < len(words) <= MOST_WORDS and label.printed.endswith(words[-1])
    no_place = not words or plain(words[0]) not in TWO_WORD_PLACES | ARTICLES
    return named and no_place and no_head and not looks_like_outlet(label.name or "")


def small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that the text prints in small letters: those of a head come again there, those of a name do not."""
    return frozenset(word for line in lines for word in _SMALL_WORD.findall(line.text))


def _small(label: Label) -> frozenset[str]:
    return frozenset(plain(word) for word in (label.name or "").split()) - PARTICLES


def is_speech(text: str) -> bool:
    """Whether a line is long enough to go on below, or ends a sentence."""
    return len(text) >= LEAST_SPEECH or text.endswith(_ENDS)
