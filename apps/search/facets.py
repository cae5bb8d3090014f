"""How many would be left by each value of a filter, under all other filters."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from tantivy import Occur, Query

from apps.search.building import build
from apps.search.expression_query import ExpressionQuery
from apps.search.kept import Counts, kept
from apps.search.language import is_quick
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import KINDS, Status, topic_status
from apps.search.threads import POOL


@dataclass(frozen=True, slots=True)
class Facet:
    without: str = ""
    """The filter that it is counted without: where any one of several values will do, another adds to what is left."""
    most: int = 10_000
    """Of more values only the commonest are counted."""


COMMONEST = 250
"""Of very many names: more than anybody looks through, and each costs some time."""
FACETS = {
    "topic": Facet(),
    "entity": Facet(most=COMMONEST),
    "speaker": Facet("speakers", most=COMMONEST),
    "status": Facet("status"),
    "kind": Facet("kinds"),
    "outlet": Facet("outlets", most=COMMONEST),
    "month": Facet(),
    "source": Facet("sources"),
    "year": Facet("years"),
}
"""By field, the costliest to count first, so that every second one makes about half of the work."""
EVERY = 10_000_000
"""Values.  So many are taken of each segment: if those of one were cut short, tantivy would only estimate."""


def count_facets(
    index: OpenIndex, asked: SearchQuery, names: Collection[str], whole: Collection[str] = ()
) -> Callable[[], dict[str, Counts]]:
    """Other threads begin to count.  What is returned waits for them, and gives the counts.

    By facet those are the values that there are, the commonest first, and those chosen, each with how many it leaves;
    of ``whole`` facets all values, however many, not only the commonest.
    """
    counted = kept(index.version, asked)
    known_as = {name: f"{name}, whole" if name in whole else name for name in names}
    counting = _count_all(index, asked, {name for name in names if known_as[name] not in counted}, whole)

    def counts() -> dict[str, Counts]:
        counted.update({known_as.get(name, name): counts for name, counts in counting().items()})
        return {name: dict(counted[known]) for name, known in known_as.items()}

    return counts


def _count_all(
    index: OpenIndex, asked: SearchQuery, names: set[str], whole: Collection[str]
) -> Callable[[], dict[str, Counts]]:
    years_by_month = "year" in names and not asked.years
    parts = _parts(asked, names - {"year"} | {"month"} if years_by_month else names)
    counting = POOL.map(lambda part: _count(index, asked, part[0], part[1], whole), parts)
    return lambda: _put_together(index, asked, counting, years_by_month=years_by_month)


def _put_together(
    index: OpenIndex, asked: SearchQuery, parts: Iterable[dict[str, Counts]], *, years_by_month: bool
) -> dict[str, Counts]:
    found: dict[str, Counts] = {}
    for part in parts:
        found |= part
    if years_by_month:
        found["year"] = _years(found["month"])
    for name, counts in found.items():
        counts.update(count_values(index, asked, name, set(_chosen(asked, name)) - set(counts)))
    return found


def count_values(index: OpenIndex, asked: SearchQuery, name: str, values: Iterable[int]) -> Counts:
    """How many each of these values of a facet leaves, whether or not it is one of the commonest."""
    if name == "status":
        return {value: _number(index, build(index, replace(asked, status=Status(value)))) for value in values}
    others = build(index, asked, leaving_out=FACETS[name].without)
    make = ExpressionQuery(index, asked.level)

    def having(value: int) -> Query:
        if name == "topic" and asked.status:
            return make.any_of("topic_status", [topic_status(value, asked.status)])
        return make.any_of(name, [value])

    return {
        value: _number(index, Query.boolean_query([(Occur.Must, others), (Occur.Must, having(value))]))
        for value in values
    }


def _parts(asked: SearchQuery, names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """What is counted in one go: the filter to leave out, and the facets.

    There are two halves, for two threads, unless finding takes longer than counting what little is found.
    """
    groups = defaultdict(list)
    for name in sorted(names, key=list(FACETS).index):
        without = FACETS[name].without
        groups[without if without and getattr(asked, without) else ""].append(name)
    step = 2 if asked.words is None or is_quick(asked.words) else 1
    return [(without, group[at::step]) for without, group in groups.items() for at in range(step) if group[at::step]]


def _count(
    index: OpenIndex, asked: SearchQuery, without: str, names: list[str], whole: Collection[str]
) -> dict[str, Counts]:
    number: dict[str, Counts] = {}
    if "status" in names and asked.topics:  # all of them must have it
        each = count_values(index, asked, "status", Status)
        number["status"] = {status: count for status, count in each.items() if count}
    most = {name: EVERY if name in whole else FACETS[name].most for name in names}
    terms = {name: _terms(asked, name, most[name]) for name in names if name not in number}
    found = index.searcher.aggregate(build(index, asked, without), terms) if terms else {}
    for name, result in found.items():
        counts = {int(bucket["key"]): bucket["doc_count"] for bucket in result["buckets"]}
        number[name] = _of_status(counts, asked.status) if name == "topic" and asked.status else counts
    return number


def _terms(asked: SearchQuery, name: str, most: int) -> dict[str, Any]:
    field = "topic_status" if name == "topic" and asked.status else name
    return {"terms": {"field": field, "size": most, "segment_size": EVERY}}


def _of_status(counts: Counts, status: Status) -> Counts:
    return {key // 4: count for key, count in counts.items() if key % 4 == status}


def _years(months: Counts) -> Counts:
    found: Counter[int] = Counter()
    for month, count in months.items():
        found[month // 12] += count
    return dict(found.most_common())


def _chosen(asked: SearchQuery, name: str) -> Iterable[int]:
    match name:
        case "topic":
            return asked.topics
        case "entity":
            return asked.entities
        case "kind":
            return [KINDS.index(kind) for kind in asked.kinds]
        case "status" | "month":
            return ()
    chosen: tuple[int, ...] = getattr(asked, FACETS[name].without)
    return chosen


def _number(index: OpenIndex, query: Query) -> int:
    return index.searcher.search(query, 1).count
