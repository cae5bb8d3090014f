"""Up to six queries side by side over time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from apps.browse.periods import Period, Scale
from apps.browse.word_filters import MOST_SERIES, TrendsFilter
from apps.search.frequencies import per_10_000, words_by_month
from apps.search.language import Expression, Reading, read, read_each
from apps.search.language.expressions import And
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import count
from apps.search.threads import POOL
from apps.search.timeline import Unit, counts_by

ALL = "All passages"
MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Series:
    """One query, with how many passages it finds in each of the trends' periods, and how many without a date."""

    name: str
    reading: Reading
    counts: list[int]
    undated: int

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Trends:
    """``places`` number the periods in which anything was said, in order; ``words`` says how much.

    A period in which nothing was said is left out: a query that finds nothing there tells nothing.
    """

    scale: Scale
    places: list[int]
    words: list[int]
    series: list[Series]

    @property
    def periods(self) -> list[Period]:
        return [self.scale.period(place) for place in self.places]

    def rates(self, series: Series) -> list[float]:
        """In 10,000 words, see ``per_10_000``."""
        return [per_10_000(count, words) for count, words in zip(series.counts, self.words, strict=True)]

    def rate(self, series: Series) -> float:
        """Over the whole time."""
        return per_10_000(series.total, sum(self.words)) if self.words else 0.0

    def newest(self, most: int) -> "Trends":
        """Only so many periods."""
        series = [replace(one, counts=one.counts[-most:]) for one in self.series]
        return replace(self, places=self.places[-most:], words=self.words[-most:], series=series)


def trends(filterset: TrendsFilter, index: OpenIndex) -> Trends:
    """Of passages, under the filters; with no query given, all of them are the one series."""
    asked = filterset.query(Level.TURN)
    given = filterset.values.get("series", ())[:MOST_SERIES]
    named = list(zip(given, read_each(given), strict=True)) or [(ALL, read(""))]
    queries = [_narrowed(asked, reading.expression) for _, reading in named]
    spoken = POOL.submit(words_by_month, asked, index)
    found = list(POOL.map(lambda query: counts_by(Unit.MONTH, query, index), queries))
    undated = _undated(queries, found, index)
    said = spoken.result()
    scale = _scale(said, MONTHS[filterset.values.get("by", "year")])
    words = _summed(scale, said)
    places = sorted(place for place, number in words.items() if number)
    return Trends(
        scale,
        places,
        [words[place] for place in places],
        [
            Series(name, reading, _counts(scale, places, months), without)
            for (name, reading), months, without in zip(named, found, undated, strict=True)
        ],
    )


def table(of: Trends) -> list[tuple[Period, int, list[tuple[int, float]]]]:
    """By period: the words spoken, and of each series how many passages and how many in 10,000 words."""
    columns: list[Any] = [list(zip(one.counts, of.rates(one), strict=True)) for one in of.series]
    return [
        (period, words, [column[row] for column in columns])
        for row, (period, words) in enumerate(zip(of.periods, of.words, strict=True))
    ]


def _narrowed(asked: SearchQuery, words: Expression | None) -> SearchQuery:
    both = [one for one in (asked.words, words) if one]
    return replace(asked, words=And(tuple(both)) if len(both) > 1 else both[0] if both else None)


def _undated(queries: list[SearchQuery], found: list[dict[int, int]], index: OpenIndex) -> list[int]:
    """How many of what each finds have no date: asked only where anything has none, which is known of everything."""
    everything = SearchQuery(level=Level.TURN)
    if sum(counts_by(Unit.MONTH, everything, index).values()) == count(everything, index):
        return [0] * len(queries)
    totals = POOL.map(lambda query: count(query, index), queries)
    return [total - sum(months.values()) for total, months in zip(totals, found, strict=True)]


def _scale(months: Iterable[int], width: int) -> Scale:
    first, last = min(months, default=0), max(months, default=0)
    return Scale(Unit.MONTH, width, first // width * width, last // width - first // width + 1)


def _counts(scale: Scale, places: list[int], months: dict[int, int]) -> list[int]:
    counts = _summed(scale, months)
    return [counts.get(place, 0) for place in places]


def _summed(scale: Scale, months: dict[int, int]) -> dict[int, int]:
    summed: defaultdict[int, int] = defaultdict(int)
    for month, number in months.items():
        summed[scale.place(month)] += number
    return summed
