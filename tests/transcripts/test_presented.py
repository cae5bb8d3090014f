"""A label of no name stands for whoever is presented in that office, or for the only one who answers."""

import pytest

from apps.transcripts import parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def speakers(*turns: str) -> list[str | None]:
    return [turn.speaker for turn in parse("\n\n".join([*turns, ""]).encode()).turns]


@pytest.mark.parametrize(
    "words",
    ["I am joined by Professor Ana Ruiz, the Chief Medical Officer.", "With me is Ana Ruiz, Chief Medical Officer."],
)
def test_an_office_stands_for_whom_the_first_speaker_presents(words: str) -> None:
    assert speakers("Press briefing", f"PM: {words} {LONG}", "Q: Why?", f"CMO: {LONG}") == [None, None, "Ana Ruiz"]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("FISHERIES MINISTER", "The Fisheries Minister, Ana Ruiz, is here. Ana, please."),
        ("MINISTRE DE L’ÉNERGIE", "La ministre de l’Énergie, Ana Ruiz, est ici. Ana, veux-tu dire un mot ?"),
        ("LE MINISTRE DE LA MER", "Le ministre de la Mer, Ana Ruiz, va vous en donner le détail."),
    ],
)
def test_whoever_is_presented_right_before_holds_the_office_too(label: str, words: str) -> None:
    turns = (f"PM: {LONG}", "Q: Why?", f"PM: {LONG}", "Q: And now?", f"PM: {words}", f"{label}: {LONG}")
    assert speakers("Press briefing", *turns)[-1] == "Ana Ruiz"


def test_nobody_presents_himself_nor_the_office_of_another_country() -> None:
    words = "I am joined by Prime Minister Ana Ruiz of Norland."
    assert speakers("Press briefing", f"PM: {words} {LONG}", "Q: Why?", f"PM: {LONG}") == [None, None, None]


def test_an_office_and_the_only_name_behind_it_are_one() -> None:
    issued = "From: Prime Minister's Office, 1 Low Street and The Rt Hon Ana Ruiz MP"
    assert (
        speakers("Press conference on the ferry", issued, f"PM: {LONG}", "Q: Why?", "PM: It rained.")[0] == "Ana Ruiz"
    )


@pytest.mark.parametrize(
    ("title", "host"),
    [
        ("Remarks by Coach Ana Ruiz", "We begin."),
        ("Press conference after the match", "The Lund captain Ana Ruiz is with us."),
    ],
)
def test_a_is_the_only_one_who_answers(title: str, host: str) -> None:
    told = speakers(title, f"MODERATOR: {host} Questions, please.", "Q: Why?", "A: It rained.", "Q: And now?", "A: No.")
    assert told == [None, None, "Ana Ruiz", None, "Ana Ruiz"]


def test_of_two_who_may_answer_a_is_neither() -> None:
    host = "Coach Ana Ruiz and captain Tom Dahl are with us."
    assert speakers("Press conference", f"MODERATOR: {host}", "Q: Why?", "A: It rained.", "Q: So?", "A: No.")[2] is None


def test_an_editor_tells_whose_statement_it_is() -> None:
    told = "*Le porte-parole, M. Jo Lind, a fait la déclaration suivante :*"
    assert speakers("Point de presse", "Le 4 mai 2019", told, LONG, "Q : Quand ?", "R : Non.")[0] == "Jo Lind"
