"""One person under several labels: ``RUIZ``, ``Secretary General Ruiz`` and ``Ana Ruiz`` are one."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from ..labels.grammar import HONORIFICS, NOT_NAMES
from ..labels.who import holds_office, plain
from .identity import Identity
from .names import same_person, surname
from .people import Person, canonical_office

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST_NAME = re.compile(r"(?<![\w’'-])(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-Z]\.)?)\s+$")
LONGEST_FIRST_NAME = 40
_NO_FIRST_NAME = NOT_NAMES | HONORIFICS


def full_names(
    identities: Iterable[Identity], people: Sequence[Person], header: str, speech: str
) -> dict[str, tuple[str, ...]]:
    """The full names for each surname that stands alone in a label: more than one if several persons share it.

    Labels and header count first, then the speech; there a surname with an office does not count, because a
    president's family is spoken of too.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for name in [one.name for one in identities if one.name] + [person.name for person in people]:
        if " " in name:
            holders[surname(name)].add(name)
    alone = {one.name.casefold(): one.role for one in identities if one.name and " " not in one.name}
    alone |= {person.name.casefold(): person.role for person in people if " " not in person.name}
    for text, wanted in ((header, list(alone)), (speech, [name for name, role in alone.items() if role is None])):
        for first, last in _spoken(text, {name for name in wanted if name not in holders}):
            holders[last.casefold()].add(f"{first} {last}")
    return {last: _different(names) for last, names in holders.items() if last in alone}


def _different(names: set[str]) -> tuple[str, ...]:
    """The names of different people; the fullest where they are one person's."""
    return (max(names, key=len),) if same_person(names) else tuple(sorted(names))


def _spoken(text: str, surnames: Container[str]) -> Iterator[tuple[str, str]]:
    """First and last names that the text spells out for these surnames (casefolded)."""
    for m in _WORD.finditer(text):
        if m[0].casefold() not in surnames or not m[0][0].isupper():
            continue
        before = _FIRST_NAME.search(text[max(0, m.start() - LONGEST_FIRST_NAME) : m.start()])
        if before:
            first = " ".join(before["first"].split())
            if not first.isupper() and plain(first.split()[0]) not in _NO_FIRST_NAME and not holds_office(first):
                yield first, m[0]


class People:
    """The people of one document, found by surname or by office."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_office: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._add(person)

    def _add(self, person: Person) -> None:
        self._by_surname[surname(person.name)].append(person)
        if person.office:
            self._by_office[person.office].append(person)

    def add_holders(self, identities: Iterable[Identity]) -> None:
        """Add those whom a label gives an office and a full name: ``Mayor Ana Ruiz``."""
        for one in identities:
            if not one.name or " " not in one.name or not one.role or one.part:
                continue
            office = canonical_office(one.role.casefold())
            if surname(one.name) not in self._by_surname and office not in self._by_office:
                self._add(Person(one.name, office, one.role))

    def like(self, identity: Identity) -> list[Person]:
        """Those with this surname, or for an office alone, those who hold it."""
        if identity.name:
            return self._by_surname.get(surname(identity.name), [])
        return self._by_office.get(canonical_office((identity.role or "").casefold()), [])


def merge(identity: Identity, names: dict[str, tuple[str, ...]], people: People) -> Identity:
    """The identity under its full name, with the role that the header gives."""
    name = _only(names, identity.name) if identity.name and " " not in identity.name else identity.name
    holders = people.like(replace(identity, name=name))
    if len(holders) != 1:
        return replace(identity, name=name)
    [holder] = holders
    if not name or (len(holder.name.split()) > len(name.split()) and " " not in name):
        name = _only(names, holder.name)
    return replace(identity, name=name, role=_fuller(identity.role, holder.role))


def _only(names: dict[str, tuple[str, ...]], name: str) -> str:
    """The full name if one person only has this surname; else the name as it is."""
    found = names.get(name.casefold(), ())
    return found[0] if len(found) == 1 else name


def _fuller(label_role: str | None, header_role: str | None) -> str | None:
    """A role as told, rather than the bare office that a label has."""
    return max((role for role in (label_role, header_role) if role), key=len, default=None)
