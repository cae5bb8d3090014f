"""Which earlier turn is which new one."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.conferences.importing.alignment import Said, align, normalise

WORDS = st.sampled_from(["ferry", "harbour", "fares", "winter", "jobs", "island", "money", "boat"])
LABELS = st.sampled_from(["", "Q", "Marsh"])
TURNS = st.lists(st.builds(Said, LABELS, st.lists(WORDS, max_size=6).map(" ".join)), max_size=12)
A = Said("Q", "Will the fares stay as they were before the winter?")
B = Said("Marsh", "They stay as they are until the end of the year.")
C = Said("Q", "How many jobs come back to the islands, and from when?")
B_EDITED = Said("Marsh", "They stay as they are until the very end of the year.")


@given(TURNS, TURNS, TURNS)
def test_no_earlier_turn_is_given_twice(standing: list[Said], withdrawn: list[Said], new: list[Said]) -> None:
    found = align(standing, withdrawn, new)
    given_away = [old for old in found if old is not None]
    assert len(found) == len(new)
    assert len(set(given_away)) == len(given_away)
    assert all(0 <= old < len(standing) + len(withdrawn) for old in given_away)


@given(TURNS)
def test_a_text_that_did_not_change_aligns_turn_by_turn(turns: list[Said]) -> None:
    assert align(turns, turns, turns) == list(range(len(turns)))


@given(TURNS, TURNS, TURNS)
def test_every_turn_that_stands_unchanged_somewhere_is_found(
    standing: list[Said], withdrawn: list[Said], new: list[Said]
) -> None:
    found = align(standing, withdrawn, new)
    left = [old for place, old in enumerate([*standing, *withdrawn]) if place not in found]
    lost = [turn for turn, place in zip(new, found, strict=True) if place is None]
    assert not [turn for turn in lost if any(_equal(old, turn) for old in left)]


def test_an_edited_turn_is_the_one_between_its_neighbours() -> None:
    assert align([A, B, C], [], [A, B_EDITED, C]) == [0, 1, 2]


def test_a_turn_inserted_before_the_others_moves_none_of_them() -> None:
    assert align([A, B], [], [C, A, B]) == [None, 0, 1]


def test_a_turn_that_moved_is_found_where_it_went() -> None:
    assert align([A, B, C], [], [C, A, B]) == [2, 0, 1]


@pytest.mark.parametrize("gone", range(4))
@pytest.mark.parametrize("repeated", ["Yes.", "Why?"])
def test_of_equal_turns_the_one_is_gone_or_new_whose_question_or_answer_is(gone: int, repeated: str) -> None:
    turns = [A, B]
    for n in range(4):
        question, answer = (repeated, f"Because of {n}.") if "?" in repeated else (f"And ship {n}?", repeated)
        turns += [Said("Q", question), Said("Marsh", answer)]
    turns.append(C)
    first = 2 + 2 * gone
    fewer = turns[:first] + turns[first + 2 :]
    left = [place for place in range(len(turns)) if place not in (first, first + 1)]
    assert align(turns, [], fewer) == left
    found = align(fewer, [], turns)
    assert [found.index(place) for place in range(len(fewer))] == left


def test_a_turn_with_other_words_is_another_turn() -> None:
    assert align([A, B], [], [A, Said("Marsh", "Sixty-two, most of them on the boats themselves.")]) == [0, None]


def test_a_withdrawn_turn_comes_back_word_for_word_or_a_little_changed() -> None:
    assert align([A], [B], [A, B]) == [0, 1]
    assert align([A], [B], [A, B_EDITED]) == [0, 1]
    assert align([A], [B], [A, Said(B.label, C.text)]) == [0, None]


def test_a_turn_that_stands_comes_before_a_withdrawn_one_that_is_as_much_alike() -> None:
    assert align([A, B], [B], [A, B_EDITED]) == [0, 1]


def test_a_better_label_does_not_make_another_turn() -> None:
    assert align([A, B], [], [Said("Ana Ruiz (Harbour Gazette)", A.text), B]) == [0, 1]


def test_spacing_and_capitals_do_not_count() -> None:
    assert normalise(" The\u00a0FERRY\n\nsails ") == "the ferry sails"


@pytest.mark.parametrize("turns", [2100, 5000])
def test_a_word_changed_in_each_of_thousands_of_turns_loses_none_of_them(turns: int) -> None:
    random, words = Random(5), [f"word{number}" for number in range(300)]
    old = [Said("Q" if number % 2 else "Marsh", " ".join(random.choices(words, k=12))) for number in range(turns)]
    new = [Said(turn.label, f"{turn.text.rpartition(' ')[0]} instead") for turn in old]
    assert align(old, [], new) == list(range(turns))


def test_thousands_of_turns_that_say_nearly_the_same_keep_their_places() -> None:
    old = [Said("Q", "thank you all very much")] * 5000
    new = [Said("Q", "thank you all so very much")] * 5000
    assert align(old, [], new) == list(range(5000))


@pytest.mark.parametrize(
    ("before", "now"),
    [("Absolutely.", "Absolutely!"), ("Yess.", "Yes."), ("Why?", "Why"), ("Tomorow.", "Tomorrow, yes.")],
)
def test_a_very_short_turn_that_changed_a_little_is_the_one_between_its_neighbours(before: str, now: str) -> None:
    assert align([A, Said("Marsh", before), C], [], [A, Said("Marsh", now), C]) == [0, 1, 2]


@pytest.mark.parametrize("now", ["No.", "Certainly not."])
def test_a_very_short_turn_that_says_something_else_is_another_one(now: str) -> None:
    assert align([A, Said("Marsh", "Yes."), C], [], [A, Said("Marsh", now), C]) == [0, None, 2]
    assert align([A, Said("Marsh", "Yes."), C], [], [A, Said("Q", "Yess."), C]) == [0, None, 2]


def test_a_turn_that_moved_and_changed_a_little_is_found_where_it_went() -> None:
    assert align([B, A, C], [], [A, C, B_EDITED]) == [1, 2, 0]
    assert align([B, A, C], [], [A, C, Said("Q", B_EDITED.text)]) == [1, 2, None]


def test_a_wholly_rewritten_long_text_is_aligned_in_reasonable_time() -> None:
    old = [Said("Q", " ".join(f"w{number}{place}" for place in range(40))) for number in range(600)]
    new = [Said("Q", turn.text + " more") for turn in old]
    assert align(old, [], new) == list(range(600))


def test_most_turns_of_a_long_text_are_found_again_however_it_is_edited() -> None:
    random, words = Random(4), [f"word{number}" for number in range(3000)]
    old = [Said("Q" if number % 2 else "Marsh", " ".join(random.choices(words, k=60))) for number in range(400)]
    truth = [number for number in range(400) if random.random() > 0.05]
    new = [Said(old[number].label, " ".join(_edited(old[number].text, random, words))) for number in truth]
    for _ in range(20):
        place = random.randrange(len(new))
        new.insert(place, Said("Q", " ".join(random.choices(words, k=60))))
        truth.insert(place, -1)
    found = align(old, [], new)
    assert [place if place is not None else -1 for place in found] == truth


def test_more_different_words_than_there_are_characters_are_aligned_all_the_same() -> None:
    book = Said("Q", " ".join(map(str, range(1_200_000))))
    assert align([A, book], [], [A, Said("Q", f"{book.text} more")]) == [0, 1]


def _edited(text: str, random: Random, words: list[str]) -> list[str]:
    """Every fourth word or so another, left out or doubled."""
    kept = (random.choice([[word] * 3, [random.choice(words)], [], [word] * 2])[:2] for word in text.split())
    return [
        word
        for original, edited in zip(text.split(), kept, strict=True)
        for word in (edited if random.random() < 0.3 else [original])
    ]


def _equal(one: Said, other: Said) -> bool:
    return normalise(one.label) == normalise(other.label) and normalise(one.text) == normalise(other.text)
