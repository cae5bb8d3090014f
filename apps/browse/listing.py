"""A list of conferences or passages under its filters: what every such page shows beside its results."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from apps.browse.active import active_filters
from apps.browse.facets import FACETS, facets
from apps.browse.filters import ConferenceFilter
from apps.browse.heading import heading
from apps.browse.items import typed
from apps.browse.matches import Matches
from apps.browse.over_time import over_time
from apps.browse.paging import page_of
from apps.browse.ways_out import ways_out
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import count, search

PAGE_SIZE = 20
LAST_PAGE = 10_000
WHAT = {Level.CONFERENCE: "conference", Level.TURN: "passage"}
OPEN = {"topic", "speaker"}
SWAPPED = ",".join(["#announced:innerHTML", "#on", *(f"#facet-{name}" for name in FACETS)])


def listing(request: HttpRequest, filterset: ConferenceFilter, level: Level, index: OpenIndex) -> dict[str, Any]:
    """One page of what the filters find, as ``page`` of hits, with counts, chips, timeline and ways out."""
    asked = filterset.query(level)
    asked = replace(asked, offset=(_page_number(request) - 1) * PAGE_SIZE, limit=min(asked.limit, PAGE_SIZE))
    opened = dict(zip(request.GET.getlist("open"), map(typed, request.GET.getlist("starts")), strict=False))
    results = search(asked, facets=FACETS, whole=[name for name, begins in opened.items() if begins], index=index)
    paging = page_of(request, Matches(asked, results, index), PAGE_SIZE)
    shown = facets(filterset, results.facets, opened)
    active = active_filters(filterset)
    return {
        **paging,
        **(over_time(filterset, asked, results.total, shown[0], index) if filterset.HAS_TIMELINE else {}),
        "form": filterset.form,
        "level": WHAT[level],
        "heading": heading(results.total, WHAT[level], filterset.values),
        "total": count(SearchQuery(level=level), index=index),
        "reading": filterset.reading,
        "active": active,
        "facets": shown,
        "open": OPEN | {facet.name for facet in shown if facet.chosen or facet.errors} | set(opened),
        "orders": _orders(filterset),
        "address": filterset.address(),
        "elsewhere": filterset.elsewhere(),
        "swapped": SWAPPED,
        **({} if results.total else ways_out(filterset, active, level, index)),
    }


def _page_number(request: HttpRequest) -> int:
    given = request.GET.get("page", "")
    return min(max(int(given), 1), LAST_PAGE) if given.isascii() and given.isdigit() and len(given) < 9 else 1


def _orders(filterset: ConferenceFilter) -> list[tuple[str, str, bool]]:
    """Name, address, and whether it is this one."""
    by_words, usual = filterset.reading.expression is not None, filterset.usual_order
    chosen = filterset.values.get("order", usual)
    return [
        (name, filterset.address(order="" if value == usual else value), value == chosen)
        for value, name in filterset.filters["order"].extra["choices"]
        if by_words or value != "best"
    ]
