"""Names are found whatever accents and capitals they are written with."""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from django.db.models import Q

LONGEST = 100
"""So many letters of a word are looked at: of a longer pattern PostgreSQL may say that it is too complex."""
ACCENTED = range(0xC0, 0x2000)
"""Latin, Greek, Cyrillic and others; the letters of East Asia have no accents of this sort."""
LOOSE = "[\u0300-\u036f]*"
"""Accents that stand as characters of their own."""
BEFORE_A_WORD = "- .,'’(/&\u2010\u2011"
NOT_TAKEN_APART = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
LIGATURES = {"ss": "ßẞ", "ae": "æÆ", "oe": "œŒ"}


def named(text: str, *columns: str) -> Q:
    """Rows with every word of ``text``, as a whole or as a part, in one of the columns: texts, or lists of them."""
    found = Q()
    for word in text.split():
        found &= having(word, *columns)
    return found


def having(text: str, *columns: str) -> Q:
    """Rows with the text as it is, words and spaces, in one of the columns."""
    found = Q()
    for column in columns:
        found |= Q((f"{column}__regex", _pattern(text)))
    return found


def beginning(word: str, column: str) -> Q:
    """Rows in whose text a word begins so, or a part of one: Lund of Ashby-Lund, Neill of O’Neill."""
    return Q((f"{column}__regex", f"(^|[{BEFORE_A_WORD}]){_pattern(word)}"))


def plain(text: str) -> str:
    """In small letters without accents: “García” and “GARCIA” are “garcia”."""
    apart = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", re.sub(LOOSE, "", apart)).translate(NOT_TAKEN_APART)


def _pattern(text: str) -> str:
    """A regular expression of PostgreSQL."""
    pieces = re.split(f"({'|'.join(LIGATURES)})", plain(text)[:LONGEST])
    return "".join(f"({_letters(one)}|[{LIGATURES[one]}])" if one in LIGATURES else _letters(one) for one in pieces)


def _letters(piece: str) -> str:
    return "".join((_any_of(letter) if letter.isalpha() else re.escape(letter)) + LOOSE for letter in piece)


def _any_of(letter: str) -> str:
    return f"[{letter}{letter.upper()}{_accented()[letter]}]"


@cache
def _accented() -> defaultdict[str, str]:
    """By small letter without accent, all the ways to write it."""
    found: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, ACCENTED):
        found[plain(letter)] += letter
    return found
