"""Which earlier turn is which new one."""

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


@given(TURNS, TURNS)
def test_changed_turns_keep_their_order(standing: list[Said], new: list[Said]) -> None:
    found = align(standing, [], new)
    changed = [old for old, turn in zip(found, new, strict=True) if old is not None and not _equal(standing[old], turn)]
    assert changed == sorted(changed)


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


def test_a_turn_with_other_words_is_another_turn() -> None:
    assert align([A, B], [], [A, Said("Marsh", "Sixty-two, most of them on the boats themselves.")]) == [0, None]


def test_a_withdrawn_turn_comes_back_only_word_for_word() -> None:
    assert align([A], [B], [A, B]) == [0, 1]
    assert align([A], [B], [A, B_EDITED]) == [0, None]


def test_a_better_label_does_not_make_another_turn() -> None:
    assert align([A, B], [], [Said("Ana Ruiz (Harbour Gazette)", A.text), B]) == [0, 1]


def test_spacing_and_capitals_do_not_count() -> None:
    assert normalise(" The\u00a0FERRY\n\nsails ") == "the ferry sails"


def test_a_text_of_endless_changed_turns_ends_all_the_same() -> None:
    old = [Said("Q", f"number {number}") for number in range(3000)]
    new = [Said("Q", f"number {number} now") for number in range(3000)]
    assert align([A, *old], [], [A, *new]) == [0] + [None] * 3000


def test_a_wholly_rewritten_long_text_is_aligned_in_reasonable_time() -> None:
    old = [Said("Q", " ".join(f"w{number}{place}" for place in range(40))) for number in range(600)]
    new = [Said("Q", turn.text + " more") for turn in old]
    assert align(old, [], new) == list(range(600))


def _equal(one: Said, other: Said) -> bool:
    return normalise(one.label) == normalise(other.label) and normalise(one.text) == normalise(other.text)
