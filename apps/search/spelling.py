"""Another spelling for words that the index does not have."""

from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from apps.search.expression_query import ExpressionQuery
from apps.search.index import current
from apps.search.language import Expression, written
from apps.search.language.expressions import And, Near, Or, Phrase, Title, Word
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import count
from apps.search.tokens import tokens

TRIES = 3
SHORT = 4
"""Up to so many letters a word may differ by one, longer ones by two."""
SCRIPT = 128
"""Of so many characters most alphabets keep their letters together."""
Exact = Word | Phrase | Near


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
        case Word() | Phrase() | Near():
            return _text(index, expression, attempt)
        case Title(Word() | Phrase() | Near() as of):
            return Title(_text(index, of, attempt))
        case And(parts) | Or(parts):
            return replace(expression, parts=tuple(_corrected(index, part, attempt) for part in parts))
        case _:
            return expression


def _text(index: OpenIndex, asked: Exact, attempt: int) -> Exact:
    text = asked.text
    for word in reversed(tokens(text)):
        alone = replace(asked, text=text[word.start : word.end])
        if not _finds(index, alone) and (near := _nearest(index, word.term)):
            text = text[: word.start] + near[min(attempt, len(near) - 1)] + text[word.end :]
    return replace(asked, text=text)


def _finds(index: OpenIndex, word: Exact) -> bool:
    """Asked as it was: by its forms each in texts of its language, or as it is written."""
    return index.searcher.search(ExpressionQuery(index, Level.TURN).of(word), 1).count > 0


def _nearest(index: OpenIndex, term: str) -> list[str]:
    """Those with the fewest letters different; of as many, the commonest first.

    They begin with the same letter, or if none does, with the second: the first may be one too many, or swapped.  Of
    a longer word, only the first may be quite another, or left out.
    """
    most = 1 if len(term) <= SHORT else 2
    for start in dict.fromkeys(term[:2]):
        common = [word for word, _ in index.searcher.terms_with_prefix("plain", start)]
        found = process.extract(term, common, scorer=OSA.distance, score_cutoff=most, limit=None)
        if found:
            return [word for word, _, _ in sorted(found, key=lambda one: one[1:])[:TRIES]]
    return _with_another_beginning(index, term) if len(term) > SHORT else []


def _with_another_beginning(index: OpenIndex, term: str) -> list[str]:
    script = ord(term[0]) // SCRIPT * SCRIPT
    letters = [
        letter for letter in map(chr, range(script, script + SCRIPT)) if letter.isalpha() and not letter.isupper()
    ]
    words = [letter + rest for letter in letters for rest in (term[1:], term)]
    times = {word: index.searcher.doc_freq("plain", word) for word in words}
    return sorted((word for word in words if times[word]), key=lambda word: -times[word])[:TRIES]
