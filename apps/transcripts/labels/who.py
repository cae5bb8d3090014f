"""WHO a label names: a nameless voice, an office, a person, or nobody at all."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .grammar import (
    ALSO_SURNAMES,
    ARTICLES,
    BEFORE_HONORIFIC,
    BEFORE_OFFICE,
    HONORIFICS,
    INSTITUTIONS,
    NOT_NAMES,
    NOT_WHO,
    OFFICES,
    PARTICLES,
    PEOPLE,
    SPELLED_NUMBERS,
    UNIDENTIFIED,
    VOICES,
    Voice,
)
from .misspelt import misspelt_office
from .outlets import PLACES, is_known, looks_like_outlet
from .titles import ENGLISH_OFFICES, NAMELESS, portfolio_end

MAX_WORDS = 12
MAX_NAME_WORDS = 5
_OF = frozenset("of for de du der für del della des do da".split())
_QUESTIONS = frozenset("question questions pregunta preguntas frage fragen domanda pergunta vraag zusatzfrage".split())
_FROM = frozenset("from by de del von di da van par".split())
_COUNTS = SPELLED_NUMBERS | frozenset("123456789")
_NAMED_VOICES = (Voice.ASKS, Voice.MODERATES)
LONGEST_NAMED_VOICE = 3
"""Words of a voice before a name: ``Jefe de prensa Ana Ruiz``."""
_NO_PERSON = NOT_NAMES | INSTITUTIONS
LONGEST_OFFICE = max(len(office.split()) for office in OFFICES)
_OFFICE_BEGINS = frozenset(re.split("[ -]", office, maxsplit=1)[0] for office in OFFICES)
SPOKEN_OF = frozenset("h.e s.e hrh excellency excelencia excellence exzellenz eccellenza highness".split())
"""Honorifics by which nobody is spoken to: ``H.E. PRESIDENT``."""
_WITH_ARTICLE = 2
"""Words of ``H.E. the President`` before the office."""
ALSO_GIVEN_NAMES = frozenset("don".split())
"""Honorifics that are first names before a single other name: ``Don Lee``, but ``Don Luis Ruiz``."""
ALSO_MONTHS = frozenset("may april june august".split())
TWO_WORD_PLACES = frozenset(
    """
    south north east west new united saudi sri el costa burkina sierra czech dominican papua san cape great northern
    central southern eastern western middle
    """.split()
)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’‘´\u0300-\u036f-]*(?<!-)$")
_COUNTED = re.compile(r"(.+?)[ #]*(?:\d{1,3}|[a-z]| " + "| ".join(sorted(SPELLED_NUMBERS)) + r")$")
_GLUED_INITIAL = re.compile(r"^([A-ZÀ-Þ]\.)(?=[A-ZÀ-Þ][^\W\d_.]{2,}$)")
"""``A.RUIZ``, which is ``A. RUIZ``."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?$", re.I)


@dataclass(frozen=True, slots=True)
class Who:
    """The parts of a speaker's designation; at least one of voice, office and name is set.

    ``outlet`` is set where an outlet stands for its reporter: ``Reuters: ...``
    """

    voice: Voice | None = None
    office: str | None = None
    honorific: str | None = None
    name: str | None = None
    outlet: str | None = None


@lru_cache(maxsize=4096)
def read_who(printed: str) -> Who | None:
    """``MS. RUIZ`` -> honorific and name, ``THE PRESIDENT`` -> office, ``Q`` -> voice; None for other words."""
    words = _GLUED_INITIAL.sub(r"\1 ", printed.replace("“", " ").replace("”", " ")).split()
    if not words or len(words) > MAX_WORDS:
        return None
    return _nameless(words, printed) or _titled(words, printed)


def _nameless(words: list[str], printed: str) -> Who | None:
    """``Q``, ``SPEAKER 2``, ``Frage Ruiz``, ``Reuters``."""
    if voice := _voice(words):
        return Who(voice=voice)
    if is_known(printed):
        return Who(voice=Voice.ASKS, outlet=printed)
    if asker := _question_from(words):
        return asker
    if _is_initial(words) or (words[0].endswith(",") and looks_like_outlet(" ".join(words[1:]))):
        return None
    return _named_voice(words, printed)


