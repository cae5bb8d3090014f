"""The labels room: which lines begin a turn, and what their labels say.

Door: ``find_labels``.  The words it knows are data in ``grammar``.
"""

from ..lines import Line
from .evidence import supported
from .grammar import NOT_NAMES, Voice
from .label import Label
from .matching import match

__all__ = ["Label", "Voice", "find_labels"]

HEADER_LINES = 40
"""A header seldom is longer: names in these first lines support a label."""


def find_labels(lines: list[Line]) -> tuple[dict[int, Label], dict[int, Label]]:
    """Labels by line number: those the document bears out, and those that only look like one."""
    candidates = {line.number: label for line in lines if (label := match(line.text))}
    words = frozenset(
        word.strip("(),.:;").casefold().removesuffix("’s").removesuffix("'s")
        for line in lines[:HEADER_LINES]
        if line.number not in candidates
        for word in line.text.split()[:60]
        if word[:1].isupper()
    )
    keys = supported(candidates.values(), words - NOT_NAMES)
    accepted = {number: label for number, label in candidates.items() if label.key + label.closer in keys}
    doubtful = {number: label for number, label in candidates.items() if number not in accepted}
    return accepted, doubtful
