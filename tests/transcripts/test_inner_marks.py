"""Marks of a question without a colon, where they do not stand above each other: in mid-paragraph, on short pages."""

import pytest

from apps.transcripts import parse

HEAD = "Remarks by President Ana Ruiz and Minister Jo Berg\n4 May 2019\n\n"


def turns(text: str) -> list[tuple[str | None, str]]:
    return [(turn.label, turn.text.strip()) for turn in parse((HEAD + text).encode()).turns]


@pytest.mark.parametrize("mark", ["Q ", "Q    ", "Q. ", "Qr  "])
def test_a_mark_in_mid_paragraph_begins_a_turn_that_is_answered_there(mark: str) -> None:
    said = f"PRESIDENT RUIZ: Welcome. {mark}When does it open? PRESIDENT RUIZ: In May. MINISTER BERG: Yes.\n"
    assert turns(said) == [
        ("PRESIDENT RUIZ", "Welcome."), (mark.strip(" ."), "When does it open?"),
        ("PRESIDENT RUIZ", "In May."), ("MINISTER BERG", "Yes."),
    ]  # fmt: skip


def test_a_mark_that_the_document_uses_elsewhere_begins_one_without_a_question_mark() -> None:
    said = "Q    When?  PRESIDENT RUIZ:  In May.  Q    Tell us more.  MINISTER BERG:  No.\n"
    assert [label for label, _ in turns(said)] == ["Q", "PRESIDENT RUIZ", "Q", "MINISTER BERG"]


def test_a_letter_q_that_nobody_answers_is_part_of_the_speech() -> None:
    said = "PRESIDENT RUIZ: The letter was signed. Q Branch sent it. We laughed.\n\nQ: Why?\n\nPRESIDENT RUIZ: So.\n"
    assert [label for label, _ in turns(said)] == ["PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ"]


def test_a_name_in_mid_paragraph_behind_which_the_sentence_goes_on_is_spoken_of() -> None:
    said = "PRESIDENT RUIZ: Welcome. Minister Berg: welcome. Q  When? MINISTER BERG: In May. MINISTER BERG: So.\n"
    assert turns(said)[0] == ("PRESIDENT RUIZ", "Welcome. Minister Berg: welcome.")


def test_two_marks_are_enough_on_a_short_page_without_blank_lines() -> None:
    page = "   MAYOR RUIZ:  Good day.\n   Q    Why?\n   MAYOR RUIZ:  So.\n   Q    And?\n   MAYOR RUIZ:  Yes.\n"
    assert [label for label, _ in turns(page)] == ["MAYOR RUIZ", "Q", "MAYOR RUIZ", "Q", "MAYOR RUIZ"]


@pytest.mark.parametrize(
    "label", ["THE FIRST LADY", "THE SECOND GENTLEMAN", "HIS MAJESTY", "THE CROWN PRINCESS", "LA PREMIÈRE DAME"]
)
def test_who_stands_beside_a_head_of_state_has_an_office_too(label: str) -> None:
    said = turns(f"THE PRESIDENT: Good day.\n\n{label}: Good day.\n\nQ: When?\n\n{label}: In May.\n")
    assert [one for one, _ in said] == ["THE PRESIDENT", label, "Q", label]