def _named_voice(words: list[str], printed: str) -> Who | None:
    """``Frage Ruiz``, ``Jefe de prensa Ana Ruiz``, ``P Ana Ruiz``; ``P Ruiz`` is a president."""
    for size in range(min(LONGEST_NAMED_VOICE, len(words) - 1), 0, -1):
        voice = VOICES.get(" ".join(map(plain, words[:size])))
        if voice in _NAMED_VOICES and is_name(words[size:]) and not begins_with_office(printed):
            name = " ".join(words[size:])
            return Who(office="p", name=name) if words[0] == "P" and " " not in name else Who(voice=voice, name=name)
    return None


def _is_initial(words: list[str]) -> bool:
    """``J. Ruiz``, ``J. de Ruiz``: before a surname alone a letter is the first name, before a full name it may ask."""
    letter = len(words) > 1 and words[0][0].isupper() and words[0][1:] == "."
    return letter and (len(words) == len(("J.", "Ruiz")) or plain(words[1]) in PARTICLES)


def _question_from(words: list[str]) -> Who | None:
    """``Pregunta de Ana Ruiz``, ``Question from Mr. Ruiz``, ``Question from Reuters``."""
    if len(words) <= len(("question", "from")) or plain(words[0]) not in _QUESTIONS or plain(words[1]) not in _FROM:
        return None
    name = words[2:]
    if name[0][0].isupper() and looks_like_outlet(" ".join(name)):
        return Who(voice=Voice.ASKS, outlet=" ".join(name))
    titled = len(name) > 1 and plain(name[0]) in HONORIFICS
    name = name[titled:]
    named = (titled or len(name) > 1) and is_name(name) and not begins_with_office(name[0])
    return Who(voice=Voice.ASKS, name=" ".join(name)) if named else None


def _titled(words: list[str], printed: str) -> Who | None:
    """``MS. RUIZ``, ``Prime Minister of Norland Ana Ruiz``, ``THE PRESIDENT``, ``CREW MEMBER``, ``Ana Ruiz``."""
    office, honorific, rest = _titles(words)
    if office and rest and rest[0].casefold() in _OF and not _is_surname_behind(office, rest):
        rest = _after_place(rest)
        rest = [] if _ends_in_office(rest) else _without_rank(rest)
    if office and not rest and plain(words[0]) in HONORIFICS - SPOKEN_OF and not printed.isupper():
        return None  # ``Señor presidente:`` is spoken to, not speaking, but for ``MADAM REGISTRAR:``
    if office and (not rest or (len(rest) == 1 and plain(rest[0]).lstrip("#") in _COUNTS)):
        return Who(office=office)
    if not office and printed.isupper() and 1 < len(words) <= MAX_NAME_WORDS and plain(words[-1]) in PEOPLE:
        return Who(voice=Voice.UNKNOWN)
    titled = office is not None or honorific is not None
    named = is_name(rest) or is_month_name(rest, titled) or (titled and is_small_surname(rest))
    return Who(office=office, honorific=honorific, name=" ".join(rest)) if rest and named else None


def is_small_surname(words: list[str]) -> bool:
    """``de Guindos``, ``von der Leyen``: a surname that begins with particles in small letters."""
    at = 0
    while at < len(words) and words[at].islower() and words[at] in PARTICLES:
        at += 1
    return 0 < at < len(words) and is_name(words[at:])


def _is_surname_behind(office: str, rest: list[str]) -> bool:
    """``de Croo`` of ``Minister de Croo``: an English office has its portfolio behind ``of``, not behind ``de``."""
    english = office.rsplit(maxsplit=1)[-1].rpartition("-")[2] in ENGLISH_OFFICES
    place = " ".join(rest[1:]).casefold() in PLACES or bool(portfolio_end(rest[1:], 0))
    return (
        english and rest[0] in ("de", "del", "du", "della", "des", "do", "da") and not place and is_small_surname(rest)
    )


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word as the tables spell it."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    return word.casefold().replace("’", "'").replace("´", "'").rstrip(".,")


def shouts(words: str) -> bool:
    """All capitals, but for the small letters of McCLELLAN, DeVOS and particles."""
    if words.isupper() or words.islower():
        return words.isupper()
    letters = list(filter(str.isalpha, words))
    return bool(letters) and sum(map(str.isupper, letters)) * 4 >= 3 * len(letters)


