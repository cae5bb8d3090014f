"""What the outline says of a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.first_words import FIRST_WORDS, first_words

QUENNELL = ["Dario Quennell", "Kestrel Wire"]


@pytest.mark.parametrize(
    "before",
    [
        "Thank you.",
        "Dario Quennell, Kestrel Wire.",
        "Dario Quennell from Kestrel Wire.",
        "Good morning, Madam Premier. I’m Dario Quennell with Kestrel Wire.",
        "Thank you, Mr. Secretary General. Dario Quennell, for the News Agency Kestrel Wire.",
        "Yes, hi, thank you very much, Liv.",
        "Buenos días, presidenta. Dario Quennell, de la Kestrel Wire.",
    ],
)
def test_greetings_thanks_and_the_askers_own_name_are_passed_over(before: str) -> None:
    assert first_words(f"{before} Will it fly?", QUENNELL) == "Will it fly?"


@pytest.mark.parametrize(
    "question",
    [
        "On the cables. Who cut them?",
        "Sanctions. Do they work?",
        "Iran. Is it near?",
        "Thank you for the reservation about Sarvandia. Why?",
        "Kestrel Wire reported that it flew. Did it?",
        "Good morning to 900 families. Where are they?",
        "Thanks to whom?",
        "Maren Iversholt, Halvard Post. Why?",
    ],
)
def test_what_says_more_than_that_stays(question: str) -> None:
    assert first_words(question, QUENNELL) == question


def test_courtesies_after_the_question_has_begun_stay() -> None:
    assert first_words("On cables. Thank you. Who?", QUENNELL) == "On cables. Thank you. Who?"


def test_a_turn_of_courtesies_only_shows_them() -> None:
    assert first_words("Thank you. Dario Quennell.", QUENNELL) == "Thank you. Dario Quennell."


def test_a_long_question_is_cut_with_an_ellipsis() -> None:
    assert first_words("Thank you. " + "word " * 50) == "word " * FIRST_WORDS + "…"


@given(st.text("aA .,?\n'’1", max_size=80) | st.text(max_size=80), st.lists(st.text(max_size=5), max_size=2))
def test_they_are_a_stretch_of_what_was_said_and_never_nothing(text: str, names: list[str]) -> None:
    shown = first_words(text, names).removesuffix(" …")
    assert shown in " ".join(text.split())
    assert bool(shown) == bool(text.split())
