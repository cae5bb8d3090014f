"""Reporters of houses that nobody knows, where a question opens with name and house and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..labels.who import holds_office, plain
from .introductions import REACH
from .spoken import PLACE_NAMES, Introduction, bare, person, sentences

_FORM = re.compile(r"(?P<name>[^\W\d_a-z][^,.:;?!\n]{3,40}),\s+(?P<house>[^\W\d_a-z][^,:;?!\n]{1,40})\.")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
MOST_WORDS = 4
_TOPICS = frozenset(
    """
    deal plan phase act law bill reform policy budget tax taxes war crisis summit vaccine climate energy housing report
    ruling case talks agreement treaty strategy security defence defense health education economy trade project bridge
    gesetz reform haushalt krieg krise gipfel klima loi réforme guerre crise ley guerra crisis clima presupuesto
    """.split()
)
"""What a question may open with too, in capitals: ``Green Deal, Phase Two.``"""
_JOINTS = frozenset("of the and de la le du des del der die das am y et und".split())


def unlisted(
    texts: Sequence[str], untold: Sequence[bool], told: Iterable[Introduction | None]
) -> list[Introduction | None]:
    """``Jo Lind, Streetsblog.``: who asks in those texts that are ``untold``.

    Where none of the reporters who are ``told`` says an outlet, nothing tells a house from whatever else stands behind
    a name, and only the name is taken; nobody whose surname the speech says elsewhere is.
    """
    found = [_opening(text) if asks else None for text, asks in zip(texts, untold, strict=True)]
    if not any(found):
        return found
    said = Counter(word for text in texts for word in _WORD.findall(text))
    housed = any(one and one.name and one.outlet for one in told)
    own = [
        one
        if one and one.name and said[one.name.split()[-1]] == 1 and not any(said[w.lower()] for w in one.name.split())
        else None
        for one in found
    ]
    return [one if housed or one is None else Introduction(one.name) for one in own]


def _opening(text: str) -> Introduction | None:
    first = next(iter(sentences(text[:REACH])), "")
    m = _FORM.fullmatch(first)
    if not m or first.isupper():
        return None
    name, house = person(m["name"]), m["house"].split()
    capitals = len(house) <= MOST_WORDS and all(word[0].isupper() or word in _JOINTS for word in house)
    if not name or name != m["name"] or " " not in name or not capitals:
        return None
    words = " ".join(house)
    if _TOPICS.intersection(map(plain, [*name.split(), *house])):
        return None
    place = words.casefold() in PLACE_NAMES or holds_office(words) or holds_office(plain(house[0]))
    return None if place else Introduction(name, bare(words))
