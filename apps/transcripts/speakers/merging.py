"""One person under several labels: ``RUIZ``, ``Secretary General Ruiz`` and ``Ana Ruiz`` are one."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..labels.grammar import HONORIFICS, INSTITUTIONS, NOT_NAMES, PARTICLES, VOICES
from ..labels.titles import PORTFOLIOS
from ..labels.who import LONGEST_OFFICE, holds_office, office_at, plain
from .identity import Identity
from .names import is_tail, may_be_one, same_person, surname, written
from .offices import agree, canonical_office, is_head, is_seat, short_offices, sitting, split_office, without_article
from .people import Person

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST_NAME = re.compile(r"(?<![\w’'-])(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-Z]\.)?)\s+$")
MOST_NAMESAKES = 20
LONGEST_HEADER = 5000
"""Characters in which surnames of several words are looked for."""
LONGEST_FIRST_NAME = 80
"""Characters before a surname in which a first name and the office before it stand."""
_NO_FIRST_NAME = NOT_NAMES | HONORIFICS | INSTITUTIONS | PORTFOLIOS | VOICES.keys() | {"fire"}


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
    identities = list(identities)
    holders: dict[str, set[str]] = defaultdict(set)
    for name in [one.name for one in identities if one.name] + [person.name for person in people]:
        if " " in name:
            holders[_straight(surname(name))].add(name)
    compound = _compound(identities, holders, header)
    alone = {_straight(one.name): one.role for one in identities if one.name and " " not in one.name}
    alone |= {_straight(person.name): person.role for person in people if " " not in person.name}
    for text in (header, speech):
        unnamed = alone if text is header else {name: role for name, role in alone.items() if name not in holders}
        for spoken in _spoken(text, unnamed):
            role, name = unnamed[_straight(spoken.last)], f"{spoken.first} {spoken.last}"
            known = text is header and any(is_tail(name, other) for other in holders[_straight(spoken.last)])
            if not known and (role is None or text is header or _fits(spoken, role)):
                holders[_straight(spoken.last)].add(name)
    return compound | {last: _different(names) for last, names in holders.items() if last in alone}


def _compound(
    identities: Iterable[Identity], holders: Mapping[str, set[str]], header: str
) -> dict[str, tuple[str, ...]]:
    """The full names for surnames of several words: ``van der Berg`` where label or header say ``Ana van der Berg``."""
    found: dict[str, tuple[str, ...]] = {}
    header = header[:LONGEST_HEADER]
    for name in {one.name for one in identities if one.name and " " in one.name}:
        namesakes = holders[_straight(surname(name))]
        full = {other for other in namesakes if is_tail(name, other)} if len(namesakes) <= MOST_NAMESAKES else set()
        if not full and plain(name.split(maxsplit=1)[0]) in PARTICLES:
            behind = re.compile(rf"(?<!\w)(?P<first>[A-ZÀ-Þ][\w’'-]+) (?P<last>{re.escape(name)})\b", re.I)
            told = (m for m in behind.finditer(header) if m[0][0].isupper() and not holds_office(m["first"]))
            full = {written(m[0]) for m in told if plain(m["first"]) not in _NO_FIRST_NAME}
        if full:
            found[_straight(name)] = _different(full)
    return found


def _fits(spoken: _Spoken, role: str) -> bool:
    """Whether a full name heard in the speech may be the office-holder's and not a relative's.

    The office spelled out (``Vors.``: Vorsitzende) is no first name.  A president's family is spoken of too, so that
    of a head only the name right after the office counts.
    """
    if spoken.first.casefold().startswith(role.casefold().rstrip(".")):
        return False
    office = canonical_office(role.casefold())
    same = spoken.title.endswith((role.casefold(), office))
    return same if same or is_head(office) else not is_head(spoken.title)


def _different(names: set[str]) -> tuple[str, ...]:
    """The names of different people; the fullest where they are one person's."""
    return (max(names, key=len),) if same_person(names) else tuple(sorted(names))


def _straight(name: str) -> str:
    """A name to compare: casefolded, its apostrophe straight."""
    return name.casefold().replace("’", "'")


