"""The forms of a word: the index holds words as they are written, and a query asks for all with the same stem."""

from collections.abc import Iterator
from functools import lru_cache

from apps.search.opened import OpenIndex
from apps.search.schema import STEMMERS
from apps.search.tokens import starts, stem

VERSIONS, MOST = 4, 10_000
"""Of so many versions of an index so many words are remembered."""


def forms(index: OpenIndex, stemmed: str, language: str) -> tuple[str, ...]:
    """The words of the index, as they are written, that have this stem."""
    known = _known(index.version)
    found = known.get((language, stemmed))
    if found is None:
        if len(known) >= MOST:
            known.clear()
        found = known[language, stemmed] = tuple(sorted({*_with_stem(index, stemmed, language)}))
    return found


@lru_cache(maxsize=VERSIONS)
def _known(version: str) -> dict[tuple[str, str], tuple[str, ...]]:  # noqa: ARG001 - it says of what they are
    """By language and stem, in this version of the index: to be filled."""
    return {}


def _with_stem(index: OpenIndex, stemmed: str, language: str) -> Iterator[str]:
    if language not in STEMMERS:
        yield from [stemmed] if index.searcher.doc_freq("plain", stemmed) else []
        return
    for start in starts(stemmed, language):
        for term, _ in index.searcher.terms_with_prefix("plain", start):
            if stem(term, language) == stemmed:
                yield term
