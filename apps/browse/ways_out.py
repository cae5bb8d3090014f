"""What to offer where nothing is found."""

from typing import Any

from apps.browse.active import Active
from apps.browse.filters import ConferenceFilter
from apps.search.opened import OpenIndex
from apps.search.schema import Level
from apps.search.search import count
from apps.search.spelling import suggest

MOST = 8


def ways_out(filterset: ConferenceFilter, active: list[Active], level: Level, index: OpenIndex) -> dict[str, Any]:
    """Another ``spelling`` as words and address, and filters without which there would be something, most first."""
    counts = [(one, count(filterset.query(level, **{one.name: one.rest}), index)) for one in active[:MOST]]
    words = suggest(filterset.query(level), index)
    return {
        "spelling": {"words": words, "url": filterset.address(q=words)} if words else None,
        "ways_out": sorted([(one, number) for one, number in counts if number], key=lambda way: -way[1]),
    }
