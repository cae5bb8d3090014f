"""Full names that speak once each: where the page has no other labels, several bear each other out."""

from collections.abc import Mapping, Sequence

from ..lines import Line
from .in_sentences import is_somebody
from .label import Label
from .series import small_words

ENOUGH = 3
"""Different people, of whom the header names one."""
_ENDS = (".", "?", "!", "…", "”", '"', ")", "»")


def names_once_each(
    leading: Mapping[int, Label], doubtful: Mapping[int, Label], lines: Sequence[Line]
) -> dict[int, Label]:
    """The full names before a colon at the start of paragraphs, beside others that the page bears out, if one asks."""
    maybe = {n: label for n, label in doubtful.items() if label.fresh and _is_full(label)}
    if not maybe or not leading or not all(map(_is_full, leading.values())):
        return {}
    said = {line.number: line.text[maybe[line.number].end :] for line in lines if line.number in maybe}
    small = small_words(lines)
    found = {n: label for n, label in maybe.items() if said[n].endswith(_ENDS) and is_somebody(label, small)}
    several = len({label.key for label in (*leading.values(), *found.values())}) >= ENOUGH
    return found if several and any(said[n].endswith("?") for n in found) else {}


def _is_full(label: Label) -> bool:
    return label.is_bare and label.closer == ":" and " " in label.printed
