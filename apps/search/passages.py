"""The turns of a conference that say most of what is looked for."""

from collections.abc import Collection
from typing import NamedTuple

from tantivy import Occur, Query

from apps.search.expression_query import ExpressionQuery, either
from apps.search.index import current
from apps.search.language import Expression, looked_for
from apps.search.opened import OpenIndex
from apps.search.schema import Level

MOST_TURNS = 100_000
"""More than any conference has."""


class Passages(NamedTuple):
    total: int
    turns: list[int]
    """The best first."""


def passages(
    words: Expression | None, conferences: Collection[int], at_most: int = 2, index: OpenIndex | None = None
) -> dict[int, Passages]:
    """By conference, turns in which any of the words is; only of those that have one."""
    texts = list(looked_for(words)) if words else []
    if not texts:
        return {}
    index = index or current()
    make = ExpressionQuery(index, Level.TURN)
    said = either(make.of(text) for text in texts)
    found = {conference: _best(make, said, conference, at_most, index) for conference in conferences}
    return {conference: best for conference, best in found.items() if best.turns}


def turns_with(words: Expression, conference: int, index: OpenIndex) -> set[int]:
    """The turns of a conference in which any of the words is."""
    return set(passages(words, [conference], MOST_TURNS, index).get(conference, Passages(0, [])).turns)


def _best(make: ExpressionQuery, said: Query, conference: int, at_most: int, index: OpenIndex) -> Passages:
    of_it = [make.any_of("level", [Level.TURN]), make.any_of("conference", [conference]), said]
    hits = index.searcher.search(Query.boolean_query([(Occur.Must, query) for query in of_it]), at_most)
    turns = index.searcher.fast_field_values("turn", [address for _, address in hits.hits])
    return Passages(hits.count, [int(turn or 0) for turn in turns])
