from hypothesis import given
from hypothesis import strategies as st

from apps.history.difference import difference

WORDS = st.lists(st.sampled_from("the ferry sails on Monday not Tuesday".split()), max_size=15).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_are_both_texts_and_what_is_not_marked_is_the_same_words(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert ["".join(text for text, _ in side) for side in pieces] == [before, after]
    same = [[text.strip() for text, differs in side if not differs] for side in pieces]
    assert same[0] == same[1]
    assert before == after or any(differs for side in pieces for _, differs in side)


def test_a_long_text_is_cut_down_to_what_differs() -> None:
    long = "word " * 100
    before, after = difference(f"{long}sails {long}", f"{long}rests {long}")
    kept = "word " * 8
    assert [text for text, _ in before] == [f" … {kept}", "sails ", f"{kept.rstrip()} … "]
    assert [text for text, differs in after if differs] == ["rests "]
