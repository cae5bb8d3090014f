"""Who speaks in a turn, and what a label alone says about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from ..labels import Label, Voice
from ..labels.affiliation import ROLE_JOINTS
from ..labels.grammar import ARTICLES, HONORIFICS, NOT_NAMES, VOICES
from ..labels.outlets import is_known, is_outlet, looks_like_outlet
from ..labels.titles import NAMELESS, POSTNOMINALS, TRADES
from ..labels.who import holds_office, is_name, plain
from .introductions import introduced_as, name_and_outlet
from .names import ALSO_FIRST_NAMES, DEPARTMENTS, SHORT_FIRST_NAMES, calm, written
from .offices import RANKED


class Part(Enum):
    """What somebody is at the conference for."""

    ASKS = "asks"
    ANSWERS = "answers"
    MODERATES = "moderates"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who speaks: each field is None where the document does not say."""

    name: str | None = None
    organisation: str | None = None
    role: str | None = None
    part: Part | None = None


_PARTS = {
    Voice.ASKS: Part.ASKS,
    Voice.ANSWERS: Part.ANSWERS,
    Voice.MODERATES: Part.MODERATES,
    Voice.OTHER: Part.OTHER,
    Voice.UNKNOWN: None,
}
_REMARK = re.compile(
    r"[….\s]*(?:as |via |through |speaking |in |off|by )?(?:interpret|translat|inaudible|off.?mic|unintelligible"
    r"|continu|cont['’]?d"
    r"|cross|phone|video|traduc|dolmetsch|in (?:english|french|german|spanish|arabic|russian|chinese|ukrainian"
    r"|hindi|turkish|japanese))",
    re.I,
)
_SPOKEN_WORD = re.compile(r"[A-Z]*[AEIOU][A-Z]*")
_CHAIRS = frozenset("vors vorsitz mod".split())
"""Who gives the floor, cut short before a name: ``Vors. Ruiz``."""
_SEATS = frozenset("member trustee regent supervisor delegate selectman selectwoman".split())
"""What a seat on a board is called before a name, and bodies are elsewhere: ``Member Ruiz``, ``Member States``."""
LEAST_TRADE = 5
_SHORTEST = 2
ENOUGH_OUTLETS = 2
LEAST_VOICE = 6
"""Letters of a word that only means who asks; shorter ones are surnames too."""
_GLUED_HONORIFIC = re.compile(r"([^\W\d_]+)\.([^\W\d_]{2}.*)")
_ABBREVIATION = re.compile(r"[^\W\d_]{3,}\.")
_OF = re.compile(r"\s+(?:of|for|de|du|des|del|della|für|der)\s|\s+d(?:e l)?['’]", re.I)
"""What goes on with an office: ``Minister for Health``."""
_NO_BODY = ARTICLES | HONORIFICS | NOT_NAMES
_SPANISH_OFFICE = re.compile(r"\b(?:de|del|do|da)\b", re.I)
"""The commas after it belong to the office: ``Secretario de Industria, Comercio y Turismo``."""
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
"""A body told by its initials; in an affiliation that is all capitals nothing tells initials from words."""


def brackets_hold_outlets(labels: Iterable[Label | None]) -> bool:
    """Whether the document prints outlets in brackets behind ``Reporter``: then one that nobody knows is one too."""
    asking = {label.affiliation for label in labels if label and label.voice is Voice.ASKS and not label.name}
    single = [one for one in asking if one and "," not in one]
    known = sum(looks_like_outlet(one) for one in single)
    return known >= ENOUGH_OUTLETS and known * 2 >= len(single)


def from_label(label: Label, outlets: bool = False) -> Identity:
    """What the label itself prints: name, organisation, role, and for nameless voices the part.

    ``outlets`` says that the document has outlets in brackets behind those who ask.
    """
    title, name = _untitled(label.name.split()) if label.name else (None, None)
    voice = label.voice or (_asking_voice(name) if name else None)
    nobody = name is not None and ((voice is not None and not label.voice) or _is_nobody(name, label))
    known = Identity(
        name=_spelled(name, label) if name and not nobody else None,
        role=_printed_role(label) if label.office else title,
        part=_PARTS[voice] if voice else Part.MODERATES if title and plain(title) in _CHAIRS else None,
    )
    if not label.affiliation:
        return known
    told = _with_affiliation(known, label.affiliation, label.printed)
    nothing = not told.name and not told.organisation and not told.role and told.part is Part.ASKS
    housed = outlets and nothing and is_name(label.affiliation.split()) and " " in label.affiliation
    return replace(told, organisation=label.affiliation) if housed else told


def _spelled(name: str, label: Label) -> str:
    """The name as people write it; two capitals behind a title are no initials: ``MS. NG``."""
    short = len(name) == _SHORTEST and name.isupper() and (label.honorific or label.office)
    return name.capitalize() if short else written(name)


def _is_nobody(name: str, label: Label) -> bool:
    """``The Chair``, and a trade alone: ``Analyst``; behind an honorific it is a surname: ``Ms. Judge``."""
    return plain(name.split(maxsplit=1)[0]) == "the" or not (
        label.honorific or label.office or plain(name) not in NAMELESS
    )


def _asking_voice(name: str) -> Voice | None:
    """Whether a name only says that a reporter asks: ``Female Reporter``, ``Off-Camera Reporter``."""
    words = name.split()
    last = plain(words[-1])
    asks = len(words) > 1 and len(last) > LEAST_VOICE and VOICES.get(last) is Voice.ASKS
    return Voice.ASKS if asks else None


