"""The turns of a conference that say most of what is looked for."""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from tantivy import Occur, Query

from apps.search.building import build
from apps.search.expression_query import ExpressionQuery
from apps.search.index import current
from apps.search.language import Expression, looked_for
from apps.search.language.expressions import And, Or
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level

MOST_TURNS = 100_000
"""More than any conference has."""


class Passages(NamedTuple):
    total: int
    """Turns that fit all filters.  It may be 0: a conference has what any of its turns has."""
    turns: list[int]
    """The best of these first, or of all turns with the words where there are none."""


def passages(
    asked: SearchQuery, conferences: Collection[int], at_most: int = 2, index: OpenIndex | None = None
) -> dict[int, Passages]:
    """By conference, turns in which any of the words is; only of those that have one."""
    texts = tuple(looked_for(asked.words)) if asked.words else ()
    if not texts:
        return {}
    index = index or current()
    fitting = build(index, replace(asked, level=Level.TURN, words=And((Or(texts), *_filters(asked.words)))))
    found = {conference: _best(index, fitting, conference, at_most) for conference in conferences}
    if others := [conference for conference, best in found.items() if not best.turns]:
        said = build(index, SearchQuery(Or(texts), Level.TURN))
        found |= {conference: _best(index, said, conference, at_most)._replace(total=0) for conference in others}
    return {conference: best for conference, best in found.items() if best.turns}


def turns_with(words: Expression, conference: int, index: OpenIndex) -> set[int]:
    """The turns of a conference in which any of the words is."""
    texts = tuple(looked_for(words))
    said = build(index, SearchQuery(Or(texts), Level.TURN))
    return set(_best(index, said, conference, MOST_TURNS).turns) if texts else set()


def _filters(words: Expression | None) -> tuple[Expression, ...]:
    """What is asked beside words, as ``speaker:marsh``."""
    parts = words.parts if isinstance(words, And) else ()
    return tuple(part for part in parts if not any(looked_for(part)))


def _best(index: OpenIndex, said: Query, conference: int, at_most: int) -> Passages:
    of_it = ExpressionQuery(index, Level.TURN).any_of("conference", [conference])
    hits = index.searcher.search(Query.boolean_query([(Occur.Must, of_it), (Occur.Must, said)]), at_most)
    turns = index.searcher.fast_field_values("turn", [address for _, address in hits.hits])
    return Passages(hits.count, [int(turn or 0) for turn in turns])
