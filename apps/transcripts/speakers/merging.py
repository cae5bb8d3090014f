"""One person under several labels: ``RUIZ``, ``Secretary General Ruiz`` and ``Ana Ruiz`` are one."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..labels.grammar import HONORIFICS, INSTITUTIONS, NOT_NAMES, VOICES
from ..labels.titles import PORTFOLIOS
from ..labels.who import LONGEST_OFFICE, holds_office, office_at, plain
from .identity import Identity
from .names import may_be_one, same_person, surname
from .people import Person, canonical_office, initials

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST_NAME = re.compile(r"(?<![\w’'-])(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-Z]\.)?)\s+$")
LONGEST_FIRST_NAME = 80
"""Characters before a surname in which a first name and the office before it stand."""
_NO_FIRST_NAME = NOT_NAMES | HONORIFICS | INSTITUTIONS | PORTFOLIOS | VOICES.keys() | {"fire"}
_HEADS = frozenset("president minister premier chancellor king queen pope presidente presidenta président".split())
"""The last word of an office whose holder's family is in the news as well."""
_OF_OTHER_RANK = frozenset(
    "prime first deputy vice assistant former under acting lieutenant associate premier première primer primera".split()
)
"""Words that make another office of one."""
_OF_FAMILY = frozenset(["mrs"])
"""Before a head's surname: wife or head, nobody can tell."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A full name that the speech spells out, and the office said right before it."""

    first: str
    last: str
    title: str


def full_names(
    identities: Iterable[Identity], people: Sequence[Person], header: str, speech: str
) -> dict[str, tuple[str, ...]]:
    """The full names for each surname that stands alone in a label: more than one if several persons share it.

    Labels and header count first, then the speech.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for name in [one.name for one in identities if one.name] + [person.name for person in people]:
        if " " in name:
            holders[_straight(surname(name))].add(name)
    alone = {_straight(one.name): one.role for one in identities if one.name and " " not in one.name}
    alone |= {_straight(person.name): person.role for person in people if " " not in person.name}
    for text in (header, speech):
        unnamed = {name: role for name, role in alone.items() if name not in holders}
        for spoken in _spoken(text, unnamed):
            role = unnamed[_straight(spoken.last)]
            if role is None or text is header or _fits(spoken, role):
                holders[_straight(spoken.last)].add(f"{spoken.first} {spoken.last}")
    return {last: _different(names) for last, names in holders.items() if last in alone}


def _fits(spoken: _Spoken, role: str) -> bool:
    """Whether a full name heard in the speech may be the office-holder's and not a relative's.

    The office spelled out (``Vors.``: Vorsitzende) is no first name.  A president's family is spoken of too, so that
    of a head only the name right after the office counts.
    """
    if spoken.first.casefold().startswith(role.casefold().rstrip(".")):
        return False
    office = canonical_office(role.casefold())
    same = spoken.title.endswith((role.casefold(), office))
    if same or office.split()[-1] in _HEADS:
        return same
    return not spoken.title or spoken.title.split()[-1] not in _HEADS


def _different(names: set[str]) -> tuple[str, ...]:
    """The names of different people; the fullest where they are one person's."""
    return (max(names, key=len),) if same_person(names) else tuple(sorted(names))


def _straight(name: str) -> str:
    """A name to compare: casefolded, its apostrophe straight."""
    return name.casefold().replace("’", "'")


def _spoken(text: str, surnames: Container[str]) -> Iterator[_Spoken]:
    """Full names that the text spells out for these surnames (casefolded)."""
    for m in _WORD.finditer(text):
        if not m[0][0].isupper() or _straight(m[0]) not in surnames:
            continue
        above = text[max(0, m.start() - LONGEST_FIRST_NAME) : m.start()]
        if before := _FIRST_NAME.search(above):
            first = " ".join(before["first"].split())
            known = plain(first.split()[0]) in _NO_FIRST_NAME or first.endswith(("’s", "'s"))
            if not first.isupper() and not known and not holds_office(first):
                yield _Spoken(first, m[0], title_before(above[: before.start("first")]))


def title_before(text: str) -> str:
    """The office that the text ends with, casefolded: ``Secretary `` before ``Ana Ruiz``; empty if there is none."""
    words = text.split()[-LONGEST_OFFICE:]
    if words and words[-1].endswith(","):
        return _title_of_body(text.rstrip(" ,").split())
    if not words or not text[-1:].isspace() or words[-1].endswith((".", ";", ":")):
        return ""
    return next((" ".join(map(plain, words[at:])) for at in range(len(words)) if _is_office(words[at:])), "")


def _title_of_body(words: list[str]) -> str:
    """The office in ``the Minister for Aged Care``, which a comma and a name follow."""
    at = max((at for at, word in enumerate(words) if word in ("of", "for")), default=0)
    starts = range(max(0, at - LONGEST_OFFICE), at)
    found = next((start for start in starts if _is_office(words[start:at])), None)
    return "" if found is None else " ".join(map(plain, words[found:at]))


