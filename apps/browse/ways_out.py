"""What to offer where nothing is found."""

from typing import Any
from urllib.parse import urlencode

from apps.browse.active import Active
from apps.browse.filters import ConferenceFilter
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import count
from apps.search.spelling import Suggestion, suggest

MOST = 8


def ways_out(filterset: ConferenceFilter, active: list[Active], level: Level, index: OpenIndex) -> dict[str, Any]:
    """Another ``spelling`` and its address, and filters without which there would be something, most first.

    Where no single filter is to blame, how many there are for the ``words_alone``.
    """
    counts = [(one, count(filterset.query(level, **{one.name: one.rest}), index)) for one in active[:MOST]]
    words = filterset.values.get("q", "")
    better = suggest(words, filterset.reading, filterset.query(level), index)
    return {
        "spelling": better and {"suggestion": better, "url": _address(filterset, better)},
        "ways_out": sorted([(one, number) for one, number in counts if number], key=lambda way: -way[1]),
        "words_alone": count(SearchQuery(filterset.reading.expression, level), index) if words and active else 0,
        "words_url": _words(words),
    }


def _address(filterset: ConferenceFilter, better: Suggestion) -> str:
    return filterset.address(q=better.words) if better.under_filters else _words(better.words)


def _words(words: str) -> str:
    return f"?{urlencode({'q': words})}"
