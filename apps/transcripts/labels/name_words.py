"""Whether words could be a person's name."""

import re
import unicodedata
from functools import lru_cache

from .grammar import INSTITUTIONS, NOT_NAMES, PARTICLES

MAX_NAME_WORDS = 5
_NO_PERSON = NOT_NAMES | INSTITUTIONS
ALSO_MONTHS = frozenset("may april june august".split())
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’‘´\u0300-\u036f-]*(?<!-)$")
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
"""``I. Ruiz``, ``O. Ruiz``: no word of another language."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?$", re.I)


def is_small_surname(words: list[str]) -> bool:
    """``de Guindos``, ``von der Leyen``: a surname that begins with particles in small letters."""
    at = 0
    while at < len(words) and words[at].islower() and words[at] in PARTICLES:
        at += 1
    return 0 < at < len(words) and is_name(words[at:])


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


def is_name(words: list[str]) -> bool:
    """Whether the words could be a person's name: capitalised, no digits, none that only running text has."""
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        words = [*words[:-2], words[-2].rstrip(",")]
    if len(words) > MAX_NAME_WORDS:
        return False
    if any(
        not _NAME_WORD.match(word) or (plain(word) in _NO_PERSON and not _INITIAL.fullmatch(word)) for word in words
    ):
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
