"""Labels of initials and abbreviated offices, each on a short page by invented people."""

import pytest

from apps.transcripts import parse


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in parse(text.encode()).turns]


TALK = "\n\nQ. When?\n\nRH: In May.\n\nQ. Why?\n\nTB: So.\n\nRH: Yes.\n\nTB: No.\n"


@pytest.mark.parametrize(
    "header",
    [
        "Press conference with coach Ruben Hale and captain Tom Bryer\n4 May 2019",
        "Press conference\n4 May 2019\n\nHead coach Ruben Hale (RH) and captain Tom Bryer (TB) spoke to the media.",
        "Press conference\n4 May 2019" + "\n\nRuben Hale: Good day to all of you.\n\nTom Bryer: And from me." * 2,
    ],
)
def test_initials_stand_for_the_one_person_who_has_them(header: str) -> None:
    assert [name for name in speakers(header + TALK) if name][-4:] == [
        "Ruben Hale", "Tom Bryer", "Ruben Hale", "Tom Bryer",
    ]  # fmt: skip


def test_initials_that_two_people_have_stand_for_nobody() -> None:
    header = "Press conference with coach Ruben Hale, captain Tom Bryer and President Rosa Holm\n4 May 2019"
    assert speakers(header + TALK)[1] is None


def test_initials_that_nobody_has_are_no_name() -> None:
    assert set(speakers("Press conference\n4 May 2019" + TALK)) == {None}


def test_a_bracket_says_whose_office_an_abbreviation_is() -> None:
    text = (
        "Doorstop with Minister for Transport Lim Wei\n4 May 2019\n\n"
        "[Minister Lim was joined by Ms Nur Aziz, Chief Executive, Land Board (CE LB).]\n\n"
        "Minister: Good day.\n\nReporter (CNN): When?\n\nCE LB: In May.\n\nMinister: Yes.\n\nCE LB: Yes.\n"
    )
    assert speakers(text) == ["Lim Wei", None, "Nur Aziz", "Lim Wei", "Nur Aziz"]


def test_a_surname_of_three_letters_in_capitals_stays_a_name() -> None:
    text = "Briefing\n4 May 2019\n\nLEE: Good day.\n\nMARSHAM: Why?\n\nLEE: So.\n\nMARSHAM: Yes?\n\nLEE: No.\n"
    assert speakers(text)[0] == "Lee"


def test_a_namesake_whom_the_host_calls_is_not_the_host() -> None:
    text = (
        "Press conference with Chair Ana Ruiz\n4 May 2019\n\nCHAIR RUIZ: Good day.\n\n"
        "MIKA SMITH: We try again. Tom Smith at the FT.\n\nTOM SMITH: When does it open?\n\nCHAIR RUIZ: In May.\n\n"
        "MIKA SMITH: Let us go to Jo Lind.\n\nJO LIND: Why is it late?\n\nCHAIR RUIZ: So.\n\n"
        "MIKA SMITH: Next is Kim Dahl.\n\n"
        "KIM DAHL: Who pays for it?\n\nCHAIR RUIZ: The town.\n"
    )
    kinds = {turn.speaker: turn.kind for turn in parse(text.encode()).turns}
    assert (kinds["Mika Smith"], kinds["Tom Smith"]) == ("moderator", "question")


def test_initials_and_the_full_name_that_is_printed_once_bear_each_other_out() -> None:
    text = (
        "Press conference\n23.05.2024\n\nQ: Ana, welcome.\nAna RUIZ: It is good.\n\nQ: And the weather?\nAR: Fine.\n\n"
        "Q: Jo, you won.\nJo BERG: I did.\n\nQ: Again?\nJB: I hope so.\n"
    )
    answers = [turn for turn in parse(text.encode()).turns if turn.label != "Q"]
    assert [(turn.label, turn.speaker) for turn in answers] == [
        ("Ana RUIZ", "Ana Ruiz"), ("AR", "Ana Ruiz"), ("Jo BERG", "Jo Berg"), ("JB", "Jo Berg"),
    ]  # fmt: skip


def test_letters_that_are_nobodys_initials_start_no_turn() -> None:
    text = "Press conference\n\nQ: Why?\n\nAna RUIZ: So.\nTV: it was on.\n\nQ: Again?\n\nAna RUIZ: Yes.\n"
    assert [turn.label for turn in parse(text.encode()).turns] == ["Q", "Ana RUIZ"] * 2
