"""How many would be left by each value of a filter, under all other filters."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from tantivy import Occur, Query

from apps.search.building import build
from apps.search.expression_query import ExpressionQuery
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import KINDS, Status, topic_status

Counts = dict[int, int]

FACETS = {
    "topic": "",
    "speaker": "speakers",
    "entity": "",
    "status": "status",
    "kind": "kinds",
    "outlet": "outlets",
    "source": "sources",
    "year": "years",
}
"""Those that there are, each with the filter it is counted without: where any one of several values will do, another
value adds to what is left.  The costliest come first, so that every second one makes about half of the work.
"""
MOST_VALUES = 1_000
_OF_EACH_SEGMENT = 10_000_000  # if the values of a segment were cut short, tantivy would only estimate

_POOL = ThreadPoolExecutor(thread_name_prefix="facets")


def count_facets(index: OpenIndex, asked: SearchQuery, names: Iterable[str]) -> dict[str, Counts]:
    """By facet the commonest values, at most ``MOST_VALUES``, and those chosen, each with how many it leaves.

    tantivy works without Python's lock, so that two halves of the work take little longer than one.
    """
    groups = defaultdict(list)
    for name in sorted(names, key=list(FACETS).index):
        groups[FACETS[name] if FACETS[name] and getattr(asked, FACETS[name]) else ""].append(name)
    work = [(without, half) for without, group in groups.items() for half in (group[::2], group[1::2]) if half]
    counted: dict[str, Counts] = {}
    for part in _POOL.map(lambda part: _count(index, asked, *part), work):
        counted |= part
    for name, counts in counted.items():
        counts.update(count_values(index, asked, name, set(_chosen(asked, name)) - set(counts)))
    return counted


def count_values(index: OpenIndex, asked: SearchQuery, name: str, values: Iterable[int]) -> Counts:
    """How many each of these values of a facet leaves, whether or not it is one of the commonest."""
    if name == "status":
        return {value: _number(index, build(index, replace(asked, status=Status(value)))) for value in values}
    others = build(index, asked, leaving_out=FACETS[name])
    make = ExpressionQuery(index, asked.level)

    def having(value: int) -> Query:
        if name == "topic" and asked.status:
            return make.any_of("topic_status", [topic_status(value, asked.status)])
        return make.any_of(name, [value])

    return {
        value: _number(index, Query.boolean_query([(Occur.Must, others), (Occur.Must, having(value))]))
        for value in values
    }


def _count(index: OpenIndex, asked: SearchQuery, without: str, names: list[str]) -> dict[str, Counts]:
    """All values of these facets, in one go."""
    counted = {"status": count_values(index, asked, "status", Status)} if "status" in names else {}
    terms = {
        name: {"terms": {"field": _field(asked, name), "size": MOST_VALUES, "segment_size": _OF_EACH_SEGMENT}}
        for name in names
        if name != "status"
    }
    found = index.searcher.aggregate(build(index, asked, without), terms) if terms else {}
    for name, result in found.items():
        counts = {int(bucket["key"]): bucket["doc_count"] for bucket in result["buckets"]}
        counted[name] = _of_status(counts, asked.status) if _field(asked, name) == "topic_status" else counts
    return counted


def _field(asked: SearchQuery, name: str) -> str:
    return "topic_status" if name == "topic" and asked.status else name


def _of_status(counts: Counts, status: Status | None) -> Counts:
    return {key // 4: count for key, count in counts.items() if key % 4 == status}


def _chosen(asked: SearchQuery, name: str) -> Iterable[int]:
    match name:
        case "topic":
            return asked.topics
        case "entity":
            return asked.entities
        case "kind":
            return [KINDS.index(kind) for kind in asked.kinds]
        case "status":
            return ()
    chosen: tuple[int, ...] = getattr(asked, FACETS[name])
    return chosen


def _number(index: OpenIndex, query: Query) -> int:
    return index.searcher.search(query, 1).count  # type: ignore[attr-defined,no-any-return]
