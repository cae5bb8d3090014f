"""A chart of lines."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from apps.browse.lines import BETWEEN_LETTERS, BOTTOM, LEFT, RIGHT, TOP, draw

PLACES = st.lists(st.integers(0, 2_000), min_size=2, max_size=80, unique=True).map(sorted)


@given(PLACES, st.integers(1, 6), st.data())
def test_every_point_is_in_the_chart_and_no_two_letters_are_on_each_other(
    places: list[int], number: int, data: st.DataObject
) -> None:
    values = st.lists(st.integers(0, 10_000) | st.floats(0, 1e4), min_size=len(places), max_size=len(places))
    drawn = draw(places, [str(place) for place in places], [data.draw(values) for _ in range(number)])
    assert drawn
    assert [line.letter for line in drawn.lines] == list("ABCDEF"[:number])
    for line in drawn.lines:
        corners = [(float(x), float(y)) for path in line.paths for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)]
        assert len({*corners, *line.marks}) == len(places)
        for x, y in corners + line.marks:
            assert LEFT <= x <= RIGHT
            assert TOP <= y <= BOTTOM
    ends = sorted(line.end[1] for line in drawn.lines)
    assert all(below - above >= BETWEEN_LETTERS - 0.2 for above, below in pairwise(ends))
    assert ends[0] > 0
    assert ends[-1] <= BOTTOM
    assert 1 <= len(drawn.ticks) <= 5
    for line in drawn.lines:
        begin, end = (float(y) for y in re.findall(r" ([\d.]+)", line.leader))
        assert end == line.end[1]
        assert TOP <= begin <= BOTTOM


def test_the_highest_value_is_at_the_top_and_nothing_at_the_bottom() -> None:
    drawn = draw([3, 4], ["a", "b"], [[0, 8]])
    assert drawn
    assert drawn.lines[0].marks == [(LEFT, BOTTOM), (RIGHT, TOP)]
    assert (drawn.highest, drawn.ticks[0][1]) == (8, "a")


def test_a_line_has_a_gap_where_there_is_no_place() -> None:
    drawn = draw([1, 2, 5, 6, 9], list("abcde"), [[1, 1, 1, 1, 1]])
    assert drawn
    assert len(drawn.lines[0].paths) == 2
    assert len(drawn.lines[0].marks) == 5


def test_a_place_with_a_gap_on_both_sides_has_a_mark_however_many_there_are() -> None:
    places = [*range(100), 102, *range(104, 200)]
    drawn = draw(places, [""] * len(places), [[1] * len(places)])
    assert drawn
    assert (round(LEFT + (RIGHT - LEFT) * 102 / 199, 1), TOP) in drawn.lines[0].marks
    assert len(drawn.lines[0].marks) <= 24 + 1


def test_six_lines_have_their_marks_at_different_places() -> None:
    drawn = draw(range(120), [""] * 120, [[1] * 120] * 6)
    assert drawn
    marks = [line.marks for line in drawn.lines]
    assert [len(own) for own in marks] == [8] * 6
    assert len({mark for own in marks for mark in own}) == 48


def test_one_place_or_none_is_not_drawn() -> None:
    assert draw([1], ["a"], [[1]]) is None
    assert draw([], [], [[]]) is None
