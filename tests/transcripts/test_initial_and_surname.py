"""Labels that begin with the initial of a first name, which may look like a mark: ``A. Ruiz``, ``Q. Berg``."""

import pytest

from apps.transcripts import parse

HEAD = "Press conference by Mayor Ana Ruiz and Treasurer Jan de Vries Lund\n4 May 2019\n\n"


def turns(*paragraphs: str) -> list[tuple[str | None, str]]:
    return [(turn.label, turn.text) for turn in parse((HEAD + "\n\n".join([*paragraphs, ""])).encode()).turns]


@pytest.mark.parametrize(
    "label",
    [
        "A. Ruiz",
        "J. de Vries Lund",
        "J. DE VRIES LUND",
        "Q. Berg",
        "P. Ruiz",
        "R. Ruiz",
        "A. B. Ruiz",
        "J.-P. Ruiz",
        "I. RUIZ",
        "I. Ruiz",
    ],
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


def speakers(title: str, *labels: str) -> list[str | None]:
    said = "\n\n".join(f"{label}: So it is, and we are glad to be here." for label in labels)
    return [turn.speaker for turn in parse(f"{title}\n\n4 May 2019\n\n{said}\n".encode()).turns]


@pytest.mark.parametrize(
    ("title", "labels", "names"),
    [
        ("Briefing with Ann Kerr and Bob Kerr", ["A. KERR", "B. KERR"], ["Ann Kerr", "Bob Kerr"]),
        ("Briefing with Ann Kerr and Bob Kerr", ["MS. A. KERR", "A. KERR"], ["Ann Kerr", "Ann Kerr"]),
        ("Briefing", ["ANN KERR", "BOB KERR", "A. KERR", "B.KERR"], ["Ann Kerr", "Bob Kerr", "Ann Kerr", "Bob Kerr"]),
        ("Briefing with Ann Kerr", ["B. KERR", "B. KERR", "KERR"], ["B. Kerr", "B. Kerr", "Kerr"]),
        ("Briefing with Ann Kerr and Al Kerr", ["A. KERR", "A. KERR"], ["A. Kerr", "A. Kerr"]),
    ],
)
def test_of_two_people_of_one_surname_the_initial_tells_which_if_it_can(
    title: str, labels: list[str], names: list[str]
) -> None:
    assert speakers(title, *labels) == names


def test_an_initial_that_two_people_fit_is_a_doubt() -> None:
    [note] = parse(b"Briefing with Ann Kerr and Al Kerr\n\n4 May 2019\n\nA. KERR: So.\n\nA. KERR: So.\n").notes
    assert (note.line, note.message) == (5, "“A. KERR” could be Al Kerr or Ann Kerr; the name was left as printed.")