def _untitled(words: list[str]) -> tuple[str | None, str]:
    """A name and the abbreviated office before it: ``Abt. Ruiz``; ``MR.RUIZ`` and ``Ruiz2`` are written as meant."""
    if (glued := _GLUED_HONORIFIC.match(words[0])) and plain(glued[1]) in HONORIFICS:
        words = [glued[2], *words[1:]]
    if len(words) > 2 and words[-1].isupper() and plain(words[-1]) in POSTNOMINALS:
        words = words[:-1]
    title = None
    if len(words) > 1 and plain(words[0]) in _SEATS:
        title, words = calm(words[0]), words[1:]
    if len(words) > 1 and _ABBREVIATION.fullmatch(words[0]) and plain(words[0]) not in SHORT_FIRST_NAMES:
        title, words = words[0], words[1:]
    return title, " ".join([*words[:-1], words[-1].rstrip("0123456789")])


def with_given_name(label: Label, spanish: bool) -> Label:
    """The label whose honorific is a first name after all: ``DON RUIZ`` where nobody says don."""
    if not label.printed:
        return label
    if spanish and label.name and label.name.casefold().startswith("don "):
        return replace(label, honorific="don", name=label.name[len("don ") :])
    first = label.printed.split()[0]
    alone = label.name is not None and label.printed.split()[1:2] == [label.name]
    alone = alone and label.honorific == plain(first) and first[-1] != "."
    if alone and label.honorific in ALSO_FIRST_NAMES and not (spanish and label.honorific == "don"):
        return replace(label, honorific=None, name=f"{first} {label.name}")
    return label


def _printed_role(label: Label) -> str:
    """The office as the label prints it, but not in capitals: ``Prime Minister``; alone, with its body or portfolio."""
    office = label.office or ""
    found = re.search(r"[.,]*\s+".join(map(re.escape, office.split())), label.printed, re.I)
    if not found:
        return office.capitalize()
    at, end = found.span()
    before = label.printed[:at].split()
    apart = max((at for at, word in enumerate(before) if plain(word) in _NO_BODY), default=-1)
    alone = not (label.affiliation or label.honorific)
    body = before[apart + 1 :] if alone else [word for word in before[-1:] if plain(word) in RANKED]
    begin = at - len(" ".join(body)) - bool(body)
    behind = label.printed[end:]
    whole = not (label.name or label.affiliation) and (_OF.match(behind) or behind.startswith(", "))
    named = label.printed.rfind(label.name) if label.name and _OF.match(behind) and not label.affiliation else 0
    end = named if named > end else end
    return calm(label.printed[max(0, begin) : None if whole else end].rstrip(" ,"))


def _with_affiliation(known: Identity, affiliation: str, printed: str) -> Identity:
    trade, _, house = affiliation.partition(", ")
    affiliation = house if house and plain(trade) in NAMELESS and not holds_office(trade) else affiliation
    if _REMARK.match(affiliation) or (affiliation[:1].islower() and not is_known(affiliation.upper())):
        return known
    if plain(affiliation) in DEPARTMENTS or (known.name and not holds_office(affiliation) and _is_trade(affiliation)):
        return replace(known, role=calm(affiliation))
    if holds_office(affiliation):
        return replace(known, role=calm(affiliation), organisation=_body(affiliation))
    if not known.name:
        return _of_nameless(known, affiliation, printed.isupper())
    if f", {affiliation}" in printed and printed.isupper() and _may_be_trade(affiliation):
        return known
    return replace(known, organisation=affiliation)


def _is_trade(affiliation: str) -> bool:
    """``Harbour Master``, ``Head of Sales``: what somebody does, and no house."""
    words = affiliation.split()
    heads = [at for at, word in enumerate(words) if at and plain(word) in ROLE_JOINTS]
    ends = words[heads[0] - 1] if heads else words[-1]
    return plain(ends) in TRADES and (bool(heads) or not looks_like_outlet(affiliation))


def _may_be_trade(affiliation: str) -> bool:
    """``NURSE`` after a comma in a label all in capitals: one word, longer than initials and no known outlet's."""
    return affiliation.isalpha() and len(affiliation) >= LEAST_TRADE and not is_outlet(affiliation)


def _of_nameless(known: Identity, affiliation: str, shouted: bool) -> Identity:
    """``QUESTION (Jo Lind of Daily Post)``, ``Moderator (Ana Ruiz)``, ``Q (Reuters)``: a name, an outlet or both.

    Where the whole label is ``shouted`` in capitals, ``KUBO`` may be initials or somebody's name.
    """
    if shouted and _SPOKEN_WORD.fullmatch(affiliation) and not is_known(affiliation):
        return known
    told = name_and_outlet(affiliation) if "," in affiliation else None
    if shouted and "," in affiliation and not (told or introduced_as(affiliation)):
        return known
    if pair := introduced_as(affiliation):
        return replace(known, name=pair.name and written(pair.name), organisation=pair.outlet)
    if told:
        return replace(known, name=known.name or (told.name and written(told.name)), organisation=told.outlet)
    words = affiliation.split()
    if looks_like_outlet(affiliation) or not is_name(words):
        return replace(known, organisation=affiliation)
    named = len(words) > 1 and known.part is not Part.ASKS
    affiliation = affiliation if plain(words[0]) not in HONORIFICS else affiliation.partition(" ")[2]
    return replace(known, name=written(affiliation)) if named else known


def _body(role: str) -> str | None:
    """The body in a role, if it is told by its initials or after a comma: ``Spokesman, NATO``."""
    if not role.isupper() and (m := _ACRONYM.search(role)) and not holds_office(m[0]):
        return m[0]
    office, _, after = (part.strip() for part in role.rpartition(","))
    if _SPANISH_OFFICE.search(office):
        return None
    return after if after and not holds_office(after) else None
