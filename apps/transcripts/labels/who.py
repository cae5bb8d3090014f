"""WHO a label names: a nameless voice, an office, a person, or nobody at all.

The door to what words tell: of names in ``name_words``, of offices in ``office_words``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .grammar import ARTICLES, HONORIFICS, NOT_WHO, PARTICLES, PEOPLE, SPELLED_NUMBERS, UNIDENTIFIED, VOICES, Voice
from .misspelt import misspelt_office
from .name_words import MAX_NAME_WORDS, is_month_name, is_name, is_small_surname, plain, shouts
from .office_words import (
    LONGEST_OFFICE,
    OF_OFFICE,
    SPOKEN_OF,
    TWO_WORD_PLACES,
    after_place,
    begins_with_office,
    ends_in_office,
    has_article,
    holds_office,
    office_after_body,
    office_at,
    without_elision,
    without_flourish,
    without_rank,
)
from .outlets import PLACES, is_known, looks_like_outlet
from .titles import ENGLISH_OFFICES, NAMELESS, PORTFOLIO_JOINTS, portfolio_end

__all__ = [
    "LONGEST_OFFICE",
    "QUESTION_WORDS",
    "SPOKEN_OF",
    "TWO_WORD_PLACES",
    "Who",
    "begins_with_office",
    "holds_office",
    "is_for_somebody",
    "is_month_name",
    "is_name",
    "is_small_surname",
    "office_at",
    "plain",
    "read_who",
    "shouts",
    "without_flourish",
]

MAX_WORDS = 12
QUESTION_WORDS = frozenset(
    "question questions pregunta preguntas frage fragen domanda pergunta vraag zusatzfrage".split()
)
_ASKERS = QUESTION_WORDS | frozenset("reporter journalist journalistin journaliste periodista".split())
_OF_HOUSES = frozenset(
    "zeitung rundfunk nachrichten fernsehen news newspaper radio television tv diario agencia".split()
)
"""Words of outlets that are nobody's surname."""
_FROM = frozenset("from by de del von di da van par".split())
_FOR = frozenset("an to for für à pour para a al".split())
_COUNTS = SPELLED_NUMBERS | frozenset("123456789")
_NAMED_VOICES = (Voice.ASKS, Voice.MODERATES)
_WITH_ARTICLE = 2
"""Words of ``H.E. the President`` before the office."""
LONGEST_NAMED_VOICE = 3
"""Words of a voice before a name: ``Jefe de prensa Ana Ruiz``."""
ALSO_GIVEN_NAMES = frozenset("don".split())
"""Honorifics that are first names before a single other name: ``Don Lee``, but ``Don Luis Ruiz``."""
_COUNTED = re.compile(r"(.+?)(?:[ #]*\d{1,3}|[ #]+[a-z]| " + "| ".join(sorted(SPELLED_NUMBERS)) + r")$")
_GLUED_INITIAL = re.compile(r"^([A-ZÀ-Þ]\.)(?=[A-ZÀ-Þ][^\W\d_.]{2,}$)")
"""``A.RUIZ``, which is ``A. RUIZ``."""


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
    if voice := _voice(words) or (Voice.ASKS if is_for_somebody(words) else None):
        return Who(voice=voice)
    if is_known(printed) and (len(words) == 1 or not words[-1].islower()):
        return Who(voice=Voice.ASKS, outlet=printed)
    if asker := _question_from(words):
        return asker
    if outlet := _outlet_behind_voice(words):
        return Who(voice=Voice.ASKS, outlet=outlet)
    if _is_initial(words) or (words[0].endswith(",") and looks_like_outlet(" ".join(words[1:]))):
        return None
    return _named_voice(words, printed)


