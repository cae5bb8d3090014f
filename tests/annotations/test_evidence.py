"""A turn's words cut at its evidence."""

from hypothesis import given
from hypothesis import strategies as st

from apps.annotations.evidence import excerpt, pieces

SPANS = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)))


def test_evidence_is_told_from_the_words_around_it() -> None:
    assert list(pieces("No more missiles.", [[8, 16]])) == [("No more ", False), ("missiles", True), (".", False)]


def test_an_excerpt_shows_the_first_evidence_with_some_words_around() -> None:
    text = "a" * 100 + "missiles" + "b" * 100
    assert excerpt(text, [[100, 108]], around=5) == [("…aaaaa", False), ("missiles", True), ("bbbbb…", False)]


def test_an_excerpt_is_cut_between_words() -> None:
    cut = excerpt("There were no more missiles in the bay.", [[19, 27]], around=9)
    assert cut == [("…no more ", False), ("missiles", True), (" in the…", False)]


def test_an_excerpt_without_evidence_is_the_beginning() -> None:
    assert excerpt("abcdef", [], around=2) == [("abcd…", False)]
    assert excerpt("", []) == []


@given(st.text(max_size=50), SPANS)
def test_no_word_is_lost_whatever_the_evidence_says(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(words for words, _ in pieces(text, spans)) == text
