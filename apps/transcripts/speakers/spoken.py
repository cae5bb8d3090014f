"""Names and outlets in running speech: the pieces that introductions and calls are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pycountry

from ..header.towns import TOWNS
from ..labels.grammar import HONORIFICS, NOT_NAMES, OFFICES, PARTICLES, SPELLED_NUMBERS, VOICES
from ..labels.outlets import NAME_PARTS, PLACES, is_known, is_outlet, looks_like_outlet
from ..labels.who import is_name, plain
from .names import ALSO_FIRST_NAMES

_UPPER = r"[A-ZÀ-ÞŁŚŠŽČĆ]"
_SMALL_OUTLET = r"(?:dpa(?:-AFX)?|taz|kicker|epd|ntv|n-tv|rbb|oe24|t-online|elDiario\.es)(?!\w)"
_OUTLET_WORD = rf"(?:{_UPPER}[\w.'’‘&-]*|{_SMALL_OUTLET})"
_NAME_WORD = rf"(?:{_UPPER}\.|{_UPPER}[\w'’‘-]*)"
_PARTICLE = r"(?:(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ten|ter|ap|ferch)\s+)"
_JOINT = r"(?:(?:of|de|del|della|dei|do|da|dos|das|la|le|du|des|der|am|and|&|for|y|y de)\s+)?"
_PREPOSITION = r"(?:from|with|of|at|for|de|del|du|do|da|dos|das|pour|para|von|vom|für)"
_ARTICLE = r"(?:(?:the|el|la|le|der|die|den|das)\s+|l['’])?"

_GAP = r"[^\S\n]+"
"""Between the words of a name: no new paragraph begins in it."""
NAME = rf"(?P<name>{_NAME_WORD}(?:{_GAP}{_PARTICLE}*{_NAME_WORD}){{0,3}})"
OUTLET = rf"(?P<outlet>(?:[Tt]he\s+)?{_OUTLET_WORD}(?:{_GAP}{_JOINT}(?:{_OUTLET_WORD}|\d{{1,2}})){{0,5}})"
_LINK = (
    rf"(?:\s*,?\s+(?:here\s+)?{_PREPOSITION}\s+{_ARTICLE}(?:[a-zà-ÿ-]+\s+){{0,3}}?"
    rf"|\s*,\s+(?:[a-zà-ÿ-]+\s+){{1,3}}{_PREPOSITION}\s+{_ARTICLE}"
    rf"|(?:\s*[,/(]\s*|\s+[–—-]\s+){_ARTICLE})"
)
NAME_AND_OUTLET = re.compile(rf"(?<![\w’'-]){NAME}{_LINK}{OUTLET}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b[MD][rs]\.)(?<!\bMrs\.)\s+")
_ALSO_IN_OUTLETS = frozenset(
    """
    north south east west monday tuesday wednesday thursday friday saturday sunday watch page point points source
    update updates link background topics issue number section
    """.split()
)
"""What no person's name holds, and an outlet's may: ``Examiner West``."""
_ENDS_OUTLET = (HONORIFICS | NOT_NAMES) - NAME_PARTS - SPELLED_NUMBERS - _ALSO_IN_OUTLETS
_CORRECTION = re.compile(r"\s*(?:—|–|--)\s*([A-Z][\w’'-]*)(?=[.,!?])")
_LINKS = re.compile(r"\b(?:from|with|of|at|de|del|du|do|da|dos|das|pour|para|von|vom|für)\b")
_AFTER_NO_OUTLET = frozenset(office for office in OFFICES if len(office) > len("am")) | frozenset(
    "said says told reported reports".split()
)
_ARTICLES_BOUND = (
    (" du ", "Le "), (" del ", "El "), (" des ", "Les "), (" l'", "L’"), (" le ", "Le "), (" la ", "La "),
    (" les ", "Les "), (" el ", "El "),
)  # fmt: skip
"""What is left of an outlet's article behind a preposition."""
_NO_LONGER = re.compile(r"\b(?:formerly|once|previously|late)\b")
"""``Jo Lind, formerly of CNN``."""
LONGEST_LEAD = 7
"""Words before a single first name that is called with its outlet: ``So how about Jo with the Daily Post?``"""
_ENDS_PLACE = frozenset("street avenue boulevard square".split())
"""The last word of a place that is written like a name: ``Wall Street``."""
_NO_FIRST_NAME = (PARTICLES - frozenset("ben al san abu ter ten".split())) | frozenset(
    "vielen herzlichen besten schönen herzlich meine liebe lieber verehrte geehrte muchas muchísimas mille tack mange "
    "listen look sleepy excuse wait hold stop fake merry happy operation ask god read call talk blame thank slava según"
    " rip free take poor except con feliz joyeux joyeuses frohe frohes buon make new fort port camp addis silicon red"
    " letzte letzter erste erster zweite nächste nächster dernière première deuxième prochaine última primera siguiente"
    " próxima selon laut pour como mein traditionally currently recently finally actually oiga"
    " mire unlike like".split()
)
_NO_SINGLE_NAME = frozenset("an auf bei für gegen in mit nach ohne unter von vor zu zum zur".split())
"""``An das BMI``: whom a question is for, at the start of a sentence."""
GREETINGS = frozenset(
    """
    hi hello yes yeah good morning afternoon evening thanks thank okay ok well sure so next question last first final
    please bitte adelante go ahead and how about now then also hola buenos buenas gracias bonjour guten danke merci
    sorry welcome
    """.split()
)

