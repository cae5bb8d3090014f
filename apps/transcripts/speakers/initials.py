"""Short names under the full ones: ``A. Ruiz`` beside Ana and Tom Ruiz, ``ANA`` where the header says Ana Ruiz."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .identity import Identity
from .merging import spelled_in
from .names import same_person, surname, written
from .people import Person
from .short_forms import names_in

_INITIAL = re.compile(r"(?P<first>[^\W\d_])\. (?P<last>[^\W\d_][\w’'-]+)")


def with_full_names(
    identities: Sequence[Identity], people: Iterable[Person], header: str
) -> tuple[list[Identity], dict[str, tuple[str, ...]]]:
    """The identities under the one full name of this surname that begins with the initial, by labels or header.

    And for those that two such names fit, these names, by the name casefolded.
    """
    short = {one.name: m for one in identities if one.name and (m := _INITIAL.fullmatch(one.name))}
    if not short:
        return list(identities), {}
    lasts = {m["last"].casefold() for m in short.values()}
    full: dict[str, set[str]] = defaultdict(set)
    told = [*(one.name for one in identities), *(person.name for person in people), *spelled_in(header, lasts)]
    for name in told:
        if name and " " in name and name not in short and surname(name) in lasts:
            full[surname(name)].add(written(name))
    fitting = {
        name: {other for other in full[m["last"].casefold()] if other[0].casefold() == m["first"].casefold()}
        for name, m in short.items()
    }
    one_of = {name: max(found, key=len) for name, found in fitting.items() if found and same_person(found)}
    several = {
        name.casefold(): tuple(sorted(found))
        for name, found in fitting.items()
        if len(found) > 1 and name not in one_of
    }
    return [replace(one, name=one_of.get(one.name or "", one.name)) for one in identities], several


def with_surnames(identities: Sequence[Identity], header: Iterable[str]) -> list[Identity]:
    """The identities; a single name that is the first name of one person whom a line says to speak, under the full one.

    ``with Ana Ruiz``: nobody else of the header has this name, as first name or surname.
    """
    single = {one.name.casefold() for one in identities if one.name and not one.role and " " not in one.name}
    if not single:
        return list(identities)
    lines = list(header)
    known = {
        name: name.casefold().split() for name in (*names_in(lines), *(one.name for one in identities if one.name))
    }
    found: dict[str, set[str]] = defaultdict(set)
    for name, (first, *last) in known.items():
        if last and first in single and any(_SPEAKS.search(line.partition(name)[0]) for line in lines if name in line):
            found[first].add(name)
    surnames = {words[-1] for words in known.values() if len(words) > 1}
    one_of = {first: names.pop() for first, names in found.items() if len(names) == 1 and first not in surnames}
    return [
        replace(one, name=one_of.get(one.name.casefold(), one.name)) if one.name and not one.role else one
        for one in identities
    ]


_SPEAKS = re.compile(r"\b(?:with|by|and|mit|von|und|avec|par|et|con|y|e)\s+$", re.I)
"""Right before a name: whoever it is speaks, or is joined to somebody who does."""
