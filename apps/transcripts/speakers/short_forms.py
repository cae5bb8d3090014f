"""Initials and abbreviated offices that stand as labels: ``RH``, ``CE LTA``.  They are never a name themselves."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..header.dates import find_dates
from ..labels import Label
from ..labels.grammar import HONORIFICS, NOT_NAMES, PARTICLES
from ..labels.outlets import looks_like_outlet
from ..labels.who import holds_office, is_name, plain, shouts
from .identity import Identity
from .names import may_be_one, surname, written
from .offices import initials
from .people import Person, named_in

LONGEST = 4
"""Letters of each word of a short form."""
TOO_MANY = 2
"""People whom the same initials fit."""
SURELY = 2
"""A word of no more letters is no surname, unless the text spells it as one."""
_BRACKET = re.compile(r"(?P<before>[^()\[\]\n]{3,160})[(\[](?P<key>[^\W\d_][\w.&/ -]{0,14})[)\]]")
_EQUALS = re.compile(r"(?P<key>[A-ZÀ-Þ][\w.]{0,7})\s*[=:–—-]\s+(?P<who>[^\W\d_].{3,80})")
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:(?:de|da|di|del|van|von|der|den|la|le|al|el|bin)\s+)*[A-ZÀ-Þ][\w'’-]+){1,3}"
)
_GIVEN = re.compile(r"[A-Z]J|J[A-Z]|K[CT]|[ACT]C|[BG]W")
"""Initials by which people go: ``JD``, ``AJ``, ``KT``."""
_INNER = ("Mc", "De", "La", "Le", "Di", "Du", "Van", "Jo")
LONGEST_DATELINE = 100
_AT = re.compile(r"\b(?:at|in|of|from|to|on|à|au|im|in der|am|aus|nach|en|a|del?)\s+(?:the |der |die |le |la )?$", re.I)
"""Before a place, not a person."""
_APART = re.compile(r"[\s/&-]+")
_BESIDE_LETTERS = re.compile(r"[\s./&-]+")
_ABBREVIATED = re.compile(r"[^\W\d_]{3,}\. |[^\W\d_]\. [^\W\d_]{2}")
"""A first name cut short: ``CHR. BERG``, ``A. NG``."""
_BEFORE_NAME = HONORIFICS | NOT_NAMES
_TWO_CONSONANTS = re.compile(r"(?!Ng|Ny)[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]\.?")
"""``Br`` beside ``Qr``"""
_SAYABLE = re.compile(
    r"(?:MC|NG$|NJ|LJ|DJ|MB|ND|NK|[CGKPRSTWZ]H|[BCFGKPSV]L|[BCDFGKPSTVW]R|KN|KW|QU|S[CKMNPTVWZ]|T[SW]|[CR]Z|SCH|[^AEIOUYÀ-Þ])?"
    r"[AEIOUYÀ-Þ]|NG$"
)
"""How a surname may begin; what begins otherwise can only be spelled."""


def by_surname(full: Iterable[str]) -> dict[str, list[str]]:
    """Full names by their surnames in small letters."""
    found = defaultdict(list)
    for name in dict.fromkeys(full):
        found[surname(name)].append(name)
    return found


def without_short_title(name: str, full: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    """The short form before a surname, and the surname: ``BR Berg`` beside ``Ana Berg``; not ``JD Berg``, ``Jo Berg``.

    Or before a full name: ``DA Ana Berg``.  ``full`` are the full names that the document spells out, by surname.
    """
    first, _, last = name.partition(" ")
    if " " in last and first.isupper() and len(first) <= LONGEST and last in full.get(surname(last), ()):
        return first, last
    if not last or " " in last or last.isupper() or len(first) > LONGEST + 1 or not _is_letters(first):
        return None
    firsts = {one.split()[0] for one in full.get(last.casefold(), ()) if one.casefold() != name.casefold()}
    if firsts and not any(one[0].casefold() == first[0].casefold() for one in firsts):
        return first, last
    return (first, last) if not first.isupper() and not firsts else None


def _is_letters(word: str) -> bool:
    """``BR``, ``BKin``, ``StS``: capitals inside, but no name as ``McA`` or ``DeV`` begin."""
    if _GIVEN.fullmatch(word) or word[:2] in _INNER:
        return False
    return word.isalpha() and any(letter.isupper() for letter in word[1:])


class ShortForms:
    """Whom the short forms among a document's labels stand for."""

    def __init__(
        self, header: Sequence[str], named: Iterable[Identity], people: Sequence[Person], labels: Sequence[Label | None]
    ) -> None:
        """``header`` are its lines, ``named`` what the labels print, ``people`` whom the header names."""
        named = list(named)
        self._by_role: dict[str | None, set[str]] = defaultdict(set)
        for person in people:
            self._by_role[initials(person.role or "")].add(person.name)
        for one in named:
            if one.name and one.role and " " in one.name:
                self._by_role[initials(one.role)].add(one.name)
        self._capitals = in_capitals(labels)
        keys = {_key(label.printed) for label in labels if label and label.printed}
        self._defined = dict(_definitions(header, keys))
        full = [one.name for one in named if one.name and " " in one.name and not _is_capitals(one.name)]
        self._by_initials = _by_initials(
            dict.fromkeys([*full, *(person.name for person in people if " " in person.name), *names_in(header)])
        )

    def resolve(self, one: Identity, label: Label) -> Identity:
        """The identity under the name that its letters stand for; without a name where they surely are none."""
        key = _key(label.printed)
        name = self._defined.get(key) or self._only(key)
        if not name and not is_certain(label.name or "", self._capitals):
            return one
        return replace(one, name=name)

    def _only(self, key: str) -> str | None:
        found = self._by_initials.get(key) or list(self._by_role.get(key, ()))
        return found[0] if len(found) == 1 else None


