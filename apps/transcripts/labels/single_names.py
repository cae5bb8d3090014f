"""A single name that answers once: the answer that is missing between two questions shows that it is a label."""

from collections.abc import Mapping, Sequence

from ..lines import Line
from .between import alone_between
from .grammar import Voice
from .label import Label
from .series import small_words


def names_between(
    leading: Mapping[int, Label], doubtful: Mapping[int, Label], lines: Sequence[Line]
) -> dict[int, Label]:
    """The single names, printed once, that stand between two questions, where other single names answer.

    ``EVA:`` beside ``LARS:``.  A word that the text has in small letters is no name.
    """
    forms = {label.printed.isupper() for label in leading.values() if _is_single_name(label)}
    maybe = {n: label for n, label in doubtful.items() if _is_single_name(label) and label.printed.isupper() in forms}
    if not maybe:
        return {}
    alone = [
        number
        for number, above, below in alone_between(leading, maybe)
        if above and above.voice is Voice.ASKS and (below is None or below.voice is Voice.ASKS)
    ]
    small = small_words(lines) if alone else frozenset()
    return {number: maybe[number] for number in alone if maybe[number].key not in small}


def _is_single_name(label: Label) -> bool:
    bare = label.is_bare and not label.voice and label.closer == ":" and label.fresh
    return bare and " " not in label.printed and len(label.printed) > 1 and not label.is_small
