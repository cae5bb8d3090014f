"""What changed between two texts, in words."""

import time

from hypothesis import given
from hypothesis import strategies as st

from apps.conferences.words import Change, changes, words_hash

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "\n\n", " ", "<b>", "é"]), max_size=30).map(" ".join)


@given(TEXTS, TEXTS)
def test_what_was_and_what_is_can_both_be_read_from_the_changes(earlier: str, now: str) -> None:
    found = changes(earlier, now)
    assert " ".join(change.words for change in found if change.kind != "insert").split() == earlier.split()
    assert "".join(change.words + change.space for change in found if change.kind != "delete") == now.lstrip()


@given(TEXTS, TEXTS)
def test_the_hash_tells_words_apart_and_not_their_spacing(one: str, other: str) -> None:
    assert (words_hash(one) == words_hash(other)) == (one.split() == other.split())


def test_one_changed_word_is_one_change() -> None:
    assert changes("It sails on Monday again.", "It sails on Tuesday again.") == [
        Change("equal", "It sails on", " "),
        Change("delete", "Monday", " "),
        Change("insert", "Tuesday", " "),
        Change("equal", "again."),
    ]


def test_equal_texts_have_none() -> None:
    assert changes("It sails.", "It  sails.") == [Change("equal", "It  sails.")]


def test_a_book_rewritten_from_end_to_end_takes_neither_long_nor_much_memory() -> None:
    earlier = " ".join(f"old{number % 5000}" for number in range(200_000))
    now = " ".join(f"new{number % 5000}" for number in range(200_000))
    started = time.process_time()
    assert changes(f"Same. {earlier} End.", f"Same. {now} End.") == [
        Change("equal", "Same.", " "),
        Change("delete", earlier, " "),
        Change("insert", now, " "),
        Change("equal", "End."),
    ]
    assert time.process_time() - started < 5
