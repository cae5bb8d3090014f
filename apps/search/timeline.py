"""How many are found in each month."""

from collections.abc import Iterable

from tantivy import Occur, Query

from apps.search.expression_query import ExpressionQuery
from apps.search.index import OpenIndex
from apps.search.results import Timeline
from apps.search.schema import Level

_BY_MONTH = {"months": {"histogram": {"field": "month", "interval": 1, "min_doc_count": 1}}}


def count_months(index: OpenIndex, query: Query, split: Iterable[int] = ()) -> Timeline:
    """Of what the query finds; also of those that carry each of the topics."""
    make = ExpressionQuery(index, Level.TURN)
    about = {topic: make.any_of("topic", [topic]) for topic in split}
    return Timeline(
        _months(index, query),
        {
            topic: _months(index, Query.boolean_query([(Occur.Must, query), (Occur.Must, carrying)]))
            for topic, carrying in about.items()
        },
    )


def _months(index: OpenIndex, query: Query) -> dict[int, int]:
    buckets = index.searcher.aggregate(query, _BY_MONTH)["months"]["buckets"]
    return {int(bucket["key"]): bucket["doc_count"] for bucket in buckets}
