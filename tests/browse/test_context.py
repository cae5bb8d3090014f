"""Words in their context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.context import WIDTH, in_context, occurrences, words_after, words_before

TEXTS = st.text(max_size=300) | st.lists(st.sampled_from(["missile", "a", " ", "\n\n", "é"]), max_size=120).map("".join)


@given(TEXTS, st.data())
def test_what_stands_around_the_words_is_of_the_text_and_not_too_long(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, words, right = in_context(text, (start, end))
    assert "".join(words.split()) == "".join(text[start:end].split())
    assert "".join(text[:start].split()).endswith("".join(left.split()))
    assert "".join(text[end:].split()).startswith("".join(right.split()))
    assert max(len(left), len(right)) <= WIDTH
    assert "\n" not in left + words + right


def test_it_is_cut_between_words() -> None:
    left, words, right = in_context(f"{'before ' * 30}missile {'after ' * 30}", (210, 217))
    assert (words, left[:7], left[-7:]) == ("missile", "before ", "before ")
    assert (right[:6], right[-6:]) == (" after", " after")


def test_white_space_is_one_space_and_stands_beside_the_words() -> None:
    assert in_context("A\n\nmissile  (new)", (3, 10)) == ("A ", "missile", " (new)")


def test_words_are_compared_as_the_index_does_the_nearest_first() -> None:
    text = "Any Évora missile: It flies"
    assert words_before(text, (10, 17)) == ["evora", "any"]
    assert words_after(text, (10, 17)) == ["it", "flies"]


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(5, 9), (0, 3)], [(0, 3), (5, 9)]),
        ([(0, 15), (0, 7), (8, 15)], [(0, 15)]),
        ([(0, 7), (5, 9), (9, 12)], [(0, 9), (9, 12)]),
        ([], []),
    ],
)
def test_what_overlaps_is_one_occurrence(spans: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    assert occurrences(spans) == found
