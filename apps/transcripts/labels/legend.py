"""The legend of a transcript: lists of who is present, in which no line is a label, and whom initials stand for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..lines import Line
from ..tables import phrases_of
from .alone import match_alone
from .grammar import Voice
from .label import Label
from .who import plain

HEADS: frozenset[str] = phrases_of(
    """
    participants | participant | present | also present | speakers | speaker key | speakers key | key to speakers
    speaker list | list of speakers | key | legend | abbreviations | briefers | panel | panelists | panellists
    attendees | in attendance | call participants | other participants
    other attendees | conference call participants | company participants
    corporate participants | on the call | intervinientes | participantes | ponentes | presentes | leyenda
    teilnehmer | teilnehmerinnen und teilnehmer | anwesend | anwesende | podium | legende
    intervenants | présents | légende | partecipanti | relatori
    """
)
"""What stands above a list of people."""
ENOUGH = 2
"""One name below such a head may be the first speaker."""
FIRST_LINES = 40
"""Only so near the top are initials explained without a head."""
LONGEST_ENTRY = 120
_INITIALS = re.compile(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?(?P<key>[A-Z]{1,4})(?:[ \t]{2,}|\t|[ \t]*[:=–—-][ \t]+)(?=\S)")
_ENTRY = re.compile(r"(?P<bullet>[-–—•▪◦*][ \t]+)?(?:(?P<part>[^\W\d_][^:,]{1,25}):[ \t]+)?(?P<who>\S.*)")
_NAMED_FIRST = re.compile(r"(?P<who>[^()]{2,60}?) ?\((?P<key>[A-Z]{1,4})\)[^()]{0,80}")
_SPOKEN = re.compile(r"(?P<key>[A-Z]{1,4})(?:[ \t]{2,}|\t|[ \t]*:[ \t]+)(?=\S)")
_IN_COLUMN = re.compile(r"(?P<key>[A-Z]{2,4})(?:[ \t]{2,}|\t)(?=[^\s\d])")
_SPEECH_ENDS = tuple('.?!…:"”)')


@dataclass(frozen=True, slots=True)
class Legend:
    """The numbers of the lines that only list people, and the people by their initials."""

    lines: frozenset[int]
    initials: dict[str, Label]


def find_legend(lines: Sequence[Line]) -> Legend:
    """The lists below a head such as ``Speaker key:`` or ``Participants``."""
    full = [line for line in lines if not line.blank]
    taken: set[int] = set()
    initials: dict[str, Label] = {}
    skip = 0
    for at, line in enumerate(full):
        if at < skip:
            continue
        headed = is_head(line.text)
        if not headed and at >= FIRST_LINES:
            continue
        people = _initials_below(full, at + headed, headed)
        size = len(people) or (_names_below(full, at + 1) if headed else 0)
        if size >= ENOUGH:
            initials |= people
            skip = at + headed + size
            taken.update(one.number for one in full[at:skip])
    return Legend(frozenset(taken), initials)


def match_initials(lines: Sequence[Line], legend: Legend) -> dict[int, Label]:
    """The lines that begin with initials of the legend, which name whoever speaks; none if only one does."""
    if not legend.initials:
        return {}
    found = {}
    for line in lines:
        m = _SPOKEN.match(line.text)
        if m and m["key"] in legend.initials and line.number not in legend.lines:
            found[line.number] = replace(legend.initials[m["key"]], printed=m["key"], end=m.end(), closer="key")
    return found | _unexplained(lines, found) if len(found) >= ENOUGH else {}


def _unexplained(lines: Sequence[Line], found: Mapping[int, Label]) -> dict[int, Label]:
    """Initials that the legend forgot, where all others stand in a column of their own: ``XY   Thank you.``"""
    column = {line.number: m for line in lines if (m := _IN_COLUMN.match(line.text))}
    if not column.keys() >= found.keys():
        return {}
    forgotten = ((n, m) for n, m in column.items() if n not in found and m.string.endswith(_SPEECH_ENDS))
    return {number: Label(m["key"], m.end(), "key", Voice.UNKNOWN, fresh=True) for number, m in forgotten}


def is_head(text: str) -> bool:
    """``Participants:``, above a list of people."""
    return plain(text.strip("*_#: ")) in HEADS


def _initials_below(full: Sequence[Line], at: int, headed: bool) -> dict[str, Label]:
    """``TB   Tom Berg`` or ``Tom Berg (TB)``: the people by initials; without a head these must be the name's own."""
    people: dict[str, Label] = {}
    for line in (full[below] for below in range(at, len(full))):
        first = _INITIALS.match(line.text)
        m = first or _NAMED_FIRST.fullmatch(line.text)
        if m is None:
            break
        who = match_alone(line.text[m.end() :] if first else m["who"])
        if who is None or m["key"] in people or not (headed or _own(m["key"], who)):
            break
        people[m["key"]] = who
    return people


def _own(key: str, who: Label) -> bool:
    """Whether the initials are those of the name."""
    words = (who.name or "").replace("-", " ").split()
    return len(words) > 1 and key == "".join(word[0] for word in words if word[0].isupper())


def _names_below(full: Sequence[Line], at: int) -> int:
    """How many lines from ``at`` on are entries of one list: a name each, no name twice, all of one shape."""
    seen: set[str] = set()
    bullets = None
    for line in (full[below] for below in range(at, len(full))):
        entry = _ENTRY.fullmatch(line.text) if len(line.text) <= LONGEST_ENTRY else None
        who = match_alone(entry["who"]) if entry else None
        if entry is None or who is None or not who.name or who.name.casefold() in seen:
            break
        if bullets is not None and bullets != bool(entry["bullet"]):
            break
        bullets = bool(entry["bullet"])
        seen.add(who.name.casefold())
    return len(seen)