_COUNTRIES = frozenset(country.name.casefold() for country in pycountry.countries)
PLACE_NAMES: frozenset[str] = PLACES | _COUNTRIES | TOWNS
"""Where somebody may be from, casefolded."""
_BEFORE_NAME = (
    GREETINGS
    | HONORIFICS
    | NOT_NAMES
    | frozenset(
        "kollege kollegin compañero compañera colega colleague gentleman lady collègue confrère ensuite luego".split()
    )
)
ADDRESSED = frozenset("herr herrn frau monsieur madame mme señor señora mr mrs ms".split())
"""What stands only before a name: ``Als Nächstes Herr Lind`` is *Lind*."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who asks, as said: a name, an outlet, or both."""

    name: str | None = None
    outlet: str | None = None


def sentences(text: str) -> list[str]:
    """The sentences of a short text; the full stop of an initial or honorific ends none."""
    return [sentence for sentence in _BETWEEN_SENTENCES.split(text.strip()) if sentence]


def pairs(text: str) -> Iterator[Introduction]:
    """Every name with an outlet."""
    return (pair for _, _, pair in placed_pairs(text))


def placed_pairs(text: str) -> Iterator[tuple[int, int, Introduction]]:
    """Every name with an outlet, and where both begin and end; one that fails is tried again from its second word."""
    at = 0
    while m := NAME_AND_OUTLET.search(text, at):
        name, outlet = person(m["name"]), trim_outlet(m["outlet"])
        if name and outlet and _belongs(name, outlet, text, m):
            end = text.find(outlet, m.start("outlet")) + len(outlet)
            outlet = with_article(_corrected(outlet, text, m), text[m.end("name") : m.start("outlet")])
            yield text.find(name.split()[0], m.start()), end, Introduction(name, bare(outlet))
            at = m.end()
        else:
            at = m.start() + len(m["name"].split()[0])


def with_article(outlet: str, link: str) -> str:
    """``du Monde``, which is ``Le Monde``, if the paper is known so."""
    bound = link.casefold().replace("’", "'")
    article = next((article for words, article in _ARTICLES_BOUND if bound.endswith(words)), "")
    return article + outlet if not is_known(outlet) and is_known(article + outlet) else outlet


def _corrected(outlet: str, text: str, m: re.Match[str]) -> str:
    """The outlet that a speaker corrects himself to: ``with the Post — Times``."""
    better = _CORRECTION.match(text, m.start("outlet") + len(outlet))
    return better[1] if better and is_known(better[1]) else outlet


def _belongs(name: str, outlet: str, text: str, m: re.Match[str]) -> bool:
    """Whether the outlet is one, and the name its reporter's: a single name must be called in a short sentence."""
    after = text[m.start("outlet") + len(outlet) :].lstrip(" ,").split(maxsplit=1)
    if (
        not looks_like_outlet(outlet)
        or plain(outlet.split(maxsplit=1)[0]) in OFFICES
        or (after and plain(after[0]) in _AFTER_NO_OUTLET)
    ):
        return False
    link = text[m.end("name") : m.start("outlet")]
    if _NO_LONGER.search(link):
        return False
    if " " in name:
        return True
    if plain(name) in _NO_SINGLE_NAME or plain(name) in VOICES:
        return False
    begin = max(text.rfind(mark, 0, m.start()) for mark in ".?!\n") + 1
    before = text[begin : m.start("name")].split()
    linked = _LINKS.search(link) is not None
    sounds = " " in outlet and is_outlet(outlet) and not re.search(r"\bfor\b", link)
    return len(before) <= LONGEST_LEAD and (linked or sounds or is_known(outlet))


@lru_cache(maxsize=1024)
def person(name: str) -> str | None:
    """The name without greetings and honorifics before it; None where offices or words of another kind are in it."""
    words = name.rstrip(".,").removesuffix("-san").split()
    if len(words) == 2 and plain(words[0]) in ALSO_FIRST_NAMES and is_name(words[1:]):
        return " ".join(words)
    while words and (plain(words[0]) in _BEFORE_NAME or ADDRESSED & {plain(word) for word in words[:-1]}):
        words = words[1:]
    if (
        not words
        or plain(words[0]) in _NO_FIRST_NAME
        or not is_name(words)
        or any(word.endswith(("’s", "'s", "’re", "'re")) for word in words)
    ):
        return None
    if (
        " ".join(words).casefold() in PLACES | _COUNTRIES
        or (len(words) > 1 and plain(words[-1]) in _ENDS_PLACE)
        or looks_like_outlet(" ".join(words))
        or any(plain(word) in OFFICES for word in words)
    ):
        return None
    return " ".join(words)


def trim_outlet(outlet: str) -> str:
    """The outlet up to the end of its sentence: ``CNBC.  Mr`` is CNBC."""
    words: list[str] = []
    given = outlet.split()
    for word, following in zip(given, [*given[1:], ""], strict=True):
        joins = plain(word) in ("and", "of", "y", "de", "do", "da", "am") and (
            (following[:1].isupper() and plain(word) not in ("and", "of"))
            or following.rstrip(".").casefold() in NAME_PARTS
        )
        if words and not joins and (plain(word) in _ENDS_OUTLET or plain(word) in OFFICES):
            break
        words.append(word)
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.", word):
            break
    return " ".join(words).rstrip(".,'’")


def bare(outlet: str) -> str:
    """An outlet without article."""
    return re.sub(r"^[Tt]he ", "", outlet)
