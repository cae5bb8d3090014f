"""Questions before one closer and answers before another: each side is told by what the other has not."""

import pytest

from apps.transcripts import parse

HEAD = "Press conference by Prime Minister Ana Ruiz\n4 May 2019\n\n"


def labels(*paragraphs: str) -> list[str | None]:
    return [turn.label for turn in parse((HEAD + "\n\n".join([*paragraphs, ""])).encode()).turns]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Question –", "Question"),
        ("Frage –", "Frage"),
        ("Question 1 –", "Question 1"),
        ("[QUESTION]", "QUESTION"),
        ("(Journaliste)", "Journaliste"),
        ("**Question**", "Question"),
        ("**Q**", "Q"),
        ("Reporter |", "Reporter"),
        ("Question >", "Question"),
        ("<Q>", "Q"),
        ("Q –", "Q"),
        ("Q-", "Q"),
        ("Q)", "Q"),
        ("Jo Lind (AFP) –", "Jo Lind (AFP)"),
        ("[Jo Lind, dpa]", "Jo Lind, dpa"),
    ],
)
def test_questions_with_a_closer_of_their_own_are_told(printed: str, label: str) -> None:
    said = labels("RUIZ: Good day.", f"{printed} Why now?", "RUIZ: So.", f"{printed} And then?", "RUIZ: No.")
    assert said == ["RUIZ", label, "RUIZ", label, "RUIZ"]


@pytest.mark.parametrize(("asks", "answers"), [("Q", "Ana Ruiz"), ("Q", "A"), ("P", "R")])
def test_a_letter_in_bold_is_a_label_where_bold_type_closes_labels(asks: str, answers: str) -> None:
    said = [f"**{answers}** We open.", f"**{asks}** Why now?", f"**{answers}** It is time.", f"**{asks}** And then?"]
    assert labels(*said, f"**{answers}** So.") == [answers, asks, answers, asks, answers]
    listed = ["**A** The first part.", "**B** The second part."]
    assert labels("Ana Ruiz: Good day.", *listed, "Q: Why?", "Ana Ruiz: So.") == ["Ana Ruiz", "Q", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Minister Ruiz –", "Minister Ruiz"),
        ("Prime Minister –", "Prime Minister"),
        ("[Prime Minister]", "Prime Minister"),
        ("[Ruiz]", "Ruiz"),
        ("Ruiz |", "Ruiz"),
        ("RUIZ.-", "RUIZ"),
    ],
)
def test_answers_with_a_closer_of_their_own_are_told(printed: str, label: str) -> None:
    said = labels(f"{printed} Good day.", "QUESTION: Why?", f"{printed} So.", "QUESTION: And?", f"{printed} No.")
    assert said == [label, "QUESTION", label, "QUESTION", label]


def test_a_known_surname_and_questions_may_have_the_same_closer() -> None:
    said = labels("Ruiz | Good day.", "Question | Why?", "Ruiz | So.", "Question | And?", "Ruiz | No.")
    assert said == ["Ruiz", "Question", "Ruiz", "Question", "Ruiz"]


def test_a_single_question_in_brackets_is_one() -> None:
    assert labels("RUIZ: Good day.", "[Question] Why now?", "RUIZ: So.") == ["RUIZ", "Question", "RUIZ"]


def test_a_dash_behind_a_word_begins_no_turn_where_questions_are_marked_otherwise() -> None:
    said = labels("RUIZ: Good day.", "Question – we ask it daily.", "Question – they do.", "Q: Why?", "RUIZ: So.")
    assert said == ["RUIZ", "Q", "RUIZ"]


@pytest.mark.parametrize("caption", ["(Jo Lind, AFP) Two men on a quay.", "[Applause] Thank you.", "(Ruiz) A quay."])
def test_words_in_brackets_met_once_begin_no_turn(caption: str) -> None:
    assert labels("RUIZ: Good day.", caption, "RUIZ: And so on.") == ["RUIZ", "RUIZ"]


def test_a_name_in_bold_type_between_two_turns_of_another_is_a_label() -> None:
    said = labels("**Eva Berg**", "Thank you. We met.", "**Jo Lind**", "Why now?", "**Eva Berg**", "It is time.")
    assert said == ["Eva Berg", "Jo Lind", "Eva Berg"]


def test_lines_without_blank_ones_between_are_paragraphs_too() -> None:
    said = labels("Question – Why now?\nRUIZ: So.\nQuestion – And then?\nRUIZ: No.")
    assert said == ["Question", "RUIZ", "Question", "RUIZ"]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Question -", "I. Ruiz -"), ("P.", "R."), ("QUESTION.", "I. RUIZ.")],
)
def test_letters_and_initials_before_a_stop_or_a_dash_are_labels(asks: str, answers: str) -> None:
    said = labels(f"{answers} Good day.", f"{asks} Why?", f"{answers} So.", f"{asks} And?", f"{answers} No.")
    expected = [one.rstrip(" .-–") for one in (answers, asks, answers, asks, answers)]
    assert said[1:] == expected[1:]
