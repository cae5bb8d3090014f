"""Who has which part, as a line of the header says it: ``Moderation: Dr. Lena Roth``, ``Deputy Governor: Jo Berg``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..labels.grammar import HONORIFICS, VOICES, Voice
from ..labels.titles import POSTNOMINALS, portfolio_end
from ..labels.who import is_name, office_at, plain
from . import words

HOSTS: frozenset[str] = frozenset(
    """
    leitung gesprächsleitung vorsitz animation animateur animatrice modération modera modérateurs moderazione conduce
    conduzione compere convenor facilitation moderación conduce presenta présentation
    """.split()
)
"""Keys behind which stands whoever gives the floor, beside the voices that do."""
LONGEST_LINE = 160
LEAST_NAME = 2
LONGEST_NAME = 4
_ENTRY = re.compile(r"(?P<key>[^\W\d_][^:,()]{1,60}?)\s*:\s+(?P<who>\S.*)")
_BY = re.compile(
    r"\b(?:moderated|hosted|chaired) by\s+|\bmoderiert von\s+|\bmoderad[ao] por\s+|\b(?:animé|modéré)e? par\s+", re.I
)
_ISSUED = re.compile(r"\b(?P<office>[A-Z]\w+(?: [A-Z]\w+){0,2})['’]s Office\b")
_HONOURED = re.compile(r"\b(?:Rt Hon|Hon|Mrs?|Ms|Dr|Sir|Dame)\b\.? [A-ZÀ-Þ][^,;]{3,50}?(?=,|;| and |$)")
_LETTERS_BEHIND = re.compile(r"(?: [A-Z]{2,4})+$")
_NAME_THEN_PART = re.compile(r"(?P<who>[^():;]{3,60}?)\s*[(\[,–—-]\s*(?P<key>[^\W\d_][\w -]{2,20})[)\]]?")
_PART_THEN_NAME = re.compile(r"(?P<key>[^\W\d_][\w' -]{2,30}), (?P<who>[A-ZÀ-Þ][^,:;.]{3,40}),")
"""``Jefa de prensa, Ana Ruiz, abre el turno.``"""
_OPENS = re.compile(r"(?P<who>[A-ZÀ-Þ][^,:;.]{3,50}) (?:begrü(?:ß|ss)te?|moderierte?|leitete?) ")
"""``Pressesprecher Jo Lind begrüßt Trainerin Ana Ruiz zur Pressekonferenz.``"""
_OF = frozenset("of for für de du del des".split())
_END = (".", "?", "!", ":", "…")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a cast: what the key says, and the name without titles."""

    key: str
    name: str

    @property
    def hosts(self) -> bool:
        """Whether this person only gives the floor."""
        return _moderates(self.key)

    @property
    def holds(self) -> bool:
        """Whether the key is an office: ``Deputy Governor``, ``Minister of Health``."""
        key = self.key.split()
        size = office_at(key, 0)
        return size == len(key) or (size > 0 and key[size] in _OF and portfolio_end(key, size + 1) == len(key))


def _moderates(key: str) -> bool:
    return VOICES.get(key) is Voice.MODERATES or key in HOSTS


def read_entry(line: str) -> Entry | None:
    """The entry that a line is, if its key is an office or a voice that moderates, and its value a full name."""
    text = line.strip("*_#-•· ")
    m = _ENTRY.fullmatch(text) if len(text) <= LONGEST_LINE and not text.endswith(_END) else None
    if m is None or not (name := name_in(m["who"])):
        return None
    entry = Entry(plain(" ".join(m["key"].split())), name)
    return entry if entry.hosts or entry.holds else None


def issued_by(line: str) -> str | None:
    """``From: Prime Minister's Office and The Rt Hon Ana Ruiz MP``: the office, then the only name behind it."""
    m = _ISSUED.search(line) if len(line) <= LONGEST_LINE else None
    office = m["office"].split() if m else []
    if m is None or office_at(office, 0) != len(office):
        return None
    names = [name for m in _HONOURED.finditer(line, m.end()) if (name := name_in(_LETTERS_BEHIND.sub("", m[0])))]
    return f"{m['office']} {names[0]}" if len(names) == 1 else None


def named_behind_key(line: str) -> str | None:
    """What stands behind any other key, if it begins with a full name: ``For the State: ANA RUIZ, Prosecutor``."""
    m = _ENTRY.fullmatch(line.strip("*_#-•· ")) if len(line) <= LONGEST_LINE else None
    return m["who"] if m and name_in(m["who"]) and not words.HEADER_KEY.match(line.strip("*_#-•· ")) else None


def listed(line: str) -> str | None:
    """The name behind a key of any kind, or in capitals before a comma: ``ANA RUIZ, District Attorney``."""
    if value := named_behind_key(line):
        return name_in(value)
    before, comma, _ = line.strip("*_#-•· ").partition(",")
    return name_in(before) if comma and before.isupper() and len(line) <= LONGEST_LINE else None


def hosts(lines: Iterable[str]) -> Iterator[str]:
    """Those whom the header names as moderating."""
    for line in lines:
        entry = read_entry(line)
        if entry and entry.hosts:
            yield entry.name
        m = _NAME_THEN_PART.fullmatch(line.strip("*_#-•· "))
        if m and _moderates(plain(m["key"])) and (name := name_in(m["who"])):
            yield name
        if (o := _OPENS.match(line)) and words.EDITORS.search(line) and (name := name_in(o["who"])):
            yield name
        p = _PART_THEN_NAME.match(line)
        if p and _moderates(plain(p["key"])) and (name := name_in(p["who"])):
            yield name
        if (by := _BY.search(line)) and (name := name_in(line[by.end() :])):
            yield name


def name_in(value: str) -> str | None:
    """The full name that a value begins with, titles taken off; what follows a comma or bracket tells more of it."""
    said = re.split(r"\s*[,(\[;|–—]", value, maxsplit=1)[0].split()
    titled = [at for at, word in enumerate(said) if plain(word) in HONORIFICS or office_at(said, at)]
    begin = titled[-1] + max(1, office_at(said, titled[-1])) if titled else 0
    if any(word[-1] in ".!?" and word[-2:-1].islower() and plain(word) not in HONORIFICS for word in said[:begin]):
        return None  # ``Good morning.  Dr. Ana Ruiz``
    name = said[begin:]
    name = name[:-1] if len(name) > LEAST_NAME and plain(name[-1]) in POSTNOMINALS else name
    if name and plain(name[0]) in _OF:
        return None  # ``Portavoz DEL GOBIERNO``: whose office it is
    return " ".join(name).rstrip(".") if LEAST_NAME <= len(name) <= LONGEST_NAME and is_name(name) else None
