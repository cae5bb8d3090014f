"""Names as people write them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from ..labels.grammar import PARTICLES

LONGEST_SHORT_ROLE = 4
LEAST_SHOUTED = 3
"""Letters in capitals; fewer are initials."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
"""``F.``, ``H.W.``, ``J.-Y.``"""
_SUFFIXES = frozenset("jr sr ii iii iv".split())
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


def respelled(name: str, calm_words: Mapping[str, str]) -> str:
    """A name out of capitals, which often drop accents, with the words as they are spelled elsewhere."""
    return " ".join(calm_words.get(folded(word), word) for word in name.split())


def accented(texts: Iterable[str]) -> dict[str, str]:
    """The words with other letters than plain ones that are not in capitals, by what capitals leave of them."""
    words = {word.strip(",.;:()|").removesuffix("’s").removesuffix("'s") for text in texts for word in text.split()}
    calm_words = [word for word in words if word[:1].isupper() and not word.isupper()]
    spelled = Counter(map(folded, calm_words))
    return {folded(word): word for word in calm_words if not word.isascii() and spelled[folded(word)] == 1}


def folded(word: str) -> str:
    """In small letters without accents."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def calm(role: str) -> str:
    """``GOVERNOR OF SCANIA`` -> ``Governor of Scania``; short forms and what is not in capitals stay as printed."""
    if not role.isupper() or len(role) <= LONGEST_SHORT_ROLE:
        return role
    return " ".join(
        word
        if word[0] in "([" or _INITIALS.fullmatch(word)
        else word.casefold()
        if word.casefold() in _SMALL
        else word.capitalize()
        for word in role.split()
    )


def _is_shouted(word: str) -> bool:
    return len(word) >= LEAST_SHOUTED and word.isupper() and "." not in word


def _word(word: str, first: bool) -> str:
    if not first and word.casefold() in PARTICLES:
        return word.casefold()
    if word.rstrip(".").upper() in ("II", "III", "IV") or _INITIALS.fullmatch(word):
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
    comunicación social | relations presse | kommunikation | unternehmenskommunikation | öffentlichkeitsarbeit
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
    named = [name.casefold().split() for name in names]
    firsts = {words[0] for words in named}
    alike = len({NICKNAMES.get(first, first) for first in firsts}) == 1
    return alike and not any(_middles_differ(one, other) for one, other in combinations(named, 2))


def surname(name: str) -> str:
    """The word that others use for this person, casefolded, without possessive or suffix."""
    words = _without_suffix(name.split())
    return words[-1].casefold() if words else ""


def is_tail(name: str, full: str) -> bool:
    """Whether a name is all but the first names of a fuller one: ``van der Berg`` of ``Ana van der Berg``."""
    words, whole = name.casefold().split(), [word.casefold() for word in _without_suffix(full.split())]
    first = full.split()[: -len(words)]
    return len(words) < len(whole) and whole[-len(words) :] == words and not all(map(str.isupper, first))


def may_be_one(name: str, other: str) -> bool:
    """Whether two names share a word, and not only the surname: Ruiz and Ana Ruiz, but not Tom and Ana Ruiz."""
    words, others = name.casefold().split(), other.casefold().split()
    if not set(words) & set(others):
        return False
    if words[-1] == others[-1] and words[0] == others[0] and _middles_differ(words, others):
        return False
    initial = words[0].rstrip(".") == others[0][:1] or others[0].rstrip(".") == words[0][:1]
    alone = len(words) == 1 or len(others) == 1
    return alone or initial or set(words) <= set(others) or set(others) <= set(words) or same_person((name, other))


def _middles_differ(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two full names have initials in the middle, and not the same: ``Jo B. Ruiz`` and ``Jo C.D. Ruiz``.

    Or are told to be of two generations: ``Jo Ruiz Jr.`` and ``Jo Ruiz Sr.``
    """
    suffixes = {word.rstrip(".") for one in (words, others) for word in one[2:] if word.rstrip(".") in _SUFFIXES}
    middles = ["".join(_without_suffix(one)[1:-1]).replace(".", "").replace("-", "") for one in (words, others)]
    short = all(_INITIALS.fullmatch(word) for one in (words, others) for word in _without_suffix(one)[1:-1])
    return len(suffixes) > 1 or (all(middles) and short and middles[0] != middles[1])


def _without_suffix(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.casefold().rstrip(".") not in _SUFFIXES]