def _voice(words: list[str]) -> Voice | None:
    text = " ".join(plain(w) for w in words)
    if text in VOICES:
        return VOICES[text]
    first, _, others = text.partition(" ")
    first = first.rstrip(",")
    if first in UNIDENTIFIED and VOICES.get(others) is Voice.ASKS and len(others) > 1:
        return Voice.ASKS
    if first in UNIDENTIFIED and others in NAMELESS:
        return Voice.UNKNOWN
    if VOICES.get(first) is Voice.ASKS and others in NOT_WHO:
        return Voice.ASKS
    counted = _COUNTED.match(text)
    if counted and (len(counted[1]) > 1 or re.fullmatch(r"[qa]\d{1,3}", text)):
        return VOICES.get(counted[1].strip())
    return None


def _titles(words: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Offices and honorifics taken off the front: the office, the honorific, the words left."""
    office = honorific = None
    rest = words = without_flourish(_without_elision(words))
    if len(words) > 1 and (meant := misspelt_office(plain(words[0]))):
        return meant, None, words[1:]
    while rest:
        skip, size = _office_after_body(rest) if rest is words else (0, office_at(rest, 0))
        if size:
            office = office or " ".join(plain(w) for w in rest[skip : skip + size])
            rest = rest[skip + size :]
        elif plain(rest[0]) in HONORIFICS and len(rest) > 1 + (plain(rest[0]) in ALSO_GIVEN_NAMES):
            honorific = honorific or plain(rest[0])
            article = len(rest) > _WITH_ARTICLE and _has_article(rest)
            rest = rest[1 + article :]
        else:
            break
    return office, honorific, rest


def _without_elision(words: list[str]) -> list[str]:
    """``L'amiral Ruiz`` without the article, if an office follows it."""
    first = words[0].replace("’", "'")
    bare = [first[2:], *words[1:]] if first[:2] in ("L'", "l'") and len(first) > len("l'") else []
    return bare if bare and office_at(bare, 0) else words


def _has_article(words: list[str]) -> bool:
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


def _office_after_body(words: list[str]) -> tuple[int, int]:
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
    if plain(words[at]).partition("-")[0] not in _OFFICE_BEGINS:
        return 0
    for size in range(min(LONGEST_OFFICE, len(words) - at), 0, -1):
        office = " ".join(plain(w) for w in words[at : at + size])
        if office in OFFICES or ("-" in office and office.replace("-", " ") in OFFICES):
            return size
    return 0


def _without_rank(words: list[str]) -> list[str]:
    """``Colonel Ana Ruiz``, behind an office and its place: a full name whose rank is an office too."""
    size = office_at(words, 0) if words else 0
    return words[size:] if len(words) > size + 1 else words


def _ends_in_office(words: list[str]) -> bool:
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


def _after_place(rest: list[str]) -> list[str]:
    """What follows ``of Norway`` or ``of the United States``: the name, if any."""
    if end := portfolio_end(rest[1:], 0):
        return rest[1 + end :]
    at = 1
    while at < len(rest) and plain(rest[at]) in TWO_WORD_PLACES | ARTICLES:
        at += 1
    rest = rest[at + 1 :]
    return _after_place(rest) if len(rest) > 1 and rest[0].casefold() in _OF else rest


def is_name(words: list[str]) -> bool:
    """Whether the words could be a person's name: capitalised, no digits, none that only running text has."""
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        words = [*words[:-2], words[-2].rstrip(",")]
    if len(words) > MAX_NAME_WORDS:
        return False
    if any(not _NAME_WORD.match(word) or plain(word) in _NO_PERSON for word in words):
        return False
    if any(not _capitalised(word) and plain(word) not in PARTICLES for word in words):
        return False
    return _capitalised(words[0]) and _capitalised(words[-1])


def is_month_name(words: list[str], titled: bool) -> bool:
    """A surname that is a month's name too: after a title, or after two more names."""
    if not words or plain(words[-1]) not in ALSO_MONTHS or not _capitalised(words[-1]):
        return False
    return (titled and len(words) == 1) or (len(words) > 1 + (not titled) and is_name(words[:-1]))


def _capitalised(word: str) -> bool:
    """``Ruiz``, ``al-Ruiz``, ``d'Orsay``."""
    return word[0].isupper() or any(part[:1].isupper() for part in re.split(r"[-'’]", word)[1:2])
