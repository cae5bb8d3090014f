"""Labels that begin with the initial of a first name, which may look like a mark: ``A. Ruiz``, ``Q. Berg``."""

import pytest

from apps.transcripts import parse

HEAD = "Press conference by Mayor Ana Ruiz and Treasurer Jan de Vries Lund\n4 May 2019\n\n"


def turns(*paragraphs: str) -> list[tuple[str | None, str]]:
    return [(turn.label, turn.text) for turn in parse((HEAD + "\n\n".join([*paragraphs, ""])).encode()).turns]


@pytest.mark.parametrize(
    "label",
    ["A. Ruiz", "J. de Vries Lund", "J. DE VRIES LUND", "Q. Berg", "P. Ruiz", "R. Ruiz", "A. B. Ruiz", "J.-P. Ruiz"],
)
def test_an_initial_before_a_surname_is_no_mark_of_question_or_answer(label: str) -> None:
    said = (f"{label}: Welcome.", "Q: When?", f"{label}: In May.")
    assert turns(*said) == [(label, "Welcome."), ("Q", "When?"), (label, "In May.")]


def test_it_may_stand_in_mid_paragraph() -> None:
    said = turns("A. Ruiz: Welcome. Q: When? A. Ruiz: In May. Q: Why? J. de Lund: So. A. Ruiz: Yes. J. de Lund: No.")
    expected = ["A. Ruiz", "Q", "A. Ruiz", "Q", "J. de Lund", "A. Ruiz", "J. de Lund"]
    assert [label for label, _ in said] == expected


def test_where_the_letter_marks_questions_a_name_behind_it_is_spoken_to() -> None:
    said = turns("Q. Ana, when?", "ANA RUIZ: In May.", "Q. Ruiz: that is your name?", "ANA RUIZ: Yes.", "Q. Why?")
    assert [label for label, _ in said] == ["Q", "ANA RUIZ", "Q", "ANA RUIZ", "Q"]


def test_an_answer_that_begins_with_a_name_is_one() -> None:
    said = turns("Q. Who pays?", "A. Jan Lund: he pays.", "Q. Who asks?", "A. Nobody.", "Q. When?", "A. In May.")
    assert [label for label, _ in said] == ["Q", "A"] * 3
