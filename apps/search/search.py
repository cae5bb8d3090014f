"""The index is asked."""

from collections.abc import Iterable
from time import perf_counter

import tantivy

from apps.search.building import build
from apps.search.facets import count_facets
from apps.search.index import OpenIndex, current
from apps.search.query import Order, SearchQuery
from apps.search.results import Hit, SearchResults
from apps.search.timeline import count_months

MOST_HITS = 10_000
"""Of one page."""


def search(
    asked: SearchQuery, *, facets: Iterable[str] = (), timeline: bool = False, split: Iterable[int] = ()
) -> SearchResults:
    """One page of what is found, with counts of all of it: ``facets`` by name, and a timeline, split by topics."""
    index = current()
    began = perf_counter()
    query = build(index, asked)
    hits, total = _hits(index, query, asked)
    return SearchResults(
        hits=hits,
        total=total,
        facets=count_facets(index, asked, facets),
        timeline=count_months(index, query, split) if timeline else None,
        took=perf_counter() - began,
        version=index.version,
    )


def _hits(index: OpenIndex, query: tantivy.Query, asked: SearchQuery) -> tuple[list[Hit], int]:
    searcher = index.searcher
    limit = min(max(asked.limit, 1), MOST_HITS)
    offset = min(max(asked.offset, 0), searcher.num_docs)  # tantivy makes room for all that comes before
    by_words = asked.order == Order.RELEVANCE and asked.words is not None
    if by_words:
        found = searcher.search(query, limit, offset=offset)
    else:
        order = tantivy.Order.Asc if asked.order == Order.OLDEST else tantivy.Order.Desc
        found = searcher.search(query, limit, offset=offset, order_by_field="date", order=order)
    addresses = [address for _, address in found.hits]
    conferences = searcher.fast_field_values("conference", addresses)
    turns = searcher.fast_field_values("turn", addresses)
    hits = [
        Hit(int(conference or 0), int(turn or 0) or None, score if by_words else 0.0)
        for conference, turn, (score, _) in zip(conferences, turns, found.hits, strict=True)
    ]
    return hits, found.count  # type: ignore[attr-defined]
