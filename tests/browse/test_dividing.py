"""Where a long conference is cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from apps.browse.parts import BESIDE, LONGEST, Place, divide

LENGTHS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, LONGEST // 6) | st.just(2 * LONGEST)), max_size=60)


def weight(places: list[Place]) -> int:
    return sum(place.length + BESIDE for place in places)


@given(LENGTHS)
def test_parts_are_all_of_it_in_order_and_none_is_much_too_long(turns: list[tuple[int, int]]) -> None:
    turns = sorted(turns, key=lambda turn: turn[0])
    places = [Place(at, f"{at}", at, exchange, length) for at, (exchange, length) in enumerate(turns)]
    found = divide(places)
    assert [place for part in found for place in part.places] == places
    assert [part.number for part in found] == list(range(1, len(found) + 1))
    assert all(part.places and part.first == part.places[0].position + 1 for part in found)
    assert len(found) <= -(-weight(places) // LONGEST)
    for part in found:
        longest = max(place.length for place in part.places)
        assert weight(part.places) <= 1.5 * LONGEST + longest
    for before, after in pairwise(found):
        is_cut = before.places[-1].exchange == after.places[0].exchange
        assert before.ends_within == after.begins_within == is_cut


@given(st.lists(st.integers(0, LONGEST // 100), min_size=1, max_size=200))
def test_short_exchanges_are_never_cut(lengths: list[int]) -> None:
    places = [Place(at, f"{at}", at, at // 3, length) for at, length in enumerate(lengths)]
    assert not any(part.begins_within or part.ends_within for part in divide(places))
