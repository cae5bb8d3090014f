"""What the index answers."""

from dataclasses import dataclass
from typing import NamedTuple


class Hit(NamedTuple):
    conference: int
    turn: int | None
    """None where conferences are asked for."""
    score: float
    """By relevance, else 0."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many are found in each month, or other unit of time, that has any, in order: ``Unit`` says by which number.

    ``topics`` has the same for each of the chosen topics as if it were the only one chosen.  What has no date is in
    neither.
    """

    counts: dict[int, int]
    topics: dict[int, dict[int, int]]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of hits, and counts of all.

    ``facets`` has for each one asked for how many would be left by each value, the commonest first.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, dict[int, int]]
    timeline: Timeline | None
    took: float
    """Seconds."""
    version: str
    """Of the index."""
