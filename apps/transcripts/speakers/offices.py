"""Offices as data to compare: one spelling for each, what they are called for short, and which of them is another."""

import re

from ..labels.grammar import ARTICLES, OFFICES
from ..labels.who import office_at, plain

OFFICE_SHORT = {
    "sg": "secretary general", "secretary-general": "secretary general", "gensec": "secretary general",
    "dsg": "deputy secretary general", "pm": "prime minister",
    "fm": "foreign minister", "minister of foreign affairs": "foreign minister",
    "ag": "attorney general", "dag": "deputy attorney general", "secdef": "secretary of defense",
    "secstate": "secretary of state", "dpm": "deputy prime minister",
    "vp": "vice president", "potus": "president", "hr/vp": "high representative", "hrvp": "high representative",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "vocero presidencial": "vocero", "vocera presidencial": "vocero", "portavoz presidencial": "portavoz",
    "portavoz del gobierno": "portavoz",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "presidenta": "presidente", "présidente": "président",
}  # fmt: skip
_WORD_ENDS = re.compile(r"[\s,/-]+")
_SMALL_WORDS = frozenset("of for the and de du des del la le für der und y et di".split())
_OF = frozenset("of for del de du des da do dos das".split())
OF_OTHER_RANK = frozenset(
    "prime first deputy vice assistant former under acting lieutenant associate press premier première primer "
    "primera".split()
)
"""Words that make another office of one."""
FORMERLY = frozenset("former ex ancien ancienne ehemaliger ehemalige ehemaligen".split())
RANKED = FORMERLY | frozenset("deputy assistant associate stellvertretender stellvertretende".split())
"""Words before an office of which they make another."""
_HEADS = frozenset("president minister premier chancellor king queen pope presidente presidenta président".split())
_SEATS = frozenset("secretary governor senator mayor ambassador congressman congresswoman lady".split())


def canonical_office(office: str) -> str:
    """One spelling for each office: ``SG`` and ``Secretary-General`` are ``secretary general``.

    A woman's office is a man's: ``Ministerin`` and ``Minister``, ``directora`` and ``director``; so is one in
    another case: ``des Bundeskanzlers``.
    """
    office = office.replace("-", " ") if office.startswith(("vice-", "secretary-", "attorney-")) else office
    if (base := OFFICE_SHORT.get(office)) or not office.endswith(("in", "a", "en", "ers")):
        return base or office
    ways = (office.removesuffix("in"), office.removesuffix("en"), office[:-1] + "o", office[:-1])
    return next((one for one in ways if one != office and one in OFFICES), office)


def agree(office: str, other: str) -> bool:
    """Whether two offices may be one, told in fewer words or in letters: ``minister`` and ``foreign minister``."""
    return office == other or office in short_offices(other) or other in short_offices(office)


def short_offices(office: str) -> set[str | None]:
    """What an office may be called for short: ``minister`` for the one ``for transport``; a prime one is another."""
    words = office.split()
    begins: set[str | None] = {" ".join(words[:end]) for end in range(1, len(words))}
    begins.add(initials(office))
    begins.discard("secretary" if words[-1] == "general" else None)
    if words[0] in OF_OTHER_RANK:
        return begins
    return begins | {" ".join(words[begin:]) for begin in range(1, len(words))}


def is_head(office: str) -> bool:
    """Whether it is an office whose holder's family is in the news as well."""
    return _kind(office) in _HEADS


def is_seat(office: str) -> bool:
    """Whether it is an office of which nobody holds two on one day; a minister may be a general too."""
    return is_head(office) or _kind(office) in _SEATS


def _kind(office: str) -> str:
    """``secretary`` of ``secretary of state``."""
    words = office.split()
    end = next((at for at, word in enumerate(words) if word in _OF), len(words))
    return words[max(0, end - 1)] if words else ""


def sitting(office: str) -> str:
    """The office that a former holder is still called by."""
    return office.partition(" ")[2] if office.partition(" ")[0] in FORMERLY else office


def without_article(word: str) -> str:
    """``énergie`` of ``l’Énergie``, as words of offices are compared."""
    word = plain(word)
    return word[2:] if word[:2] in ("l'", "d'") else word


def split_office(role: str) -> tuple[str, frozenset[str]]:
    """The office in a role, and the words for which it is: ``minister`` and ``health``, ``premier`` and ``norland``."""
    words = [plain(word) for word in role.split()]
    at = next((at for at in range(len(words)) if office_at(words, at)), None)
    if at is None:
        return canonical_office(role.casefold()), frozenset()
    end = at + office_at(words, at)
    begin = at - (at > 0 and words[at - 1] in RANKED)
    told = frozenset(map(without_article, words[:begin] + words[end:])) - _OF - ARTICLES - _SMALL_WORDS
    return canonical_office(" ".join(words[begin:end])), told


def initials(role: str) -> str | None:
    """The letters that an office of several words may be cut to: ``coo`` for ``Chief Operating Officer``."""
    words = [word for word in _WORD_ENDS.split(role.casefold()) if word and word not in _SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 else None
