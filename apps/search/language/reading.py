"""A query as it was typed, understood whatever it is."""

import re
import unicodedata
from collections.abc import Iterable

from lark import Token

from apps.search.language.expressions import And, Reading, Word
from apps.search.language.names import Names, called
from apps.search.language.parsing import names_in, parse, split
from apps.search.language.said import said
from apps.search.language.tidying import MOST_WORDS, OPERANDS
from apps.search.tokens import tokens

LONGEST = 1_000

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
"""What transcripts are read without as well: a word copied from a page may have it within."""
_QUOTES = re.compile("[“”„‟«»＂]")


def read(text: str) -> Reading:
    """What the text asks for.  Any text is answered; names are looked up in the database, in one query for all."""
    return read_each([text])[0]


def read_each(texts: Iterable[str]) -> list[Reading]:
    """The same for several, with one query for the names of all."""
    split_up = [_split(text) for text in texts]
    names = called(name for _, tokens, _ in split_up for name in names_in(tokens))
    return [_read(*one, names) for one in split_up]


def _split(text: str) -> tuple[str, list[Token], list[str]]:
    doubts: list[str] = []
    clean = _clean(text, doubts)
    if clean.count('"') % 2:
        before, _, after = clean.rpartition('"')
        clean = f"{before} {after}"
        doubts.append("A quotation mark was not closed, so what follows it was read as words.")
    return clean, split(clean, doubts), doubts


def _read(clean: str, split_up: list[Token], doubts: list[str], names: Names) -> Reading:
    expression = parse(split_up, names, doubts)
    says_something = any(token.type in OPERANDS and tokens(token) for token in split_up)
    if expression is None and not says_something and (words := tokens(clean)):
        parts = tuple(Word(clean[word.start : word.end].lower()) for word in words[:MOST_WORDS])
        expression = And(parts) if len(parts) > 1 else parts[0]
        doubts = [f"“{clean.strip()}” stands alone, so it was read as words."]
    return Reading(expression, said(expression), tuple(dict.fromkeys(doubts)))


def _clean(text: str, doubts: list[str]) -> str:
    """With each accented letter as one character, straight quotation marks, and nothing that is no text."""
    if len(text) > LONGEST:
        doubts.append(f"Only the first {LONGEST:,} characters were read.")
    text = text[:LONGEST].encode(errors="replace").decode()
    text = _QUOTES.sub('"', unicodedata.normalize("NFC", text.translate(_UNSEEN)))
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
