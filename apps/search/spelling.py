"""Another spelling for words that the index does not have."""

from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from apps.search.forms import forms
from apps.search.index import current
from apps.search.language import Expression, written
from apps.search.language.expressions import And, Near, Or, Phrase, Title, Word
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.search import count
from apps.search.tokens import tokens

TRIES = 3
SHORT = 4
"""Up to so many letters a word may differ by one, longer ones by two."""


def suggest(asked: SearchQuery, index: OpenIndex | None = None) -> str | None:
    """The query with unknown words as the index spells the nearest known ones, if that finds anything.

    None if all words are known, or nothing near enough is.
    """
    if asked.words is None:
        return None
    index = index or current()
    for attempt in range(TRIES):
        words = _corrected(index, asked.words, attempt)
        if words == asked.words:
            return None
        if count(replace(asked, words=words), index):
            return written(words)
    return None


def _corrected(index: OpenIndex, expression: Expression, attempt: int) -> Expression:
    """With each unknown word as the nearest known one, the next nearest at the next attempt."""
    match expression:
        case Word(text) | Phrase(text) | Near(text, _):
            return replace(expression, text=_text(index, text, attempt))
        case Title(Word(text) | Phrase(text) | Near(text, _) as of):
            return Title(replace(of, text=_text(index, text, attempt)))
        case And(parts) | Or(parts):
            return replace(expression, parts=tuple(_corrected(index, part, attempt) for part in parts))
        case _:
            return expression


def _text(index: OpenIndex, text: str, attempt: int) -> str:
    for word in reversed(tokens(text)):
        if not _known(index, text[word.start : word.end]) and (near := _nearest(index, word.term)):
            text = text[: word.start] + near[min(attempt, len(near) - 1)] + text[word.end :]
    return text


def _known(index: OpenIndex, word: str) -> bool:
    return any(forms(index, token.term, language) for language in index.languages for token in tokens(word, language))


def _nearest(index: OpenIndex, term: str) -> list[str]:
    """Those with the fewest letters different; of as many, the commonest first.

    They begin with the same letter, or if none does, with the second: the first may be one too many, or swapped.  Of
    a longer word, the first may be quite another.
    """
    most = 1 if len(term) <= SHORT else 2
    for start in dict.fromkeys((term[:1], term[1:2], "")):
        can_be = start or len(term) > SHORT
        common = [word for word, _ in index.searcher.terms_with_prefix("plain", start)] if can_be else []
        found = process.extract(term, common, scorer=OSA.distance, score_cutoff=most, limit=None)
        if found:
            return [word for word, _, _ in sorted(found, key=lambda one: one[1:])[:TRIES]]
    return []
