"""Labels of forms that were read as part of the turn before."""

from collections.abc import Sequence

import pytest

from apps.transcripts import Turn, parse


def turns(*pieces: str) -> Sequence[Turn]:
    return parse("\n\n".join(["Press conference", "4 May 2019", *pieces, ""]).encode()).turns


def fourth(label: str) -> Turn:
    found = turns(
        "Q: Why?", "Tom Ward: Because.", "Q: How?", f"{label}: Thus, and so on.", "Q: When?", "Tom Ward: Soon."
    )
    assert len(found) == 6
    return found[3]


@pytest.mark.parametrize(
    ("label", "name", "role"),
    [
        ("Le général Marc Lindel ", "Marc Lindel", "général"),
        ("Le général Marc LINDEL, chef d’état-major ", "Marc Lindel", "général"),
        ("L’amiral Marc LINDEL ", "Marc Lindel", "amiral"),
        ("La générale Ana Roux ", "Ana Roux", "générale"),
        ("U.S. ATTORNEY LINDE", "Linde", "U.S. Attorney"),
        ("U.S. ATTORNEY", None, "U.S. Attorney"),
        ("U.S. ATTORNEY FOR THE SOUTHERN DISTRICT", None, "U.S. Attorney for the Southern District"),
        ("Assistant U.S. Attorney Jo Linde", "Jo Linde", "Assistant U.S. Attorney"),
        ("A/PROF ROCHE", "Roche", None),
        ("His Excellency Jo Linde", "Jo Linde", None),
        ("Su Excelencia Jo Linde", "Jo Linde", None),
    ],
)
def test_a_rank_or_a_title_begins_a_label(label: str, name: str | None, role: str | None) -> None:
    turn = fourth(label)
    assert (turn.label, turn.speaker, turn.role) == (label.strip(), name, role)


@pytest.mark.parametrize(("label", "role"), [("Sr. Canciller", "Canciller"), ("Sra. Ministra", "Ministra")])
def test_an_office_behind_a_short_honorific_speaks(label: str, role: str) -> None:
    assert (fourth(label).speaker, fourth(label).role) == (None, role)


def test_who_is_spoken_to_by_the_whole_honorific_does_not_speak() -> None:
    found = turns("Q: Why?", "Tom Ward: So.", "Q: Good day.", "Señor presidente: when?", "Tom Ward: Soon.")
    assert [turn.label for turn in found] == ["Q", "Tom Ward", "Q", "Tom Ward"]


def test_the_french_minister_is_the_one_of_the_header() -> None:
    title = "Conférence de presse de M. Luc Pardel, ministre des affaires étrangères"
    pieces = ["Question : Pourquoi ?", "M. le Ministre : Voilà.", "Question : Et après ?", "M. le Ministre : Rien."]
    found = parse("\n\n".join([title, "Paris, 5 février 2019", *pieces, ""]).encode()).turns
    assert [turn.speaker for turn in found[1::2]] == ["Luc Pardel"] * 2


def test_an_office_alone_on_its_line_speaks_where_names_do() -> None:
    said = ["TOM WARD", "Good day, all of you.", "QUESTION", "When?", "CHANCELLOR", "We will.", "QUESTION", "Where?"]
    found = turns(*said, "TOM WARD", "Here.")
    assert [turn.label for turn in found] == [*said[::2], "TOM WARD"]
    assert found[2].role == "Chancellor"


def test_marks_of_a_web_page_are_no_part_of_a_label() -> None:
    found = turns("<b>Jo Linde:</b> Good day.<br>", "<b>Question:</b> Why?", "<strong>Jo Linde:</strong> So.")
    assert [(turn.label, turn.text) for turn in found] == [
        ("Jo Linde", "Good day."),
        ("Question", "Why?"),
        ("Jo Linde", "So."),
    ]


def test_a_dash_may_stand_before_each_label() -> None:
    found = turns("- Jo Linde: Good day.", "- Question: Why?", "- Jo Linde: So.", "- Question: And then?")
    assert [turn.label for turn in found] == ["Jo Linde", "Question"] * 2
    assert [turn.text for turn in found] == ["Good day.", "Why?", "So.", "And then?"]


def test_a_list_behind_dashes_belongs_to_whoever_speaks() -> None:
    listed = "Jo Linde: We met:\n\n- Ana Roux: she pays.\n\n- Tom Ward: he builds.\n\n- We build."
    assert [turn.label for turn in turns("Q: Why?", listed, "Q: When?", "Jo Linde: Soon.")] == [
        "Q",
        "Jo Linde",
        "Q",
        "Jo Linde",
    ]
