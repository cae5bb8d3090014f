"""Who has which part, as a line of the header says it: ``Moderation: Dr. Lena Roth``, ``Deputy Governor: Jo Berg``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..labels.grammar import HONORIFICS, VOICES, Voice
from ..labels.titles import portfolio_end
from ..labels.who import is_name, office_at, plain

LONGEST_LINE = 160
LEAST_NAME = 2
LONGEST_NAME = 4
_ENTRY = re.compile(r"(?P<key>[^\W\d_][^:,()]{1,60}?)\s*:\s+(?P<who>\S.*)")
_BY = re.compile(
    r"\b(?:moderated|hosted|chaired) by\s+|\bmoderiert von\s+|\bmoderad[ao] por\s+|\b(?:animé|modéré)e? par\s+", re.I
)
_NAME_THEN_PART = re.compile(r"(?P<who>[^():;]{3,60}?)\s*[(\[,–—-]\s*(?P<key>[^\W\d_][\w -]{2,20})[)\]]?")
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
        return VOICES.get(self.key) is Voice.MODERATES

    @property
    def holds(self) -> bool:
        """Whether the key is an office: ``Deputy Governor``, ``Minister of Health``."""
        words = self.key.split()
        size = office_at(words, 0)
        return size == len(words) or (size > 0 and words[size] in _OF and portfolio_end(words, size + 1) == len(words))


def read_entry(line: str) -> Entry | None:
    """The entry that a line is, if its key is an office or a voice that moderates, and its value a full name."""
    text = line.strip("*_#-•· ")
    m = _ENTRY.fullmatch(text) if len(text) <= LONGEST_LINE and not text.endswith(_END) else None
    if m is None or not (name := name_in(m["who"])):
        return None
    entry = Entry(plain(" ".join(m["key"].split())), name)
    return entry if entry.hosts or entry.holds else None


def hosts(lines: Iterable[str]) -> Iterator[str]:
    """Those whom the header names as moderating."""
    for line in lines:
        entry = read_entry(line)
        if entry and entry.hosts:
            yield entry.name
        m = _NAME_THEN_PART.fullmatch(line.strip("*_#-•· "))
        if m and VOICES.get(plain(m["key"])) is Voice.MODERATES and (name := name_in(m["who"])):
            yield name
        if (by := _BY.search(line)) and (name := name_in(line[by.end() :])):
            yield name


def name_in(value: str) -> str | None:
    """The full name that a value begins with, titles taken off; what follows a comma or bracket tells more of it."""
    words = re.split(r"\s*[,(\[;|–—]", value, maxsplit=1)[0].split()
    titled = [at for at, word in enumerate(words) if plain(word) in HONORIFICS or office_at(words, at)]
    begin = titled[-1] + max(1, office_at(words, titled[-1])) if titled else 0
    name = words[begin:]
    return " ".join(name).rstrip(".") if LEAST_NAME <= len(name) <= LONGEST_NAME and is_name(name) else None
