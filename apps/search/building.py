"""From a ``SearchQuery`` to a query of tantivy."""

from collections.abc import Iterator

from tantivy import Occur, Query

from apps.search.expression_query import ExpressionQuery
from apps.search.language import is_in_text
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import KINDS, topic_status


def build(index: OpenIndex, asked: SearchQuery, leaving_out: str = "") -> Query:
    """All that is asked, or all but one filter: ``speakers``, ``kinds``…, or ``status`` if no topic is chosen"""
    make = ExpressionQuery(index, asked.level)
    parts = [query for name, query in _filters(make, asked) if name != leaving_out]
    words = [make.of(asked.words)] if asked.words else []
    level = make.among_words if asked.words and is_in_text(asked.words) else make.at_level
    return Query.boolean_query([level, *((Occur.Must, query) for query in [*parts, *words])])


def _filters(make: ExpressionQuery, asked: SearchQuery) -> Iterator[tuple[str, Query]]:
    """Each filter that is given by its name in ``SearchQuery``."""
    if asked.conference is not None:
        yield "conference", make.any_of("conference", [asked.conference])
    yield from _topics(make, asked)
    for entity in asked.entities:
        yield "entities", make.any_of("entity", [entity])
    kinds = tuple(KINDS.index(kind) for kind in asked.kinds)
    any_of = {"speaker": asked.speakers, "outlet": asked.outlets, "source": asked.sources, "year": asked.years}
    for field, values in {**any_of, "kind": kinds}.items():
        if values:
            yield f"{field}s", make.any_of(field, values)
    if asked.after or asked.before:
        yield "days", make.days(asked.after, asked.before)


def _topics(make: ExpressionQuery, asked: SearchQuery) -> Iterator[tuple[str, Query]]:
    if asked.status and not asked.topics:
        yield "status", make.any_of("status", [asked.status])
    for topic in asked.topics:
        if asked.status:
            yield "status", make.any_of("topic_status", [topic_status(topic, asked.status)])
        else:
            yield "topics", make.any_of("topic", [topic])
