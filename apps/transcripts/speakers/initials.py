"""An initial and a surname under the full name that it stands for: ``A. Ruiz`` beside Ana and Tom Ruiz."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .identity import Identity
from .merging import spelled_in
from .names import same_person, surname, written
from .people import Person

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
