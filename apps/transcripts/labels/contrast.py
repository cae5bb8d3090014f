"""Questions before one closer and answers before another: each is told by what the other side has not."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set

from .closers import COLUMN, WEAK
from .grammar import Voice
from .label import Label
from .outlets import looks_like_outlet
from .surnames import all_last_names, is_known, last_names

ENOUGH = 2
_BRACKETS = ("]", ")")
KNOWN_SURNAME = (".-", "]", ")", COLUMN[1])
"""Closers behind which a surname that the document has elsewhere answers: ``[Ruiz] So.``"""


def by_closer(labels: Sequence[Label], proved: Iterable[Label], told: Set[str]) -> set[str]:
    """Keys of the labels that a closer of their own tells from those of the other side.

    And of known surnames that come again before a closer which else only a full name has.  ``told`` are the names of
    the first lines.
    """
    clear = [label for label in proved if label.closer not in WEAK]
    names = {word for label in clear if label.name for word in all_last_names(label.name)} | told
    counts = Counter((label.key, label.closer) for label in labels)
    asking = Counter(label.closer for label in labels if _asks(label))
    again = [label for label in labels if asking and label.fresh and counts[label.key, label.closer] >= ENOUGH]
    surnames = [
        label
        for label in again
        if label.closer in KNOWN_SURNAME and label.is_bare and set(last_names(label.printed)) <= names
    ]
    found = {_key(label) for label in surnames}
    missing = _missing(labels, [*clear, *surnames])
    weak = [label for label in (labels if missing is Voice.ASKS else again) if label.closer in WEAK]
    if missing is Voice.ANSWERS:
        return found | {_key(label) for label in weak if _answers(label, names)}
    if missing is Voice.ASKS:
        asks = [label for label in weak if _asks(label)]
        found |= {_key(one) for one in asks if asking[one.closer] >= ENOUGH or (one.voice and one.closer in _BRACKETS)}
    return found


def _missing(labels: Iterable[Label], clear: Iterable[Label]) -> Voice | None:
    """Who has no label before a closer that proves one: whoever asks, or whoever answers."""
    asks = any(label.voice is Voice.ASKS and label.closer not in WEAK for label in labels)
    answers = any(not label.voice for label in clear)
    return None if asks == answers else Voice.ASKS if answers else Voice.ANSWERS


def _key(label: Label) -> str:
    return label.key + label.closer


def _asks(label: Label) -> bool:
    """``Question – Why?``, ``Jo Lind (AFP) – Why?`` beside ``MAYOR RUIZ:``: a closer of their own tells them apart."""
    named = label.name is not None and " " in label.name and looks_like_outlet(label.affiliation or "")
    return label.fresh and (label.voice is Voice.ASKS or (named and not label.office))


def _answers(label: Label, names: Set[str]) -> bool:
    """``[Mayor] So.`` beside ``Q:``, an office or a known surname."""
    known = label.name is not None and is_known(last_names(label.name), names, fresh=True)
    return label.fresh and not label.voice and (label.office is not None or known)
