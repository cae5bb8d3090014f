"""Offices at the start of words, or anywhere among them."""

import re

from .grammar import ALSO_SURNAMES, ARTICLES, BEFORE_HONORIFIC, BEFORE_OFFICE, HONORIFICS, OFFICES
from .name_words import plain
from .titles import portfolio_end

OF_OFFICE = frozenset("of for de du der für del della des do da".split())
LONGEST_OFFICE = max(len(office.split()) for office in OFFICES)
_OFFICE_BEGINS = frozenset(re.split("[ -]", office, maxsplit=1)[0] for office in OFFICES)
_FISCAL = frozenset("policy policies year years deficit deficits rules rule space stance outlook monitor and y".split())
SPOKEN_OF = frozenset("h.e s.e hrh excellency excelencia excellence exzellenz eccellenza highness".split())
"""Honorifics by which nobody is spoken to: ``H.E. PRESIDENT``."""
TWO_WORD_PLACES = frozenset(
    """
    south north east west new united saudi sri el costa burkina sierra czech dominican papua san cape great northern
    central southern eastern western middle
    """.split()
)


def without_elision(words: list[str]) -> list[str]:
    """``L'amiral Ruiz`` without the article, if an office follows it."""
    first = words[0].replace("’", "'")
    bare = [first[2:], *words[1:]] if first[:2] in ("L'", "l'") and len(first) > len("l'") else []
    return bare if bare and office_at(bare, 0) else words


def has_article(words: list[str]) -> bool:
    """``H.E. the President``, ``M. le Ministre``; ``M. Le Maire`` is somebody's name."""
    if plain(words[0]) in SPOKEN_OF:
        return plain(words[1]) in ARTICLES
    return words[1].islower() and words[1] in ARTICLES and office_at(words, 2) > 0


def without_flourish(words: list[str]) -> list[str]:
    """``The Right Hon. Ana Ruiz`` without the words before its honorific."""
    at = 0
    while at < len(words) and plain(words[at]) in BEFORE_HONORIFIC:
        at += 1
    return words[at:] if at and at + 1 < len(words) and plain(words[at]) in HONORIFICS else words


def office_after_body(words: list[str]) -> tuple[int, int]:
    """Where the office begins and how many words it has: ``THE PRESIDENT``, ``NATO Secretary General Ruiz``.

    ``Work and Pensions Secretary``: before it may stand what it is for.
    """
    end = portfolio_end(words, 0)
    if end > 1 and words[0][0].isupper() and end < len(words) and (size := office_at(words, end)):
        return end, size
    for skip in range(min(4, len(words))):
        size = office_at(words, skip)
        if size and (
            skip == 0 or plain(words[0]) in BEFORE_OFFICE or size > 1 or plain(words[skip]) not in ALSO_SURNAMES
        ):
            return skip, size
        if not words[skip][0].isupper() or words[skip].endswith(","):
            break
    return 0, 0


def office_at(words: list[str], at: int) -> int:
    """How many words from ``at`` on form the longest known office; 0 if none."""
    first = plain(words[at])
    if first.partition("-")[0] not in _OFFICE_BEGINS:
        return 0
    for size in range(min(LONGEST_OFFICE, len(words) - at), 0, -1):
        office = " ".join(plain(w) for w in words[at : at + size])
        if office in OFFICES or ("-" in office and office.replace("-", " ") in OFFICES):
            return size
    return int(first == "fiscal" and _is_prosecutor(words, at))


def _is_prosecutor(words: list[str], at: int) -> bool:
    """``Fiscal Ana Ruiz``, in Spanish; not ``Fiscal year``, nor one word behind it, which may be anything."""
    return at + 2 < len(words) and plain(words[at + 1]) not in _FISCAL


def without_rank(words: list[str]) -> list[str]:
    """``Colonel Ana Ruiz``, behind an office and its place: a full name whose rank is an office too."""
    size = office_at(words, 0) if words else 0
    return words[size:] if len(words) > size + 1 else words


def ends_in_office(words: list[str]) -> bool:
    """``Assembly President``: another's office, to which somebody's own belongs."""
    return any(
        office_at(words, at) == len(words) - at and plain(words[at]) not in ALSO_SURNAMES for at in range(len(words))
    )


def begins_with_office(text: str) -> bool:
    """Whether the first words name an office: ``Secretary of the Interior``."""
    return office_at(text.split(), 0) > 0


def holds_office(text: str) -> bool:
    """Whether the words name an office anywhere: ``NATO Secretary General``."""
    words = [word.strip(",;") for word in text.split()]
    return any(office_at(words, at) for at in range(len(words)))


def after_place(rest: list[str]) -> list[str]:
    """What follows ``of Norway`` or ``of the United States``: the name, if any."""
    if end := portfolio_end(rest[1:], 0):
        return rest[1 + end :]
    at = 1
    while at < len(rest) and plain(rest[at]) in TWO_WORD_PLACES | ARTICLES:
        at += 1
    rest = rest[at + 1 :]
    return after_place(rest) if len(rest) > 1 and rest[0].casefold() in OF_OFFICE else rest
