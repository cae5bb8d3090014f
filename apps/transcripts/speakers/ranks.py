"""Namesakes told apart by the title before their surname: ``Supt. Ruiz`` is Superintendent Ana Ruiz."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..labels import Label
from ..labels.grammar import HONORIFICS, NOT_NAMES
from ..labels.titles import RANKS
from ..labels.who import is_name, plain
from .identity import Identity
from .merging import title_before
from .names import same_person, surname, written
from .offices import RANKED, agree, canonical_office
from .people import Person

LOOK_BACK = 80
"""Characters before a surname in which a first name and the title before it stand."""
_IN_FULL = frozenset(RANKS.values())
_FIRST_NAME = re.compile(r"(?<![\w’'.-])(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:[A-ZÀ-Þ]\.)+)?)\s+$")


def by_rank(
    identities: Sequence[Identity], labels: Sequence[Label | None], people: Sequence[Person], texts: Sequence[str]
) -> list[Identity]:
    """The identities; a surname behind a title under the one full name that the texts print behind the same title.

    An office is not asked where the header names one person only of this surname: it tells more than the speech; nor
    where two of this surname may be called by it.
    """
    in_header = [surname(person.name) for person in people]

    def is_told(rank: str, last: str) -> bool:
        called = [one.office and agree(rank, one.office) for one in people if surname(one.name) == last]
        return in_header.count(last) == 1 or sum(map(bool, called)) > 1

    wanted = [
        (rank, surname(one.name)) if one.name and " " not in one.name and (rank := _rank(one, label)) else None
        for one, label in zip(identities, labels, strict=True)
    ]
    wanted = [
        None if key and label and label.office and is_told(*key) else key
        for key, label in zip(wanted, labels, strict=True)
    ]
    if not any(wanted):
        return list(identities)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text in texts:
        for rank, name in _titled(text, {key[1] for key in wanted if key}):
            found[rank, surname(name)].add(name)
    one_of = {key: max(names, key=len) for key, names in found.items() if same_person(names)}
    return [
        replace(one, name=one_of[key]) if key and key in one_of else one
        for one, key in zip(identities, wanted, strict=True)
    ]


def _rank(one: Identity, label: Label | None) -> str | None:
    if label is None:
        return None
    if label.office:
        return canonical_office((one.role or label.office).casefold())
    return RANKS.get(label.honorific or "")


def _titled(text: str, surnames: set[str]) -> Iterator[tuple[str, str]]:
    """Every full name of these surnames behind a title, and the title in full."""
    for last in surnames:
        for spelled in (written(last.upper()), last.upper()):
            yield from _behind_titles(text, spelled)


def _behind_titles(text: str, last: str) -> Iterator[tuple[str, str]]:
    """The same for one surname as spelled; found without a pattern, which would cost more."""
    at = -len(last)
    while (at := text.find(last, at + len(last))) >= 0:
        if text[at + len(last) : at + len(last) + 1].isalpha():
            continue
        above = text[max(0, at - LOOK_BACK) : at].rpartition("\n")[2]
        before = _FIRST_NAME.search(above)
        if not before:
            continue
        words = [*before["first"].split(), last]
        title = above[: before.start()].rstrip()
        word = plain(title.split()[-1]) if title else ""
        rank = RANKS.get(word, word if word in _IN_FULL else None) or _office_before(title)
        if rank and is_name(words) and plain(words[0]) not in HONORIFICS | NOT_NAMES:
            yield rank, written(" ".join(words))


def _office_before(title: str) -> str | None:
    """The office that these words end with, with the word that makes another of it: ``former president``."""
    office = title_before(f"{title} ")
    if not office:
        return None
    before = title.split()[: -office.count(" ") - 1]
    ranked = bool(before) and plain(before[-1]) in RANKED
    return f"{plain(before[-1])} {office}" if ranked else canonical_office(office)