def _is_office(words: list[str]) -> bool:
    return words[0][0].isupper() and office_at(words, 0) == len(words)


class People:
    """The people of one document, found by surname or by office."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_first_name: dict[str, list[Person]] = defaultdict(list)
        self._by_office: dict[str, list[Person]] = defaultdict(list)
        self._by_part_of_office: dict[str, list[Person]] = defaultdict(list)
        self._by_initials_of_office: dict[str | None, list[Person]] = defaultdict(list)
        for person in people:
            self._add(person)

    def _add(self, person: Person) -> None:
        self._by_surname[surname(person.name)].append(person)
        self._by_first_name[person.name.casefold().split(maxsplit=1)[0]].append(person)
        if person.office:
            self._by_office[person.office].append(person)
            self._by_initials_of_office[initials(person.office)].append(person)
            for part in _parts(person.office):
                self._by_part_of_office[part].append(person)

    def add_holders(self, identities: Iterable[Identity]) -> None:
        """Add those whom a label gives an office and a full name: ``Mayor Ana Ruiz``."""
        told = {*self._by_office, *self._by_part_of_office}
        for one in identities:
            if not one.name or " " not in one.name or not one.role or one.part:
                continue
            office = canonical_office(one.role.casefold())
            namesakes = self._by_surname.get(surname(one.name), [])
            if office not in told and not any(may_be_one(one.name, other.name) for other in namesakes):
                self._add(Person(one.name, office, one.role))

    def add_presented(self, people: Iterable[Person]) -> None:
        """Add those whom the speech presents, for offices that nobody else holds."""
        for person in people:
            if person.office and not self._holders(person.office):
                self._add(person)

    def like(self, name: str | None, role: str | None = None, titled: bool = False) -> list[Person]:
        """Those of this name, or for an office alone, those who hold it; of several namesakes the office decides.

        Behind a title the name may be the first of several: ``Minister Lim`` is ``Lim Wei Sheng``.
        """
        if name:
            found = self._by_surname.get(surname(name), [])
            if not found and titled:
                return self._by_first_name.get(name.casefold(), [])
            found = [person for person in found if may_be_one(name, person.name)]
            office = canonical_office(role.casefold()) if role else None
            holding = [person for person in found if office and person.office == office]
            return holding if len(found) > 1 and holding else found
        return self._holders(canonical_office((role or "").casefold()))

    def _holders(self, office: str) -> list[Person]:
        """Those who hold an office; of ``Minister`` alone, those of an office that is this one more closely told."""
        if not office or office in self._by_office:
            return self._by_office.get(office, [])
        return self._by_part_of_office.get(office) or self._by_initials_of_office.get(office, [])


def _parts(office: str) -> set[str]:
    """What an office may be called for short: ``minister`` for the one ``for transport``; a prime one is another."""
    words = office.split()
    begins = {" ".join(words[:end]) for end in range(1, len(words))}
    if words[0] in _OF_OTHER_RANK:
        return begins
    return begins | {" ".join(words[begin:]) for begin in range(1, len(words))}


def merge(
    identity: Identity, names: dict[str, tuple[str, ...]], people: People, honorific: str | None = None
) -> Identity:
    """The identity under its full name, with the role that the header gives.

    ``MRS. RUIZ`` beside President Ruiz may be the wife, and a surname that several persons share may be anybody's, if
    no office tells which; then the name stays as printed.
    """
    if honorific in _OF_FAMILY and not identity.role and any(_is_head(person) for person in people.like(identity.name)):
        return identity
    name = _only(names, identity.name) if identity.name and " " not in identity.name else identity.name
    holders = people.like(name, identity.role, titled=bool(honorific or identity.role))
    shared = name is not None and " " not in name and len(names_of(name, names)) > 1
    if len(holders) != 1 or (shared and not _same_office(identity, holders[0])):
        return identity if name == identity.name else replace(identity, name=name)
    [holder] = holders
    if shared:
        name = holder.name
    elif not name or (len(holder.name.split()) > len(name.split()) and " " not in name):
        name = _only(names, holder.name)
    return replace(identity, name=name, role=_fuller(identity.role, holder.role))


def names_of(name: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The full names that a surname may stand for."""
    return names.get(_straight(name), ())


def _is_head(person: Person) -> bool:
    return person.office is not None and person.office.split()[-1] in _HEADS


def _same_office(identity: Identity, holder: Person) -> bool:
    return identity.role is not None and canonical_office(identity.role.casefold()) == holder.office


def _only(names: dict[str, tuple[str, ...]], name: str) -> str:
    """The full name if one person only has this surname; else the name as it is."""
    found = names_of(name, names)
    return found[0] if len(found) == 1 else name


def _fuller(label_role: str | None, header_role: str | None) -> str | None:
    """A role as told, rather than the bare office that a label has."""
    return max((role for role in (label_role, header_role) if role), key=len, default=None)