def is_short_form(label: Label, spelled: frozenset[str]) -> bool:
    """Whether a label may be letters that stand for a name; ``spelled`` are the surnames that the text writes out."""
    if not label.name or label.honorific or label.office or _ABBREVIATED.match(label.name):
        return False
    words = _letters(label.name)
    return bool(words) and not any(word.casefold() in spelled for word in words)


def is_certain(name: str, capitals: bool) -> bool:
    """Whether a short form is surely no name; where labels are in ``capitals`` anyway, ``LEE`` may be one."""
    words = _letters(name)
    if not capitals:
        return True
    return any(not _SAYABLE.match(word) for word in words) or (len(words) == 1 and len(words[0]) <= SURELY)


def _letters(name: str) -> list[str]:
    """The words of a name, if all are in capitals and short; or the one that is two letters which nobody can say."""
    words = [letters for word in _APART.split(name) if (letters := word.replace(".", ""))]
    short = all(word.isupper() and len(word) <= LONGEST for word in words)
    return words if short or _TWO_CONSONANTS.fullmatch(name) else []


def in_capitals(labels: Iterable[Label | None]) -> bool:
    """Whether the document prints the names of its labels in capitals, as far as longer ones show it."""
    names = {label.name for label in labels if label and label.name and not _letters(label.name)}
    return sum(shouts(name) for name in names) * 2 >= len(names)


def spelled_out(texts: Iterable[str]) -> frozenset[str]:
    """The short surnames that these texts write as such, behind another capitalised word: ``Ms. Ng``, ``Jo Lee``."""
    return frozenset(m[1].casefold() for text in texts for m in _SPELLED.finditer(text))


_SPELLED = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*\.?\s([A-ZÀ-Þ][a-zà-ÿ]{1,3})\b")


def _key(printed: str) -> str:
    return _BESIDE_LETTERS.sub("", printed).casefold()


def _is_capitals(name: str) -> bool:
    return all(len(word) <= LONGEST and word.isupper() for word in name.split())


def _definitions(header: Sequence[str], keys: set[str]) -> Iterator[tuple[str, str]]:
    """``Ruben Hale (RH)``, ``Ana Ruiz, Chief Executive, Port Authority (CE PA)``, ``RH = Ruben Hale``."""
    for line in header:
        for m in _BRACKET.finditer(line):
            key = _key(m["key"])
            if key in keys and (name := _named_before(m["before"], key)):
                yield key, name
        told = _EQUALS.match(line)
        if told and _key(told["key"]) in keys and (name := next(names_in([told["who"]]), None)):
            yield _key(told["key"]), name


def _named_before(text: str, key: str) -> str | None:
    """Whose name, or name and office, these words end with; a body ends them too: ``CE LB`` is nobody's initials."""
    part = re.split(r"[;:]|\b(?:and|et|und|y|e)\s+(?=[A-ZÀ-Þ][\w.'’-]*\s+[A-ZÀ-Þ])", text)[-1]
    names = list(names_in([part]))
    ends = bool(names) and part.rstrip(" ,").endswith(names[-1].split()[-1])
    people = named_in([part])
    if ends and (key in _initials(names[-1]) or not people):
        return names[-1]
    return people[-1].name if people else names[0] if names else None


def names_in(lines: Iterable[str]) -> Iterator[str]:
    """What could be full names in these lines, titles taken off."""
    for line in lines:
        if find_dates(line) and len(line) <= LONGEST_DATELINE:
            continue
        for m in _NAME.finditer(line):
            words = m[0].split()
            if _AT.search(line[: m.start()]):
                continue
            while words and (holds_office(words[0]) or plain(words[0]) in _BEFORE_NAME or _is_short_title(words)):
                words = words[1:]
            if (
                len(words) > 1
                and is_name(words)
                and not holds_office(" ".join(words))
                and not looks_like_outlet(" ".join(words))
            ):
                yield written(" ".join(words))


def _is_short_title(words: Sequence[str]) -> bool:
    """``BR`` of ``BR Ana Berg``."""
    return len(words) > 2 and len(words[0]) <= LONGEST and words[0].isupper() and words[1][1:].islower()


def _by_initials(names: Iterable[str]) -> dict[str, list[str]]:
    """For each initials the first names that they may stand for; two of different people are enough to know."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for letters in _initials(name):
            others = found[letters]
            if len(others) < TOO_MANY and not any(may_be_one(name, other) for other in others):
                others.append(name)
    return found


def _initials(name: str) -> set[str]:
    """The initials that a name may be cut to: first and last, all of them, with particles or hyphens or without."""
    words = name.casefold().replace("’", "'").split()
    proper = [word for word in words if word not in PARTICLES] or words
    parts = [part for word in proper for part in word.split("-") if part]
    ways = ([proper[0], proper[-1]], proper, words, parts)
    return {"".join(word[0] for word in way) for way in ways if len(way) > 1}
