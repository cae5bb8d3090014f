"""The index is asked."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from time import perf_counter

import tantivy

from apps.search.building import build
from apps.search.facets import count_facets
from apps.search.index import current
from apps.search.kept import Counts, kept
from apps.search.opened import OpenIndex
from apps.search.query import Order, SearchQuery
from apps.search.results import Hit, SearchResults
from apps.search.threads import POOL
from apps.search.timeline import Unit, with_topics

MOST_HITS = 10_000
"""Of one page."""


@dataclass(frozen=True, slots=True)
class Searching:
    """Its hits are there, while other threads still count: meanwhile something can be made of the hits."""

    hits: list[Hit]
    total: int
    facets: Callable[[], dict[str, Counts]]
    """Waits for them."""


def begin(
    asked: SearchQuery, *, facets: Collection[str] = (), whole: Collection[str] = (), index: OpenIndex | None = None
) -> Searching:
    """One page of what is found, and all of it counted by each of ``facets``, which are names of ``FACETS``.

    Of facets with very many values only the commonest are counted, but for those that are ``whole``.
    """
    index = index or current()
    page = POOL.submit(_hits, index, asked)
    counts = count_facets(index, asked, facets, whole)
    return Searching(*page.result(), counts)


def search(
    asked: SearchQuery,
    *,
    facets: Collection[str] = (),
    whole: Collection[str] = (),
    timeline: bool = False,
    index: OpenIndex | None = None,
) -> SearchResults:
    """What ``begin`` does, and waits for all of it; with a ``timeline`` it is also counted by month."""
    index = index or current()
    began = perf_counter()
    searching = begin(asked, facets={*facets, *(["month"] if timeline else [])}, whole=whole, index=index)
    counted = searching.facets()
    return SearchResults(
        hits=searching.hits,
        total=searching.total,
        facets={name: counted[name] for name in facets},
        timeline=with_topics(asked, counted["month"], Unit.MONTH, index) if timeline else None,
        took=perf_counter() - began,
        version=index.version,
    )


def count(asked: SearchQuery, index: OpenIndex | None = None) -> int:
    """How many are found."""
    index = index or current()
    counted = kept(index.version, asked)
    if "all" not in counted:
        counted["all"] = {0: index.searcher.search(build(index, asked), 1).count}
    return counted["all"][0]


def _hits(index: OpenIndex, asked: SearchQuery) -> tuple[list[Hit], int]:
    if asked.limit < 1:
        return [], count(asked, index)
    searcher, query = index.searcher, build(index, asked)
    limit = min(asked.limit, MOST_HITS)
    offset = min(max(asked.offset, 0), searcher.num_docs)  # tantivy makes room for all that comes before
    by_words = asked.order == Order.RELEVANCE and asked.words is not None
    if by_words:
        found = searcher.search(query, limit, offset=offset)
    else:
        by, order = ("oldest", tantivy.Order.Asc) if asked.order == Order.OLDEST else ("newest", tantivy.Order.Desc)
        found = searcher.search(query, limit, offset=offset, order_by_field=by, order=order)
    addresses = [address for _, address in found.hits]
    conferences = searcher.fast_field_values("conference", addresses)
    turns = searcher.fast_field_values("turn", addresses)
    hits = [
        Hit(int(conference or 0), int(turn or 0) or None, score if by_words else 0.0)
        for conference, turn, (score, _) in zip(conferences, turns, found.hits, strict=True)
    ]
    return hits, found.count
