"""The words of a text, as the index knows them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

import tantivy

from apps.search.composing import Composed, composed
from apps.search.schema import OTHER, STEMMERS, analyzer

_as_written = analyzer(OTHER)
LETTERS = dict.fromkeys(STEMMERS, 2) | dict.fromkeys(("ar", "nl", "ta"), 1)
"""By language, with how many letters alike a word and its stem begin."""
WRITTEN_ALSO: dict[str, list[str]] = {
    "tr": ["pb", "td", "kg", "çc"],
}
"""By language, what stemmers write with the first of these may be written with any of the others."""
ARABIC = [chr(letter) for letter in range(0x620, 0x6D4) if chr(letter).isalnum()]
LEFT_OUT: dict[str, Callable[[str], Iterable[str]]] = {
    "ar": lambda _: ARABIC,  # several letters in front of a word, each of which means something
    "en": lambda first: [f"{first}y"],  # dying is of die
    "de": lambda first: [f"{first}e"],  # in ae, oe, ue
    "fi": lambda first: [first * 2],
    "nl": lambda first: ["ge", f"{first}g"],  # ge in front
}
"""By language, how words with a stem that begins so may begin besides."""


class Token(NamedTuple):
    """A word of a text: its term, which word of the text it is, and from which character to which it stands."""

    term: str
    position: int
    start: int
    end: int


def terms(text: str) -> list[str]:
    """The words as they are written, which is several times quicker than ``tokens``."""
    return _as_written.analyze(composed(text))


def tokens(text: str, language: str = OTHER) -> list[Token]:
    """All words, by the stem if the language is one of ``STEMMERS``, else as written."""
    read = Composed(text)
    return tokens_of(read, {term: stem(term, language) for term in terms(read.text)})


def tokens_of(text: Composed, keys: Mapping[str, str]) -> list[Token]:
    """Where words stand that are written as one of the keys, with what the key leads to as their term."""
    return [
        Token(keys[term], token.position, *text.span(token.char_offset_from, token.char_offset_to))
        for token in _as_written.pre_tokenize(text.text).tokens
        if (term := token.text) in keys
    ]


@lru_cache(maxsize=100_000)
def stem(term: str, language: str) -> str:
    """What the analyzer of the language makes of a term as it is written: stemming is the last thing that it does."""
    return _stemmer(language).analyze(term)[0] if language in STEMMERS else term


def starts(stemmed: str, language: str) -> set[str]:
    """Whatever has this stem begins with one of these."""
    if language not in STEMMERS:
        return {stemmed}
    if not stemmed[:1].isalnum():
        return {""}
    also = {letters[0]: letters for letters in WRITTEN_ALSO.get(language, ())}
    each = (also.get(letter, letter) for letter in stemmed[: LETTERS[language]])
    return {*map("".join, product(*each)), *(LEFT_OUT[language](stemmed[:1]) if language in LEFT_OUT else ())}


@cache
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    return builder.filter(tantivy.Filter.stemmer(STEMMERS[language])).build()
