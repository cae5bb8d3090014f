"""Names as people write them."""

import unicodedata
from collections.abc import Iterable

from ..labels.grammar import PARTICLES

LONGEST_SHORT_ROLE = 4
LEAST_SHOUTED = 3
"""Letters in capitals; fewer are initials."""
_SMALL = PARTICLES | frozenset("of the and for to in on at und für y para en et au".split())


def written(name: str) -> str:
    """``JENS STOLTENBERG`` and ``Jens STOLTENBERG`` -> ``Jens Stoltenberg``; another name stays as printed."""
    name = unicodedata.normalize("NFC", name)
    letters = [c for c in name if c.isalpha()]
    if len(letters) < LEAST_SHOUTED:
        return name
    if sum(c.isupper() for c in letters) * 4 < 3 * len(letters):
        return " ".join(_word(word, first=False) if _is_shouted(word) else word for word in name.split())
    return " ".join(_word(word, first=at == 0) for at, word in enumerate(name.split()))


def calm(role: str) -> str:
    """``GOVERNOR OF SCANIA`` -> ``Governor of Scania``; short forms and what is not in capitals stay as printed."""
    if not role.isupper() or len(role) <= LONGEST_SHORT_ROLE:
        return role
    return " ".join(
        word if word[0] in "([" else word.casefold() if word.casefold() in _SMALL else word.capitalize()
        for word in role.split()
    )


def _is_shouted(word: str) -> bool:
    return len(word) >= LEAST_SHOUTED and word.isupper() and "." not in word


def _word(word: str, first: bool) -> str:
    if not first and word.casefold() in PARTICLES:
        return word.casefold()
    if word.rstrip(".").upper() in ("II", "III", "IV") or (len(word) == 2 and word.endswith(".")):
        return word
    cased = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    if word[:2] == "Mc" or word[:2] == "MC":
        cased = "Mc" + cased[2:3].upper() + cased[3:]
    if len(word) > 2 and word[1] in "'’":
        cased = cased[:2] + cased[2:3].upper() + cased[3:]
    return cased


ALSO_FIRST_NAMES: frozenset[str] = frozenset("don tan sri baron april may june august major earl".split())
"""Titles and months that are given names too, where one more name follows: ``Don Ruiz``, ``April Ruiz``."""

SHORT_FIRST_NAMES: frozenset[str] = frozenset("chr jos geo chas thos edw robt benj fred theo alex ste joh".split())
"""First names as they are abbreviated; any other word with a full stop before a name is an office."""

DEPARTMENTS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    public affairs | communications | press office | media relations | investor relations | press team
    public relations | media office | press service | external affairs | pressestelle | service de presse
    comunicación | prensa
    comunicación social | relations presse
    """.replace("\n", "|").split("|")
)
"""Where those work who invite the press; after a name it is no outlet."""

NICKNAMES: dict[str, str] = {
    short: full
    for pair in """
    al:albert alex:alexander andy:andrew barb:barbara ben:benjamin bill:william bob:robert chris:christopher dan:daniel
    dave:david debbie:deborah dick:richard don:donald ed:edward frank:francis fred:frederick greg:gregory jeff:jeffrey
    jen:jennifer jerry:gerald jim:james joe:joseph jon:jonathan josh:joshua kate:katherine ken:kenneth larry:lawrence
    liz:elizabeth marty:martin matt:matthew mike:michael nick:nicholas pam:pamela pat:patricia pete:peter phil:philip
    rich:richard rob:robert ron:ronald sam:samuel steve:stephen steven:stephen sue:susan
    ted:edward tim:timothy tom:thomas tony:anthony
    """.split()
    for short, full in [pair.split(":")]
}


def same_person(names: Iterable[str]) -> bool:
    """Whether names with one surname differ by no more than a nickname or an initial: Tony and Anthony Ruiz."""
    firsts = {name.casefold().split()[0] for name in names}
    return len({NICKNAMES.get(first, first) for first in firsts}) == 1


def surname(name: str) -> str:
    """The word that others use for this person, casefolded, without possessive or suffix."""
    words = [w for w in name.split() if w.casefold().rstrip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    return words[-1].casefold() if words else ""


def may_be_one(name: str, other: str) -> bool:
    """Whether two names share a word, and not only the surname: Ruiz and Ana Ruiz, but not Tom and Ana Ruiz."""
    words, others = name.casefold().split(), other.casefold().split()
    if not set(words) & set(others):
        return False
    initial = words[0].rstrip(".") == others[0][:1] or others[0].rstrip(".") == words[0][:1]
    alone = len(words) == 1 or len(others) == 1
    return alone or initial or set(words) <= set(others) or set(others) <= set(words) or same_person((name, other))
