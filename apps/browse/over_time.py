"""The timeline of a list."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.text import get_text_list

from apps.browse.chart import Link, chart
from apps.browse.facets import Facet
from apps.browse.filters import ConferenceFilter
from apps.browse.periods import FEW_MONTHS
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.timeline import Unit, timeline

MOST_BELOW = 4


def over_time(
    filterset: ConferenceFilter, asked: SearchQuery, total: int, topics: Facet, index: OpenIndex
) -> dict[str, Any]:
    """The ``chart`` of all that is found, if it is not of one moment, and how many are ``undated``.

    Where several topics are chosen there is also a row for each of them alone; where one is, for those below it.
    """
    found = timeline(asked, index=index)
    months = {month for counts in (found.counts, *found.topics.values()) for month in counts} or {0}
    unit = Unit.DAY if max(months) - min(months) < FEW_MONTHS else Unit.MONTH
    counted = found if unit == Unit.MONTH else timeline(asked, unit, index)
    rows, each = {item.id: (item.name, item.slug) for item in filterset.values.get("topic", ())}, counted.topics
    if len(rows) == 1:
        rows |= (below := _below(topics))
        each = timeline(replace(asked, topics=tuple(below)), unit, index).topics if below else {}
    chosen = get_text_list([item.name for item in filterset.values.get("topic", ())], "and")
    series = [(chosen, counted.counts, _link(filterset))]
    for name, slug, counts in ((*rows[pk], counts) for pk, counts in each.items() if counts):
        series.append((name, counts, _link(filterset, topic=[slug])))
    return {
        "chart": chart(unit, series),
        "undated": total - sum(found.counts.values()),
    }


def _link(filterset: ConferenceFilter, **changed: Any) -> Link:
    """To what lies between two days and within those of the filters."""
    after, before = filterset.values.get("date_after", date.min), filterset.values.get("date_before", date.max)
    return lambda first, last: filterset.address(date_after=max(first, after), date_before=min(last, before), **changed)


def _below(topics: Facet) -> dict[int, tuple[str, str]]:
    """Of the topics below the chosen one, the names and slugs of those that most is said about."""
    below = [choice for top in topics.choices if top.chosen for choice in top.below if choice.count]
    most = sorted(below, key=lambda choice: -choice.count)[:MOST_BELOW]
    return {choice.id: (choice.name, choice.value) for choice in most}
