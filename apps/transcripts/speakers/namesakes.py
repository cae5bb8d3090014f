"""Several people of one surname on one page: a label that could be any of them is given to none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..labels import Label
from ..labels.grammar import HONORIFICS, NOT_NAMES
from ..labels.titles import PORTFOLIOS
from ..labels.who import holds_office, plain
from .identity import Identity
from .names import surname, written
from .offices import agree, canonical_office, is_head, is_seat, sitting
from .people import JOINS, Person

WOMEN: frozenset[str] = frozenset(
    """
    mrs ms miss madam madame mme mlle frau señora señorita sra srta doña senhora signora fru mevr pani shrimati smt
    """.split()
)
MEN: frozenset[str] = frozenset("mr monsieur m herr señor sr senhor signor dhr shri bapak encik".split())
_WIVES = frozenset(["mrs"])
"""Before a head's surname: wife or head, nobody can tell."""
_RELATIVES = WOMEN | {"dr", "doctor"}
"""So before the surname of a head whom other labels call by office: ``DR. RUIZ`` beside ``THE PRESIDENT``."""
_SECOND = frozenset(["vice president", "deputy prime minister", "deputy president"])
"""Heads whose relatives seldom speak."""
FARTHEST = 8
"""Words from one surname to the next in ``President Ruiz and First Lady Eva Ruiz``."""
LONGEST_FIRST_NAMES = 3
_WORD = re.compile(r"&|[^\W\d_][\w.'’-]*")
_POSSESSIVE = re.compile(r"['’]s$")


def with_namesakes(
    names: Mapping[str, tuple[str, ...]],
    people: Sequence[Person],
    header: Iterable[str],
    printed: Sequence[Identity],
    labels: Sequence[Label | None],
) -> dict[str, tuple[str, ...]]:
    """The full names for each surname, with whom header and labels only tell to be somebody else.

    ``President Ruiz`` beside ``Eva Ruiz`` is one of these: no first name is known of him, but hers is not his.
    """
    found: dict[str, set[str]] = defaultdict(set)
    wanted = {surname(name) for name in (*(one.name for one in printed), *(person.name for person in people)) if name}
    for line in header:
        for last, several in _joined(line, wanted):
            found[last] |= several
    for last, several in _by_office(people, printed, labels):
        found[last] |= several
    return dict(names) | {last: tuple(sorted({*names.get(last, ()), *several})) for last, several in found.items()}


def _joined(line: str, surnames: set[str]) -> Iterator[tuple[str, set[str]]]:
    """The people of one surname whom a line joins by ``and`` or ``with``."""
    words = _WORD.findall(line)
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[_POSSESSIVE.sub("", plain(word))].append(at)
    for last in surnames & places.keys():
        for at, following in zip(places[last], places[last][1:], strict=False):
            joined = JOINS.intersection(map(plain, words[at:following]))
            several = {_as_told(words, at), _as_told(words, following)}
            if joined and following - at <= FARTHEST and len(several) > 1:
                yield last, several


def _as_told(words: Sequence[str], at: int) -> str:
    """The surname at this word with the first names or the title before it: ``Eva Ruiz``, ``President Ruiz``."""
    begin = at
    while begin > max(0, at - LONGEST_FIRST_NAMES) and _may_be_first_name(words[begin - 1]):
        begin -= 1
    if begin == at and begin > 0 and (holds_office(words[at - 1]) or plain(words[at - 1]) in HONORIFICS):
        begin -= 1
    return written(_POSSESSIVE.sub("", " ".join(words[begin : at + 1])))


def _may_be_first_name(word: str) -> bool:
    title = plain(word) in HONORIFICS | NOT_NAMES | JOINS | PORTFOLIOS or holds_office(word)
    return word[0].isupper() and not title and not _POSSESSIVE.search(word)


def _by_office(
    people: Sequence[Person], printed: Sequence[Identity], labels: Sequence[Label | None]
) -> Iterator[tuple[str, set[str]]]:
    """Whom two seats tell apart, of which nobody holds both, and heads beside whom labels print a full name."""
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for person in people:
        if person.office and is_seat(person.office):
            called = person.name if " " in person.name else f"{person.role} {person.name}"
            held[surname(person.name)].setdefault(person.office, called)
    offices = {canonical_office(one.role.casefold()) for one in printed if one.role}
    full: dict[str, set[str]] = defaultdict(set)
    for one, label in zip(printed, labels, strict=True):
        if not one.name or one.part or not label:
            continue
        others = held[surname(one.name)]
        office = canonical_office(one.role.casefold()) if one.role else ""
        if (
            office
            and " " not in one.name
            and is_seat(office)
            and not any(agree(sitting(office), sitting(other)) for other in others)
        ):
            others[office] = f"{one.role} {one.name}"
        elif not office and " " in one.name:
            full[surname(one.name)].add(one.name)
    for last, told in held.items():
        heads = {one for office, one in told.items() if is_head(office) and office in offices - _SECOND}
        known = {person.name for person in people}
        if len(told) > 1:
            yield last, set(told.values())
        elif heads and full[last] and not heads & known:
            yield last, heads | full[last]


def left_as_printed(
    printed: Sequence[Identity], labels: Sequence[Label | None], people: Iterable[Person]
) -> list[bool]:
    """Which labels are a title and a surname that may be another's than the office-holder's of that surname.

    ``MRS. RUIZ`` beside President Ruiz may be the wife, and of ``MR. RUIZ`` and ``MS. RUIZ`` one is somebody else: the
    one printed less often, or both where the office is printed as well.
    """
    heads = {surname(person.name) for person in people if person.office and is_head(person.office)}
    offices = {canonical_office(one.role.casefold()) for one in printed if one.role}
    told = {surname(person.name) for person in people if person.office in offices and _has_family(person.office or "")}
    told |= {surname(one.name) for one in printed if one.name and one.role and _has_family(one.role.casefold())}
    seated = {surname(one.name) for one in printed if one.name and one.role}
    titled = [
        (surname(one.name), _sex(label)) if one.name else ("", "") for one, label in zip(printed, labels, strict=True)
    ]
    times = Counter(titled)

    def is_left(one: Identity, label: Label | None, last: str, sex: str) -> bool:
        if not label or not one.name or " " in one.name or one.role or not label.honorific:
            return False
        relative = (label.honorific in _WIVES and last in heads) or (label.honorific in _RELATIVES and last in told)
        others = times[last, _OTHER_SEX[sex]] if sex else 0
        return relative or (others > 0 and (last in seated or others >= times[last, sex]))

    return [is_left(one, label, last, sex) for one, label, (last, sex) in zip(printed, labels, titled, strict=True)]


def _has_family(office: str) -> bool:
    """Whether a relative of the holder may speak beside them: of a head, but hardly of one minister among several."""
    words = canonical_office(office).split()
    return is_head(office) and ("minister" not in words or "prime" in words or "first" in words)


_OTHER_SEX = {"f": "m", "m": "f"}


def _sex(label: Label | None) -> str:
    honorific = (label.honorific if label else None) or ""
    return "f" if honorific in WOMEN else "m" if honorific in MEN else ""
