"""Time in equal parts: the days, months, years or decades that a chart has a bar for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format

from apps.search.timeline import Unit

MOST = 120
FEW_MONTHS = 2
QUARTER = 3
BY = {1: "month", 12: "year", 120: "decade", 1200: "century"}
LAST_MONTH = date.max.year * 12 + 11


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are in it.  ``short`` is what fits below a bar."""

    first: date
    last: date
    name: str
    short: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Scale:
    """Periods one after the other, each of ``width`` days or months, the first from the day or month ``start``."""

    unit: Unit
    width: int
    start: int
    length: int

    @property
    def by(self) -> str:
        return "day" if self.unit == Unit.DAY else BY[self.width]

    def place(self, number: int) -> int:
        """Which period a day or month is in, from 0."""
        return (number - self.start) // self.width

    def period(self, place: int) -> Period:
        return _period(self.unit, self.width, self.start + place * self.width)


def scale(unit: Unit, numbers: Collection[int]) -> Scale:
    """Of all these days or months, in periods long enough to be few."""
    first, last = min(numbers), max(numbers)
    widths = (1,) if unit == Unit.DAY else tuple(BY)
    width = next((it for it in widths if last // it - first // it < MOST), widths[-1])
    return Scale(unit, width, first // width * width, last // width - first // width + 1)


@lru_cache(maxsize=10_000)
def _period(unit: Unit, width: int, start: int) -> Period:
    if unit == Unit.DAY:
        day = date.fromordinal(start)
        return Period(day, day, date_format(day, "j F Y"), date_format(day, "j M"))
    first, last = _first_day(max(start, 12)), _day_before(start + width)
    if width == 1:
        return Period(first, last, date_format(first, "F Y"), date_format(first, "M Y"))
    if width == QUARTER:
        return Period(
            first, last, f"{date_format(first, 'F')} to {date_format(last, 'F Y')}", date_format(first, "M Y")
        )
    name = str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return Period(first, last, name, str(first.year))


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _day_before(month: int) -> date:
    return date.max if month > LAST_MONTH else _first_day(month) - timedelta(days=1)
