"""What the index answers."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Hit(NamedTuple):
    conference: int
    turn: int | None
    """None where conferences are asked for."""
    score: float
    """By relevance, else 0."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many are found in each month that has any: by year * 12 + month - 1, in order.

    ``split`` has the same for each of the topics it was asked to be split by.  What has no date is in neither.
    """

    months: dict[int, int]
    split: dict[int, dict[int, int]] = field(default_factory=dict)


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
