"""A chart of lines: each is told from the others by its colour, its dashes, its marks and a letter at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase

WIDTH, HEIGHT = 480, 212
LEFT, RIGHT, TOP, BOTTOM = 36, 440, 22, 184
TICKS = 4
MOST_MARKS = 24
"""Of a line that is alone or beside one other; of more lines each has fewer."""
BETWEEN_LETTERS = 18
MARKS = (
    "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    "M-3-3h6v6h-6z",
    "M0-4.5L4.5 3.5H-4.5z",
    "M0-4.5L4 0L0 4.5L-4 0z",
    "M-4 0H4M0-4V4",
    "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5",
)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """``paths`` are the stretches without a gap; the letter is at the ``end``, to which the ``leader`` leads.

    ``marks`` are on some of its points, others than of other lines, and on each that has a gap on both sides.
    """

    letter: str
    mark: str
    paths: list[str]
    marks: list[Point]
    leader: str
    end: Point


@dataclass(frozen=True, slots=True)
class Lines:
    lines: list[Line]
    highest: float
    ticks: list[tuple[float, str]]

    @property
    def half(self) -> float:
        return self.highest / 2


def draw(places: Sequence[int], names: Sequence[str], series: Sequence[Sequence[float]]) -> Lines | None:
    """Values at places that rise, with gaps where places are missing; ``names`` are of the places.

    None where there is only one place, or none: nothing would be seen.
    """
    if len(places) < 2:
        return None
    highest = max((value for values in series for value in values), default=0)
    xs = [round(LEFT + (RIGHT - LEFT) * (at - places[0]) / (places[-1] - places[0]), 1) for at in places]
    ys = {value: _y(value, highest) for value in {value for values in series for value in values}}
    across, down = [f"{x} " for x in xs], {value: str(y) for value, y in ys.items()}
    stretches = _stretches(places)
    alone = {it.start for it in stretches if it.stop - it.start == 1}
    step = -(-len(places) * max(2, len(series)) // (2 * MOST_MARKS))
    ends = _apart([ys[values[-1]] for values in series])
    lines = []
    for number, (letter, mark, values, end) in enumerate(zip(ascii_uppercase, MARKS, series, ends, strict=False)):
        corners = [x + down[value] for x, value in zip(across, values, strict=True)]
        points = [(x, ys[value]) for x, value in zip(xs, values, strict=True)]
        paths = ["M" + "L".join(corners[stretch]) for stretch in stretches if stretch.start not in alone]
        marked = sorted({*range(number * step // len(series), len(places), step), *alone})
        leader = f"M{RIGHT + 5} {ys[values[-1]]}L{RIGHT + 17} {end}"
        lines.append(Line(letter, mark, paths, [points[at] for at in marked], leader, (RIGHT + 20, end)))
    return Lines(lines, highest, _ticks(xs, names))


def _y(value: float, highest: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / highest, 1) if highest else BOTTOM


def _stretches(places: Sequence[int]) -> list[slice]:
    """Where in the list places follow each other without a gap."""
    begins = [0, *(at for at in range(1, len(places)) if places[at] - places[at - 1] > 1), len(places)]
    return [slice(first, past) for first, past in pairwise(begins)]


def _apart(heights: list[float]) -> list[float]:
    """Moved as little down as needed for letters not to cover each other, then up again from the bottom."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    moved = list(heights)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + BETWEEN_LETTERS)
    lowest: float = BOTTOM
    for at in reversed(order):
        moved[at] = min(moved[at], lowest)
        lowest = moved[at] - BETWEEN_LETTERS
    return [round(height, 1) for height in moved]


def _ticks(xs: list[float], names: Sequence[str]) -> list[tuple[float, str]]:
    """Names that have room below the chart, of places far enough from each other."""
    apart, ticks = (RIGHT - LEFT) / TICKS, list[tuple[float, str]]()
    for x, name in zip(xs, names, strict=True):
        if not ticks or (x - ticks[-1][0] >= apart and x <= WIDTH - 0.75 * apart):
            ticks.append((x, name))
    return ticks
