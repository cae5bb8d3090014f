"""An index and, over it, what changed since its last commit, in memory: so that nobody waits for the disk.

Words are weighed within each of the two, so that the order by relevance settles with the next commit.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, cast

import tantivy
from tantivy import DocAddress, Occur, Order, Query

from apps.search.expression_query import either
from apps.search.news import News
from apps.search.opened import OpenIndex, languages_of, panics_as_errors
from apps.search.schema import build_schema, register_analyzers
from apps.search.searcher import Found, Searcher
from apps.search.writing import Writer

MEMORY = 15_000_000
"""Bytes: the least that tantivy takes."""
EVERY = 10_000_000
"""Values to count where none may be left out."""
_PUTS = count(1)
"""No two states of this process have the same number."""


class Overlay:
    """What changed since ``base`` was written.  ``opened`` has both."""

    def __init__(self, base: OpenIndex) -> None:
        self.base = self.opened = base
        self.changed: set[int] = set()
        self._index = tantivy.Index(build_schema())
        register_analyzers(self._index)

    def put(self, since: News) -> OpenIndex:
        """Have these conferences, too, as the database has them now; returns ``opened``.  Raises ValueError."""
        conferences = since.conferences or []
        with panics_as_errors():
            with Writer(self._index, memory=MEMORY, threads=1) as writer:
                writer.put(conferences)
                writer.commit(since.state)
            self._index.reload()
        self.changed.update(conferences)
        over = cast("Searcher", self._index.searcher())
        searcher = Layered(self.base.searcher, over, self.base.schema, self.changed)
        self.opened = replace(
            self.base,
            searcher=searcher,
            languages=languages_of(searcher, self.base.schema),
            version=f"{self.base.version} and {next(_PUTS)}",
            state=since.state,
        )
        return self.opened


@dataclass(frozen=True, slots=True)
class _Both:
    hits: list[tuple[Any, DocAddress]]
    count: int


class Layered:
    """Of two searchers one: ``base`` but for the conferences that ``over`` has, and all of ``over``."""

    def __init__(self, base: Searcher, over: Searcher, schema: tantivy.Schema, changed: Collection[int]) -> None:
        self._base, self._over, self._schema = base, over, schema
        self._stale = either(Query.term_query(schema, "conference", conference) for conference in changed)
        self._segments = base.num_segments
        self.num_docs = base.num_docs - base.search(self._stale, 1).count + over.num_docs - 1  # both have a state
        self.num_segments = base.num_segments + over.num_segments

    def search(
        self,
        query: Query,
        limit: int = 10,
        order_by_field: str | None = None,
        offset: int = 0,
        order: Order = Order.Desc,
    ) -> Found:
        how: Any = {"limit": offset + limit, "order_by_field": order_by_field, "order": order}
        below, above = self._base.search(self._fresh(query), **how), self._over.search(query, **how)
        hits = below.hits + [(value, self._moved(address)) for value, address in above.hits]
        hits.sort(key=lambda hit: hit[0], reverse=order == Order.Desc)
        return _Both(hits[offset : offset + limit], below.count + above.count)

    def aggregate(self, query: Query, agg: dict[str, Any]) -> dict[str, Any]:
        """Of terms and histograms."""
        all_of_them = {
            name: {**how, "terms": {**how["terms"], "size": EVERY}} if "terms" in how else how
            for name, how in agg.items()
        }
        below, above = self._base.aggregate(self._fresh(query), agg), self._over.aggregate(query, all_of_them)
        for name, how in agg.items():
            if "terms" in how and len(below[name]["buckets"]) >= how["terms"]["size"]:
                below[name]["buckets"] += self._left_out(query, all_of_them[name], below[name], above[name])
        return {name: {"buckets": _added(how, below[name], above[name])} for name, how in agg.items()}

    def _left_out(self, query: Query, how: dict[str, Any], below: dict[str, Any], above: dict[str, Any]) -> list[Any]:
        """What ``base`` has of the terms that ``over`` has: they may be among the commonest now."""
        known = {bucket["key"] for bucket in below["buckets"]}
        missing = {bucket["key"] for bucket in above["buckets"]} - known
        if not missing:
            return []
        having = either(Query.term_query(self._schema, how["terms"]["field"], int(key)) for key in missing)
        both = Query.boolean_query([(Occur.Must, self._fresh(query)), (Occur.Must, having)])
        return [one for one in self._base.aggregate(both, {"all": how})["all"]["buckets"] if one["key"] in missing]

    def fast_field_values(self, field_name: str, doc_addresses: list[DocAddress]) -> Sequence[Any]:
        above = [address.segment_ord >= self._segments for address in doc_addresses]
        both = list(zip(above, doc_addresses, strict=True))
        of_base = iter(self._base.fast_field_values(field_name, [one for is_above, one in both if not is_above]))
        moved = [self._moved(one, -1) for is_above, one in both if is_above]
        of_over = iter(self._over.fast_field_values(field_name, moved))
        return [next(of_over if is_above else of_base) for is_above in above]

    def doc_freq(self, field_name: str, field_value: Any) -> int:
        return self._base.doc_freq(field_name, field_value) + self._over.doc_freq(field_name, field_value)

    def terms_with_prefix(self, field_name: str, prefix: str) -> list[tuple[str, int]]:
        found = Counter(dict(self._base.terms_with_prefix(field_name, prefix)))
        found.update(dict(self._over.terms_with_prefix(field_name, prefix)))
        return found.most_common()

    def _fresh(self, query: Query) -> Query:
        return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, self._stale)])

    def _moved(self, address: DocAddress, way: int = 1) -> DocAddress:
        """The segments of ``over`` are counted on after those of ``base``."""
        return DocAddress(address.segment_ord + way * self._segments, address.doc)


def _added(how: dict[str, Any], below: dict[str, Any], above: dict[str, Any]) -> list[dict[str, Any]]:
    buckets = {bucket["key"]: bucket for bucket in below["buckets"]}
    for bucket in above["buckets"]:
        if known := buckets.get(bucket["key"]):
            known["doc_count"] += bucket["doc_count"]
            for name in how.get("aggs", ()):
                known[name]["value"] += bucket[name]["value"]
        else:
            buckets[bucket["key"]] = bucket
    if "terms" in how:
        return sorted(buckets.values(), key=lambda one: -one["doc_count"])[: how["terms"]["size"]]
    return sorted(buckets.values(), key=lambda one: one["key"])