def _outlet_behind_voice(words: list[str]) -> str | None:
    """``Frage Der Standard``, ``Pregunta BBC``: what is beyond doubt an outlet's name behind a word that asks."""
    if len(words) == 1 or plain(words[0]) not in _ASKERS:
        return None
    outlet = " ".join(words[1:])
    return outlet if is_known(outlet) or any(plain(word) in _OF_HOUSES for word in words[1:]) else None


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
    if len(words) <= len(("question", "from")) or plain(words[0]) not in QUESTION_WORDS or plain(words[1]) not in _FROM:
        return None
    name = words[2:]
    if name[0][0].isupper() and looks_like_outlet(" ".join(name)):
        return Who(voice=Voice.ASKS, outlet=" ".join(name))
    titled = len(name) > 1 and plain(name[0]) in HONORIFICS
    name = name[titled:]
    named = (titled or len(name) > 1) and is_name(name) and not begins_with_office(name[0])
    return Who(voice=Voice.ASKS, name=" ".join(name)) if named else None


def is_for_somebody(words: list[str]) -> bool:
    """``Frage an Ministerin Ruiz``: whom a question is for, not whose it is."""
    size = len(("question", "to"))
    if len(words) <= size or words[1].casefold() not in _FOR or plain(words[0]) not in QUESTION_WORDS:
        return False
    rest = words[size:]
    return is_name(rest) or begins_with_office(" ".join(rest)) or plain(rest[0]) in HONORIFICS | ARTICLES


def _titled(words: list[str], printed: str) -> Who | None:
    """``MS. RUIZ``, ``Prime Minister of Norland Ana Ruiz``, ``THE PRESIDENT``, ``CREW MEMBER``, ``Ana Ruiz``."""
    office, honorific, rest = _titles(words)
    if office and rest and rest[0].casefold() in OF_OFFICE and not _is_surname_behind(office, rest):
        rest = after_place(rest)
        goes_on = bool(rest) and plain(rest[0]) in PORTFOLIO_JOINTS and "," not in "".join(rest)
        rest = [] if goes_on or ends_in_office(rest) else without_rank(rest)
    if office and not rest and plain(words[0]) in HONORIFICS - SPOKEN_OF and not printed.isupper():
        return None  # ``Señor presidente:`` is spoken to, not speaking, but for ``MADAM REGISTRAR:``
    if office and (not rest or (len(rest) == 1 and plain(rest[0]).lstrip("#") in _COUNTS)):
        return Who(office=office)
    if not office and printed.isupper() and 1 < len(words) <= MAX_NAME_WORDS and plain(words[-1]) in PEOPLE:
        return Who(voice=Voice.UNKNOWN)
    titled = office is not None or honorific is not None
    named = is_name(rest) or is_month_name(rest, titled) or (titled and is_small_surname(rest))
    return Who(office=office, honorific=honorific, name=" ".join(rest)) if rest and named else None


def _is_surname_behind(office: str, rest: list[str]) -> bool:
    """``de Croo`` of ``Minister de Croo``: an English office has its portfolio behind ``of``, not behind ``de``."""
    english = office.rsplit(maxsplit=1)[-1].rpartition("-")[2] in ENGLISH_OFFICES
    place = " ".join(rest[1:]).casefold() in PLACES or bool(portfolio_end(rest[1:], 0))
    return (
        english and rest[0] in ("de", "del", "du", "della", "des", "do", "da") and not place and is_small_surname(rest)
    )


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
    if counted and (len(counted[1]) > 1 or re.fullmatch(r"[qapf]\d{1,3}", text)):
        return VOICES.get(counted[1].strip())
    return None


def _titles(words: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Offices and honorifics taken off the front: the office, the honorific, the words left."""
    office = honorific = None
    rest = words = without_flourish(without_elision(words))
    if len(words) > 1 and (meant := misspelt_office(plain(words[0]))):
        return meant, None, words[1:]
    while rest:
        skip, size = office_after_body(rest) if rest is words else (0, office_at(rest, 0))
        if size:
            office = office or " ".join(plain(w) for w in rest[skip : skip + size])
            rest = rest[skip + size :]
        elif plain(rest[0]) in HONORIFICS and len(rest) > 1 + (plain(rest[0]) in ALSO_GIVEN_NAMES):
            honorific = honorific or plain(rest[0])
            article = len(rest) > _WITH_ARTICLE and has_article(rest)
            rest = rest[1 + article :]
        else:
            break
    return office, honorific, rest
