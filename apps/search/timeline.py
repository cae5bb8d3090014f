"""How many are found over time."""

from dataclasses import replace
from enum import StrEnum

from apps.search.building import build
from apps.search.facets import EVERY
from apps.search.index import current
from apps.search.kept import kept
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.results import Timeline


class Unit(StrEnum):
    """The field that says when something was, as a number."""

    DAY = "date"
    """``date.toordinal()``"""
    MONTH = "month"
    """year * 12 + month - 1"""
    YEAR = "year"


def timeline(asked: SearchQuery, unit: Unit = Unit.MONTH, index: OpenIndex | None = None) -> Timeline:
    """How many are found in each day, month or year; where topics are chosen, also for each of them alone."""
    index = index or current()
    return with_topics(asked, counts_by(unit, asked, index), unit, index)


def with_topics(asked: SearchQuery, counts: dict[int, int], unit: Unit, index: OpenIndex) -> Timeline:
    """The timeline of which all is counted already."""
    alone = {topic: replace(asked, topics=(topic,)) for topic in asked.topics}
    return Timeline(
        dict(sorted(counts.items())),
        {topic: counts if one == asked else counts_by(unit, one, index) for topic, one in alone.items()},
    )


def counts_by(unit: Unit, asked: SearchQuery, index: OpenIndex) -> dict[int, int]:
    """How many are found in each day, month or year that has any."""
    counted = kept(index.version, asked)
    name = "month" if unit == Unit.MONTH else f"by {unit}"  # the years as a facet may be without their own filter
    if name not in counted:
        each = {"terms": {"field": unit.value, "size": EVERY, "segment_size": EVERY}}  # quicker than a histogram
        found = index.searcher.aggregate(build(index, asked), {"when": each})
        counted[name] = {int(bucket["key"]): bucket["doc_count"] for bucket in found["when"]["buckets"]}
    return dict(counted[name])
