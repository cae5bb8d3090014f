from hypothesis import given
from hypothesis import strategies as st

from apps.browse.excerpts import LENGTH, excerpt, marked

SPANS = st.lists(st.tuples(st.integers(-5, 400), st.integers(-5, 400)))


@given(st.text(max_size=300), SPANS)
def test_the_pieces_of_a_marked_text_join_to_it_whatever_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = marked(text, [(max(0, start), end) for start, end in spans])
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


@given(st.text(max_size=300), SPANS)
def test_a_character_is_marked_exactly_if_a_span_covers_it(text: str, spans: list[tuple[int, int]]) -> None:
    spans = [(max(0, start), end) for start, end in spans]
    flags = [is_marked for piece, is_marked in marked(text, spans) for _ in piece]
    assert flags == [any(start <= at < end for start, end in spans) for at in range(len(text))]


@given(st.text(max_size=2000), st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 30))))
def test_an_excerpt_is_a_stretch_of_the_text_that_shows_a_hit(text: str, starts: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in starts if start + length <= len(text)]
    pieces = excerpt(text, spans)
    plain = "".join(piece for piece, _ in pieces).removeprefix("… ").removesuffix(" …")
    assert plain in text
    assert len(plain) <= LENGTH + 30
    assert any(is_marked for _, is_marked in pieces) == bool(spans)


def test_a_long_text_is_cut_between_words_where_the_hits_stand_closest() -> None:
    text = "missile " + "word " * 200 + "the missile range of a missile " + "word " * 200
    starts = [at for at in range(len(text)) if text.startswith(("missile", "range"), at)]
    pieces = excerpt(text, [(at, text.index(" ", at)) for at in starts])
    assert [piece for piece, is_marked in pieces if is_marked] == ["missile", "range", "missile"]
    assert pieces[0] == ("… ", False)
    assert pieces[-1] == (" …", False)


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    assert excerpt("x" * 1000, [(0, 2)]) == [("xx", True), ("x" * (LENGTH - 2), False), (" …", False)]
