"""An outlet that asks once, between two answers: the turn that is missing there shows that it is a label."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from .grammar import NOT_NAMES, Voice
from .label import Label
from .outlets import looks_like_outlet
from .who import plain

OUTLET_ENDS: frozenset[str] = frozenset(
    """
    news media agency daily radio tv television times newspaper broadcasting newswire herald tribune gazette press
    courier chronicle examiner observer telegraph ledger dispatch sentinel bulletin inquirer advertiser weekly
    zeitung rundfunk nachrichten anzeiger tageblatt noticias diario dagblad nyheter
    """.split()
)
"""Words that end an outlet's name and no person's."""
_STATION = re.compile(r"[A-Z]{1,3}(?:TV|FM)|[A-Z]{1,2}NN")
"""``LTV``: initials that only a station has."""
ENOUGH_OUTLETS = 2
ENOUGH_ANSWERS = 3
LONGEST_OUTLET = 6


def is_house(words: str) -> bool:
    """``Africa Daily``, ``The Bank Times``: capitalised words the last of which only outlets' names have."""
    *others, last = words.removeprefix("The ").split() or [""]
    capitals = all(word[0].isupper() and plain(word) not in NOT_NAMES for word in others)
    return bool(others) and len(others) < LONGEST_OUTLET and capitals and last.casefold() in OUTLET_ENDS


def as_outlet(label: Label) -> Label:
    """A label whose name is an outlet's: nobody is called ``Coastal News``."""
    if not label.name or label.office or label.honorific or label.affiliation or label.voice:
        return label
    words = label.name.casefold().split()
    if (len(words) > 1 and words[-1] in OUTLET_ENDS) or _STATION.fullmatch(label.printed):
        return replace(label, voice=Voice.ASKS, name=None, affiliation=label.printed)
    return label


def outlets_between(leading: Mapping[int, Label], doubtful: Mapping[int, Label]) -> dict[int, Label]:
    """The doubtful labels that stand alone between two turns of whoever answers, where outlets ask all the time."""
    named = Counter(label.key for label in leading.values() if not label.voice and label.closer == ":")
    outlets = {label.key for label in map(as_outlet, leading.values()) if _is_outlet(label)}
    answerer, times = next(iter(named.most_common(1)), ("", 0))
    if times < ENOUGH_ANSWERS or not outlets:
        return {}
    alone = [
        number
        for number, above, below in alone_between(leading, {n: one for n, one in doubtful.items() if _may_ask(one)})
        if above and below and above.key == below.key == answerer
    ]
    sounding = {doubtful[number].key for number in alone if looks_like_outlet(doubtful[number].printed)}
    if len(outlets | sounding) < ENOUGH_OUTLETS:
        return {}
    return {number: _asking(doubtful[number]) for number in alone}


def alone_between(
    leading: Mapping[int, Label], doubtful: Mapping[int, Label]
) -> Iterator[tuple[int, Label | None, Label | None]]:
    """The line of each doubtful label that is the only one between two that are none, and these two."""
    gaps: dict[int, list[int]] = {}
    order = sorted(leading)
    after = 0
    for number in sorted(doubtful):
        while after < len(order) and order[after] < number:
            after += 1
        gaps.setdefault(after, []).append(number)
    for after, numbers in gaps.items():
        if len(numbers) == 1:
            above = leading[order[after - 1]] if after else None
            yield numbers[0], above, leading[order[after]] if after < len(order) else None


def _is_outlet(label: Label) -> bool:
    return label.voice is Voice.ASKS and label.affiliation == label.printed


def _may_ask(label: Label) -> bool:
    titled = label.office or label.honorific or label.voice or label.affiliation
    several = " " in label.printed and label.printed.count(" ") < LONGEST_OUTLET
    return label.fresh and label.closer == ":" and not titled and (several or looks_like_outlet(label.printed))


def _asking(label: Label) -> Label:
    """The label as an asker's: an outlet if its words say so, else somebody whom nothing names."""
    outlet = label.printed if looks_like_outlet(label.printed) else None
    return replace(label, voice=Voice.ASKS, name=None, affiliation=outlet)
