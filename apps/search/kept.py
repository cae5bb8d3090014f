"""What was counted is kept, as long as the index has the same version: for other pages and orders of the same."""

from dataclasses import replace
from functools import lru_cache

from apps.search.query import Order, SearchQuery
from apps.search.schema import Level

Counts = dict[int, int]
MOST = 32
"""Queries whose counts are kept, beside those of everything."""


def kept(version: str, asked: SearchQuery) -> dict[str, Counts]:
    """By what it is of, what was counted of all that the query finds: to be filled."""
    narrowed = replace(asked, order=Order.RELEVANCE, offset=0, limit=1)
    if narrowed == SearchQuery(level=asked.level, limit=1):
        return of_everything(version, asked.level)
    return of_queries(version, narrowed)


@lru_cache(maxsize=2 * len(Level))
def of_everything(version: str, level: Level) -> dict[str, Counts]:  # noqa: ARG001 - they say of what it is
    """What people see first, and what others are compared with."""
    return {}


@lru_cache(maxsize=MOST)
def of_queries(version: str, asked: SearchQuery) -> dict[str, Counts]:  # noqa: ARG001
    return {}
