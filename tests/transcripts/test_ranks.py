"""Namesakes are told apart by the title before their surname."""

import pytest

from apps.transcripts import parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def speakers(header: str, *turns: str) -> list[str | None]:
    return [turn.speaker for turn in parse("\n\n".join(["Press briefing", header, *turns, ""]).encode()).turns]


def test_an_abbreviated_rank_tells_which_namesake_speaks() -> None:
    present = "Present: Superintendent Ana Ruiz\n         Inspector Tom Ruiz (Traffic)"
    told = speakers(
        present, f"Supt. Ruiz: {LONG}", "Q: Why?", "Insp. Ruiz: It rained.", "Q: And now?", "Sgt. Ruiz: No."
    )
    assert told == ["Ana Ruiz", None, "Tom Ruiz", None, "Ruiz"]


@pytest.mark.parametrize("full", ["Dr Ana Ruiz of the clinic", "Dr. Ana B. Ruiz", "Doctor Ana Ruiz"])
def test_a_doctor_is_whom_the_speech_calls_so_and_not_the_minister_of_that_name(full: str) -> None:
    told = speakers(
        "Remarks by Health Minister Tom Ruiz",
        f"HEALTH MINISTER RUIZ: I am joined by {full}. {LONG}",
        f"DR RUIZ: {LONG}",
    )
    assert told[0] == "Tom Ruiz"
    assert told[1] in ("Ana Ruiz", "Ana B. Ruiz")


def test_a_title_tells_a_full_name_in_capitals_too() -> None:
    told = speakers("", "MAYOR DAHL: I NOW BRING UP CHIEF ANA RUIZ.", f"CHIEF RUIZ: {LONG.upper()}", "MAYOR DAHL: OK.")
    assert told == ["Dahl", "Ana Ruiz", "Dahl"]


def test_a_seat_on_a_board_is_no_first_name() -> None:
    told = speakers("", f"MR. DAHL: Member Ana Ruiz will begin. {LONG}", f"MEMBER RUIZ: {LONG}", "Q: Why?")
    assert told[1] == "Ana Ruiz"


def test_an_honorific_behind_office_or_bracket_is_no_part_of_the_name() -> None:
    told = speakers("", f"MINISTER IN THE PRESIDENCY, Ms Ana Ruiz: {LONG}", "Q: Why?", "SPOKESPERSON (Ms Lind): So.")
    assert told == ["Ana Ruiz", None, "Lind"]


def test_a_title_that_two_namesakes_bear_tells_nothing() -> None:
    told = speakers("", f"MAYOR DAHL: Dr. Ana Ruiz and Dr. Tom Ruiz are here. {LONG}", f"DR. RUIZ: {LONG}")
    assert told == ["Dahl", "Ruiz"]