def spelled_in(text: str, surnames: Container[str]) -> Iterator[str]:
    """First name and surname wherever the text spells out one of these surnames (casefolded)."""
    return (f"{spoken.first} {spoken.last}" for spoken in _spoken(text, surnames))


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
        self._by_part_of_office: dict[str | None, list[Person]] = defaultdict(list)
        for person in people:
            self._add(person)

    def _add(self, person: Person) -> None:
        self._by_surname[surname(person.name)].append(person)
        self._by_first_name[person.name.casefold().split(maxsplit=1)[0]].append(person)
        if person.office:
            self._by_office[person.office].append(person)
            for part in short_offices(person.office):
                self._by_part_of_office[part].append(person)

    def add_holders(self, identities: Iterable[Identity]) -> None:
        """Add those whom a label gives an office and a full name: ``Mayor Ana Ruiz``.

        And for an office that labels print with several surnames those whom nothing else names: whoever is called by
        it alone may be any of them.
        """
        told = {*self._by_office, *self._by_part_of_office}
        printed: dict[str, dict[str, Person]] = defaultdict(dict)
        for one in identities:
            if not one.name or not one.role or one.part:
                continue
            office = canonical_office(one.role.partition(",")[0].casefold())
            person = Person(one.name, office, one.role)
            printed[office].setdefault(surname(one.name), person)
            namesakes = self._by_surname.get(surname(one.name), [])
            if " " in one.name and office not in told and not any(may_be_one(one.name, n.name) for n in namesakes):
                self._add(person)
        for office, holders in printed.items():
            known = {surname(person.name) for person in self.holders(office)}
            if len(holders) > 1 and known & holders.keys():
                former = {last for last in holders for n in self._by_surname.get(last, ()) if _held(n, office)}
                self._by_office[office] += [one for last, one in holders.items() if last not in known | former]

    def add_unnamed(self, people: Iterable[Person]) -> None:
        """Add those of whom only the office is told."""
        for person in people:
            self._by_office[str(person.office)].append(person)

    def add_presented(self, people: Iterable[Person]) -> None:
        """Add those whom the speech presents, for offices that nobody else holds."""
        for person in people:
            if person.office and not self.holders(person.office):
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
            exactly = [person for person in found if " " in name and person.name.casefold() == name.casefold()]
            found = exactly or found
            if len(found) <= 1:
                return found
            office = canonical_office(role.casefold()) if role else None
            holding = [person for person in found if office and person.office == office]
            if not holding or (role and _of_several_kinds(role, holding)):
                holding = [one for one in found if office and one.office and agree(office, one.office)]
            return holding or found
        return self.holders(role or "")

    def holders(self, role: str) -> list[Person]:
        """Those who hold an office; of ``Minister`` alone, those of an office that is this one more closely told.

        A ``Minister for Health`` is only somebody whose office is told to be for health, too.
        """
        office = canonical_office(role.casefold())
        if not office or office in self._by_office:
            exactly = self._by_office.get(office, [])
            several = _of_several_kinds(role, exactly)
            return [*exactly, *self._by_part_of_office.get(office, [])] if several else exactly
        if found := self._by_part_of_office.get(office):
            return found
        base, told = split_office(role)
        if not told or base == office:
            return []
        found = self._by_office.get(base) or self._by_part_of_office.get(base, [])
        return [person for person in found if told & {without_article(word) for word in (person.role or "").split()}]


def merge(
    identity: Identity, names: dict[str, tuple[str, ...]], people: People, honorific: str | None = None
) -> Identity:
    """The identity under its full name, with the role that the header gives.

    A surname that several persons share may be anybody's, if no office tells which; then the name stays as printed.
    """
    name = _only(names, identity.name) if identity.name else None
    holders = people.like(name, identity.role, titled=bool(honorific or identity.role))
    shared = name is not None and len(names_of(surname(name), names)) > 1
    if len(holders) != 1 or (shared and not _is_holder(identity, holders[0])):
        return identity if name == identity.name else replace(identity, name=name)
    [holder] = holders
    alike = name is not None and (is_tail(name, holder.name) or name.casefold() == holder.name.casefold())
    if shared or alike or (name and " " not in name and " " in holder.name):
        name = holder.name
    elif not name:
        name = _only(names, holder.name)
    return replace(identity, name=name, role=_fuller(identity.role, holder.role))


def _of_several_kinds(role: str, holders: Sequence[Person]) -> bool:
    """Whether a seat is told without its portfolio, and with one of all its holders: others may be called so, too.

    ``Minister`` beside ``Harbour Minister Ana Ruiz``, and perhaps beside a finance minister.
    """
    if not is_seat(canonical_office(role.casefold())) or split_office(role)[1]:
        return False
    return bool(holders) and all(one.role and split_office(one.role)[1] for one in holders)


def _held(person: Person, office: str) -> bool:
    """Whether somebody held this office and holds it no more."""
    return person.office is not None and person.office != office == sitting(person.office)


def names_of(name: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The full names that a surname may stand for."""
    return names.get(_straight(name), ())


def _is_holder(identity: Identity, holder: Person) -> bool:
    """Whether the label's office, or its full name, is the holder's."""
    if identity.role and holder.office:
        return agree(sitting(canonical_office(identity.role.casefold())), sitting(holder.office))
    return identity.name is not None and " " in identity.name and " " in holder.name


def _only(names: dict[str, tuple[str, ...]], name: str) -> str:
    """The full name if one person only has this surname; else the name as it is."""
    found = names_of(name, names)
    return found[0] if len(found) == 1 else name


def _fuller(label_role: str | None, header_role: str | None) -> str | None:
    """A role as told, rather than the bare office that a label has."""
    return max((role for role in (label_role, header_role) if role), key=len, default=None)
