"""A list of conferences or passages under its filters: what every such page shows beside its results."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from apps.browse.active import active_filters
from apps.browse.facets import FACETS, facets
from apps.browse.filters import ConferenceFilter
from apps.browse.heading import heading
from apps.browse.items import typed
from apps.browse.matches import Matches
from apps.browse.over_time import over_time
from apps.browse.paging import page_number
from apps.browse.ways_out import ways_out
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import begin, count

LAST_PAGE = 10_000
WHAT = {Level.CONFERENCE: "conference", Level.TURN: "passage"}
OPEN = {"topic", "speaker"}
SWAPPED = ",".join(
    ["#announced:innerHTML", "#on", "#errors-date_after", "#errors-date_before", *(f"#facet-{name}" for name in FACETS)]
)
Context = dict[str, Any]
Shown = Callable[[HttpRequest, Any, Matches, OpenIndex], Context]
"""From the filters and what they find, what only this page shows."""


def listing(request: HttpRequest, filterset: ConferenceFilter, level: Level, index: OpenIndex, shown: Shown) -> Context:
    """What ``shown`` gives of what the filters find, with counts, chips, timeline and ways out.

    It is made while the index counts.
    """
    asked = filterset.part(level, min(page_number(request), LAST_PAGE))
    opened = dict(zip(request.GET.getlist("open"), map(typed, request.GET.getlist("starts")), strict=False))
    found = begin(asked, facets=FACETS, whole=[name for name, begins in opened.items() if begins], index=index)
    results = shown(request, filterset, Matches(asked, found, index), index)
    active = active_filters(filterset)
    counted = facets(filterset, found.facets(), opened)
    return {
        **(over_time(filterset, asked, found.total, counted[0], index) if filterset.HAS_TIMELINE else {}),
        "form": filterset.form,
        "level": WHAT[level],
        "heading": heading(found.total, WHAT[level], filterset.values),
        "total": count(SearchQuery(level=level), index=index),
        "reading": filterset.reading,
        "active": active,
        "facets": counted,
        "open": OPEN | {facet.name for facet in counted if facet.chosen or facet.errors} | set(opened),
        "orders": _orders(filterset),
        "address": filterset.address(),
        "elsewhere": filterset.elsewhere(),
        "swapped": SWAPPED,
        **({} if found.total else ways_out(filterset, active, level, index)),
        **results,
    }


def _orders(filterset: ConferenceFilter) -> list[tuple[str, str, bool]]:
    """Name, address, and whether it is this one."""
    by_words, usual = filterset.reading.expression is not None, filterset.usual_order
    chosen = filterset.values.get("order", usual)
    return [
        (name, filterset.address(order="" if value == usual else value), value == chosen)
        for value, name in filterset.filters["order"].extra["choices"]
        if by_words or value != "best"
    ]
