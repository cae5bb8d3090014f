"""Another spelling for words that the index does not have."""

from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from apps.search.expression_query import ExpressionQuery
from apps.search.index import current
from apps.search.language import Expression, Reading, looked_for, read_each
from apps.search.language.expressions import Near, Phrase, Word
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import count
from apps.search.tokens import tokens

TRIES = 3
SHORTEST = 3
SHORT = 4
"""Up to so many letters a word may differ by one, longer ones by two, and it is not made shorter."""
SCRIPT = 128
"""Of so many characters most alphabets keep their letters together."""
NO_WORDS = {"and", "or", "not"}
Exact = Word | Phrase | Near


@dataclass(frozen=True, slots=True)
class Suggestion:
    words: str
    under_filters: bool
    """Whether there is something under the same filters, or only without any."""


def suggest(typed: str, reading: Reading, asked: SearchQuery, index: OpenIndex | None = None) -> Suggestion | None:
    """What was typed with unknown words as the index spells the nearest known ones, if that finds anything.

    ``reading`` is what was typed as it was read, ``asked`` the filters.  None if all words are known, nothing near
    enough is, or what is near cannot be taken as it would be typed: no speaker is called so either.
    """
    if reading.expression is None:
        return None
    index = index or current()
    typed = typed.encode(errors="replace").decode()  # half a character, as a query is read without it too
    nearest = _nearest_to_unknown(index, reading.expression)
    attempts = dict.fromkeys(_corrected(typed, nearest, attempt) for attempt in range(TRIES) if nearest)
    readings = zip(attempts, read_each(attempts), strict=True)
    better = [(words, its.expression) for words, its in readings if set(its.doubts) <= set(reading.doubts)]
    for filters in (asked, SearchQuery(level=asked.level)):
        for words, expression in better:
            if count(replace(filters, words=expression), index):
                return Suggestion(words, under_filters=filters is asked)
    return None


def _nearest_to_unknown(index: OpenIndex, expression: Expression) -> dict[str, list[str]]:
    """By each word that finds nothing by itself, those that it may have been meant to be."""
    found = {}
    for text in looked_for(expression, in_title=True):
        if isinstance(text, Exact):
            for word in tokens(text.text):
                alone = replace(text, text=text.text[word.start : word.end])
                if not _finds(index, alone) and (near := _nearest(index, word.term)):
                    found[word.term] = near
    return found


def _corrected(typed: str, nearest: dict[str, list[str]], attempt: int) -> str:
    """With the nearest word for each unknown one, the next nearest at the next attempt."""
    for word in reversed(tokens(typed)):
        if near := nearest.get(word.term):
            typed = typed[: word.start] + near[min(attempt, len(near) - 1)] + typed[word.end :]
    return typed


def _finds(index: OpenIndex, word: Exact) -> bool:
    """Asked as it was: by its forms each in texts of its language, or as it is written."""
    return index.searcher.search(ExpressionQuery(index, Level.TURN).of(word), 1).count > 0


def _nearest(index: OpenIndex, term: str) -> list[str]:
    """Those with the fewest letters different; of as many, the commonest first.

    They begin with the same letter, or if none does, with the second: the first may be one too many, or swapped.  Of
    a longer word, only the first may be quite another, or left out.
    """
    if len(term) < SHORTEST:
        return []
    most, shortest = (1, len(term)) if len(term) <= SHORT else (2, SHORT)
    for start in dict.fromkeys(term[:2]):
        common = [
            word
            for word, _ in index.searcher.terms_with_prefix("plain", start)
            if len(word) >= shortest and word not in NO_WORDS
        ]
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
