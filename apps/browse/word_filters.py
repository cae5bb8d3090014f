"""The filters of pages about words: those of every list, and how what is found is shown."""

from dataclasses import replace
from typing import ClassVar

import django_filters as filters

from apps.browse.filters import EVERYWHERE, ConferenceFilter, ManyFilter
from apps.search.query import SearchQuery
from apps.search.schema import Level

MOST_SERIES = 6
MOST_SORTED = 1_000
"""Passages, the newest, whose lines are sorted by what is in them: each must be read for that."""
MOST_SORTED_IN_FILE = 100_000
"""Passages: who downloads the file waits some seconds until all of these are read."""


class ConcordanceFilter(ConferenceFilter):
    """``order`` is by date, by the words beside, or by speaker."""

    order = filters.ChoiceFilter(
        choices=[
            ("newest", "Newest"),
            ("oldest", "Oldest"),
            ("left", "Words before"),
            ("right", "Words after"),
            ("speaker", "Speaker"),
        ],
        label="Order",
        error_messages={"invalid_choice": "“%(value)s” is no order, so this was left out."},
    )

    @property
    def usual_order(self) -> str:
        return "newest"

    @property
    def is_sorted(self) -> bool:
        """By what is in the lines, for which they must be read."""
        return self.values.get("order", self.usual_order) not in EVERYWHERE

    def sorts_the_file(self, passages: int) -> bool:
        """Of so many passages."""
        return self.is_sorted and passages <= MOST_SORTED_IN_FILE

    def part(self, level: Level, page: int) -> SearchQuery:
        """For any page of sorted lines all that are sorted."""
        usual = super().part(level, page)
        return replace(usual, offset=0, limit=MOST_SORTED) if self.is_sorted else usual


class TrendsFilter(ConferenceFilter):
    """``series`` are queries, each a line of its own, of what the other filters leave."""

    SHOWING: ClassVar = {"order", "series", "by", "measure"}
    HAS_TIMELINE: ClassVar = False  # it has a chart of its own

    series = ManyFilter(label="Compare")
    by = filters.ChoiceFilter(
        choices=[("year", "Year"), ("quarter", "Quarter"), ("month", "Month")],
        label="By",
        empty_label=None,
        error_messages={"invalid_choice": "“%(value)s” is no length of time, so this was left out."},
    )
    measure = filters.ChoiceFilter(
        choices=[("number", "Passages"), ("rate", "Passages per 10,000 words")],
        label="Count",
        empty_label=None,
        error_messages={"invalid_choice": "“%(value)s” is nothing to count, so this was left out."},
    )

    def part(self, level: Level, page: int) -> SearchQuery:  # noqa: ARG002
        """It counts, and lists nothing."""
        return replace(self.query(level), limit=0)
