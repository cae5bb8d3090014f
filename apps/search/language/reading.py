"""A query as it was typed, understood whatever it is."""

import re
import unicodedata

from apps.search.language.expressions import And, Reading, Word
from apps.search.language.parsing import parse
from apps.search.language.said import said
from apps.search.language.tidying import MOST_WORDS
from apps.search.tokens import tokens

LONGEST = 1_000

_QUOTES = re.compile("[“”„‟«»＂]")


def read(text: str) -> Reading:
    """What the text asks for.  Any text is answered; names are looked up in the database, a query for each."""
    doubts: list[str] = []
    clean = _clean(text, doubts)
    if clean.count('"') % 2:
        before, _, after = clean.rpartition('"')
        clean = f"{before} {after}"
        doubts.append("A quotation mark was not closed, so what follows it was read as words.")
    expression = parse(clean, doubts)
    if expression is None and (words := tokens(clean)):
        parts = tuple(Word(clean[word.start : word.end].lower()) for word in words[:MOST_WORDS])
        expression = And(parts) if len(parts) > 1 else parts[0]
        doubts = [f"“{clean.strip()}” stands alone, so it was read as words."]
    return Reading(expression, said(expression), tuple(dict.fromkeys(doubts)))


def _clean(text: str, doubts: list[str]) -> str:
    """With each accented letter as one character, straight quotation marks, and nothing that is no text."""
    if len(text) > LONGEST:
        doubts.append(f"Only the first {LONGEST:,} characters were read.")
    text = text[:LONGEST].encode(errors="replace").decode()
    text = _QUOTES.sub('"', unicodedata.normalize("NFC", text))
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
