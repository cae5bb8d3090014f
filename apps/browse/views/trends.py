from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.browse.csv_files import Cell, csv_file
from apps.browse.heading import heading, trends_heading
from apps.browse.lines import MARKS, draw
from apps.browse.listing import WHAT, Context
from apps.browse.matches import Matches
from apps.browse.trends import Series, Trends, table
from apps.browse.trends import trends as read_trends
from apps.browse.views.list_page import filtered_page, not_ready
from apps.browse.word_filters import MOST_SERIES, TrendsFilter
from apps.search.errors import SearchUnavailableError
from apps.search.index import reading
from apps.search.language import written
from apps.search.language.expressions import And
from apps.search.opened import OpenIndex
from apps.search.schema import Level

MOST_PERIODS = 600
COLUMNS = ("period", "first_day", "last_day", "series", "passages", "words", "per_10000_words")


@require_safe
def trends(request: HttpRequest) -> HttpResponseBase:
    """Up to six queries side by side over time."""
    return filtered_page(request, Level.TURN, TrendsFilter, "browse/trends.html", _shown)


@require_safe
def trends_csv(request: HttpRequest) -> HttpResponseBase:
    """A row for each period and series."""
    try:
        with reading() as index:
            found = read_trends(TrendsFilter(request.GET), index)
    except SearchUnavailableError as unavailable:
        return not_ready(request, unavailable)
    return csv_file("trends.csv", COLUMNS, _rows(found))


def _shown(_: HttpRequest, filterset: TrendsFilter, matches: Matches, index: OpenIndex) -> Context:
    given = filterset.values.get("series", [])
    found = read_trends(filterset, index)
    shown = found.newest(MOST_PERIODS)
    by_rate = filterset.values.get("measure") == "rate"
    values: list[Any] = [shown.rates(one) if by_rate else one.counts for one in shown.series]
    return {
        "heading": trends_heading(heading(len(matches), WHAT[Level.TURN], filterset.values), filterset.values),
        "passages": len(matches),
        "boxes": list(zip(ascii_uppercase, [*given, *[""] * MOST_SERIES][:MOST_SERIES], strict=False)),
        "too_many": len(given) > MOST_SERIES,
        "by_rate": by_rate,
        "drawn": draw(shown.places, [period.short for period in shown.periods], values),
        "key": _key(found, filterset),
        "table": table(shown),
        "cut": len(found.places) if len(found.places) > MOST_PERIODS else 0,
    }


def _key(found: Trends, filterset: TrendsFilter) -> list[Context]:
    """What each line stands for, and where its passages are listed."""
    return [
        {"letter": letter, "mark": mark, "series": one, "rate": found.rate(one), "url": _passages(one, filterset)}
        for letter, mark, one in zip(ascii_uppercase, MARKS, found.series, strict=False)
    ]


def _passages(of: Series, filterset: TrendsFilter) -> str:
    given, its = filterset.reading.expression, of.reading.expression
    words = written(And((given, its))) if given and its else of.name if its else filterset.values.get("q", "")
    return reverse("browse:passages") + filterset.elsewhere(q=words)


def _rows(found: Trends) -> Iterator[list[Cell]]:
    for period, words, cells in table(found):
        for series, (count, rate) in zip(found.series, cells, strict=True):
            days = (period.first.isoformat(), period.last.isoformat())
            yield [str(period), *days, series.name, count, words, round(rate, 4)]
