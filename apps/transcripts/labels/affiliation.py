"""WHO, and what stands behind it: an affiliation after a comma, a title or a house after a dash."""

import re
from dataclasses import replace

from .grammar import ARTICLES, GENRES, HONORIFICS, NOT_NAMES, Voice
from .outlets import WITHOUT_OUTLET, is_known, is_outlet, looks_like_outlet
from .titles import TRADES, portfolio_end
from .who import Who, begins_with_office, holds_office, is_name, plain, read_who

_CONTACTS = frozenset("e-mail email mail tel phone telephone fax mobile web website".split())
"""``Jo Lind, Press Officer | E-mail:``: where somebody is reached, not what is said."""
_PARTS = re.compile(r"\s+(?:--|–|—)\s+")
_COMMA_AFFILIATION = re.compile(
    r"(?P<who>Q(?=\s+[-–—])|[^,/|]{2,140}?)(?:,\s+|\s+(?:--|[-–—/|])\s+|(?<=\w)/(?=\w))(?P<aff>\S.{1,190})$"
)
ROLE_JOINTS = frozenset("of for de del du für".split())
TITLE_ENDS = TRADES | frozenset("relations reporter".split())
RUNNING = NOT_NAMES - frozenset("of for from in on at and the to by as with de la el und".split())
FIELDS = frozenset(
    "policy affairs operations markets stability supervision statistics research banking politik politique".split()
)
"""What is the last word of a field of work, and no surname."""
LEAST_NAME = 2
_SAYS = re.compile(
    r"\b(?:told|said|says|wrote|writes|asked|asks|added|answered|replied|warned|put it|once|famously"
    r"|made|issued|gave|gab|gaben|hizo|hicieron|realizó|ofreció"
    r"|(?:a|ont) (?:dit|déclaré|écrit|répondu|ajouté|demandé|fait|donné)|m['’]a|nous a|disait|écrivait"
    r"|sagte|sagt|schrieb|fragte|antwortete|meinte|erklärte|hat|mir"
    r"|dijo|dice|escribió|preguntó|respondió|añadió|me ha|nos ha)\b"
)
"""A sentence tells what somebody said, a label does not: ``The Prime Minister, Jo Lind, told me: ...``."""
LONGEST_SHORTENED = 5
"""Letters of a word that a full stop cuts short: ``Wash.``"""


def is_title(words: str) -> bool:
    """Whether the words name an office, or end in a trade: ``Harbour Master``."""
    return holds_office(words) or plain(words.rsplit(maxsplit=1)[-1]) in TITLE_ENDS


def read(printed: str) -> tuple[Who | None, str | None]:
    """WHO, and the affiliation after a comma or dash if that is what the rest is."""
    whole = _holder(printed) or read_who(printed)
    if whole:
        return whole, None
    m = _COMMA_AFFILIATION.match(printed)
    if not m or not (m["aff"][0].isupper() or begins_with_office(m["aff"]) or is_known(m["aff"])):
        return None, None
    last = m["aff"].split()
    told = _SAYS.search(m["aff"]) is not None
    ended = told or any(word.endswith((".", "?", "!")) and len(word) > LONGEST_SHORTENED for word in last[:-1])
    if ended or plain(last[-1]) in _CONTACTS or any(word.islower() and plain(word) in RUNNING for word in last):
        return None, None  # a sentence or a way to reach somebody, not an affiliation
    named, housed = is_name(last), looks_like_outlet(m["aff"])
    role = begins_with_office(m["who"]) or (_is_role(m["who"].split()) and not housed)
    if role and named and len(last) > 1:
        titled = plain(last[0]) in HONORIFICS and len(last) > LEAST_NAME
        return Who(office=m["who"].casefold(), name=" ".join(last[titled:])), None
    if _is_house(m["who"]) and named and not (housed or holds_office(m["aff"])):
        return Who(voice=Voice.ASKS, name=m["aff"]), m["who"]
    first = read_who(m["who"])
    called = first and first.name and (" " in first.name or housed)
    plausible = first and (first.voice or first.honorific or first.office or called)
    return (first, m["aff"]) if plausible else (None, None)


def _holder(printed: str) -> Who | None:
    """``Deputy Governor, Monetary Policy``: an office and what it is for."""
    office, _, field = printed.partition(", ")
    who = read_who(office) if field and _is_field(field.split()) else None
    return who if who and who.office and not who.name else None


def _is_field(words: list[str]) -> bool:
    """``Monetary Policy``, ``Health``: what an office is for."""
    return portfolio_end(words, 0) == len(words) or plain(words[-1]) in FIELDS


def read_parts(printed: str) -> tuple[Who | None, str | None] | None:
    """``Ana Ruiz -- Title``, ``Ana Ruiz -- Company -- Title``, ``Ana Ruiz - Company - Title``; None for others."""
    who, *others = _PARTS.split(printed)
    if not others and printed.count(" - ") > 1:
        who, *others = printed.split(" - ")
    first = read_who(who) if others else None
    if first is None or not first.name or " " not in first.name:
        return None
    if len(others) > 1:
        return first, others[0]
    return (replace(first, office=others[0].casefold()), None) if is_title(others[0]) else None


def read_addressed(printed: str) -> Who | None:
    """``Sr. Ministro``, ``M. le Ministre``: where it closes as no speech does, nobody is only spoken to."""
    first, _, office = printed.partition(" ")
    article, _, bare = office.partition(" ")
    office = bare if article.islower() and article in ARTICLES else office
    who = read_who(office) if office and plain(first) in HONORIFICS else None
    return who if who and who.office and not who.name else None


def _is_role(words: list[str]) -> bool:
    """Words in capitals that tell what somebody does rather than who it is: ``HEAD OF FISH AND TIMBER``."""
    return len(words) > 2 and words[0].isupper() and any(plain(word) in ROLE_JOINTS for word in words[1:-1])


def _is_house(words: str) -> bool:
    """``Daily Post`` of ``Daily Post, Lind``: beyond doubt an outlet, or one that has none."""
    if any(plain(word) in GENRES for word in words.split()):
        return False
    return is_known(words) or words.casefold() in WITHOUT_OUTLET or (" " in words and is_outlet(words))
