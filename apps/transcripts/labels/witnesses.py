"""Who the speech and the header say is there: a name alone before a colon is a label if somebody told of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..lines import Line
from .grammar import Voice
from .label import Label
from .surnames import last_names

LISTED_LINES = 40
"""A header seldom is longer."""
_LISTED = re.compile(r"(?<![\w’'-])(?P<name>[A-ZÀ-Þ][\w’'-]{1,30}) \([A-ZÀ-Þ][\w&./-]{1,12}\)(?=\s*[,;]|$| und | and )")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PASSED_ON = re.compile(r"(?<=[.!?…] )([A-ZÀ-Þ][\w’'-]+)\s?\?$")
"""``I am not sure. Jo?``"""
_OTHERS = (Voice.ASKS, Voice.MODERATES)


def told_surnames(lines: Sequence[Line], candidates: Mapping[int, Label]) -> frozenset[str]:
    """Surnames, casefolded: those listed with their body, and those of full names that somebody else says.

    ``Lind (Harbour)`` in the header; ``Jo Lind: So.`` where the moderator introduced Jo Lind, where the question before
    is one for Jo, or where ``Lind:`` answers elsewhere.
    """
    listed = {m["name"].casefold() for line in lines[:LISTED_LINES] for m in _LISTED.finditer(line.text)}
    named = {n: label for n, label in candidates.items() if _is_bare(label) and " " in str(label.name)}
    asked = any(label.voice in _OTHERS for label in candidates.values())
    return frozenset(listed.union(*_told(lines, candidates, named)) if named and asked else listed)


def _told(lines: Sequence[Line], candidates: Mapping[int, Label], named: Mapping[int, Label]) -> Iterator[list[str]]:
    said = {
        line.number: (_WORD if label.voice in _OTHERS else _PASSED_ON).findall(line.text[label.end :])
        for line in lines
        if (label := candidates.get(line.number)) and (label.voice in _OTHERS or line.text[-1] == "?")
    }
    presented = {
        pair
        for number, words in said.items()
        if candidates[number].voice is Voice.MODERATES
        for pair in pairwise(words)
    }
    single = {
        str(label.name).casefold() for label in candidates.values() if _is_bare(label) and " " not in str(label.name)
    }
    above = {below: number for number, below in pairwise(sorted(candidates))}
    for number, label in named.items():
        first, second, *_ = str(label.name).split()
        surnames = last_names(str(label.name))
        if (first, second) in presented or surnames[-1] in single or first in said.get(above.get(number, 0), ()):
            yield surnames


def _is_bare(label: Label) -> bool:
    """A name before a colon at the start of a paragraph, and nothing else."""
    return label.fresh and label.closer == ":" and label.is_bare
