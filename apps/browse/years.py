"""How many conferences there were in each year, as a row of bars."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import ExtractYear

from apps.conferences.querysets import ConferenceQuerySet

LONGEST_ROW = 60


@dataclass(frozen=True, slots=True)
class Year:
    """``share`` is the bar's height in per cent of the highest; a year with something never has less than 4."""

    year: int
    count: int
    share: int

    @property
    def top(self) -> int:
        return 100 - self.share


def by_year(conferences: ConferenceQuerySet) -> list[Year]:
    """From the first year to the last, empty years included unless the row grew too long.  One query."""
    dated = conferences.exclude(event_date=None).order_by()
    counts = dict(dated.annotate(year=ExtractYear("event_date")).values_list("year").annotate(Count("pk")))
    if not counts:
        return []
    first, last, highest = min(counts), max(counts), max(counts.values())
    years = range(first, last + 1) if last - first < LONGEST_ROW else sorted(counts)
    return [Year(year, n := counts.get(year, 0), max(4, 100 * n // highest) if n else 0) for year in years]
