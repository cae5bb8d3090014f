"""How many were found when: rows of bars to draw, and the same as a table."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from apps.browse.periods import Period, Scale, scale
from apps.browse.quick import Quick
from apps.search.timeline import Unit

TICKS = 6
LOWEST = 3  # in per cent: what there is can be seen
Link = Callable[[date, date], str]


@dataclass(frozen=True, slots=True)
class Bar(Quick):
    """``x`` counts the periods before it; ``height`` is in per cent of the highest in the chart."""

    x: int
    height: int
    count: int
    period: Period
    url: str

    @property
    def y(self) -> int:
        return 100 - self.height


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of all that was found, or of one topic in it; a period with nothing has none."""

    name: str
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """``by`` says what a bar stands for.

    ``width`` is in periods, a few more than are drawn, so that each tick has as many.
    """

    by: str
    rows: list[Row]
    ticks: list[str]
    width: int
    highest: int

    @property
    def table(self) -> list[tuple[Period, list[Bar | None]]]:
        """Each period that has anything, with its bars in the order of the rows."""
        bars = [{bar.x: bar for bar in row.bars} for row in self.rows]
        periods = {x: bar.period for row in bars for x, bar in row.items()}
        return [(period, [row.get(x) for row in bars]) for x, period in sorted(periods.items())]


def chart(unit: Unit, series: Collection[tuple[str, Mapping[int, int], Link]]) -> Chart | None:
    """Of counts by day or month, one row for each, which may have the same name; its link gives the address of what
    of it lies between two days.

    None where all of it lies in one period: there is nothing to see then.
    """
    numbers = {number for _, counts, _ in series for number in counts}
    if not numbers or (of := scale(unit, numbers)).length < 2:
        return None
    summed = [(name, _summed(of, counts), link) for name, counts, link in series]
    highest = max(count for _, counts, _ in summed for count in counts.values())
    step = -(-of.length // TICKS)
    ticks = [of.period(place).short for place in range(0, of.length, step)]
    rows = [Row(name, _bars(of, counts, highest, link)) for name, counts, link in summed]
    return Chart(of.by, rows, ticks, step * len(ticks), highest)


def _summed(of: Scale, counts: Mapping[int, int]) -> Counter[int]:
    summed: Counter[int] = Counter()
    for number, count in counts.items():
        summed[of.place(number)] += count
    return summed


def _bars(of: Scale, counts: Counter[int], highest: int, link: Link) -> list[Bar]:
    return [
        Bar(x, max(LOWEST, 100 * count // highest), count, period, link(period.first, period.last))
        for x, count in sorted(counts.items())
        for period in [of.period(x)]
    ]
