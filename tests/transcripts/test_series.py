"""Forms of label that prove nothing once, and are labels where several stand, by invented people."""

import pytest

from apps.transcripts import Transcript, parse

HEAD = "Press conference on the harbour\n4 May 2019\n\n"


def read(text: str) -> Transcript:
    return parse(text.encode())


def test_several_names_alone_on_their_lines_above_speech_are_labels() -> None:
    text = HEAD + (
        "MODERATOR: Good morning. We begin with the statements.\n\n"
        "Karl Mende\n\nThank you. The works took three years and cost nine million.\n\n"
        "Anna Roth\n\nThe harbour opened today, and I thank the crews.\n\n"
        "Jo Lind\n\nWhen does the ferry sail?\n\nMODERATOR: Thank you all.\n"
    )
    speakers = [turn.speaker for turn in read(text).turns]
    assert speakers == [None, "Karl Mende", "Anna Roth", "Jo Lind", None]


def test_heads_whose_words_the_speech_uses_are_no_names() -> None:
    text = HEAD + (
        "Climate Change\n\nThe climate is in change, and what do we do about it?\n\n"
        "Public Health\n\nThe health of the public is good.\n\n"
        "Monetary Policy\n\nOur monetary policy remains what it was.\n"
    )
    assert len(read(text).turns) == 1


def test_one_name_alone_on_its_line_above_speech_is_a_doubt() -> None:
    text = HEAD + "MS. RUIZ: Good morning.\n\nKarl Mende\n\nThe works took three years.\n\nQ: Why?\n\nMS. RUIZ: So.\n"
    transcript = read(text)
    assert [turn.label for turn in transcript.turns] == ["MS. RUIZ", "Q", "MS. RUIZ"]
    assert [note.line for note in transcript.notes if "Karl Mende" in note.message] == [6]


@pytest.mark.parametrize("form", ["{}> ", "<{}> ", "({}) ", "[{}] ", "{} – "])
def test_names_in_brackets_or_before_an_angle_or_dash_are_labels_where_they_come_again(form: str) -> None:
    said = [("Ana Ruiz", "Good morning, and welcome to our harbour, which opens today."), ("Jo Lind", "When is that?"),
            ("Ana Ruiz", "In May."), ("Kim Dahl", "Really? (Laughter)"), ("Ana Ruiz", "Yes.")]  # fmt: skip
    text = HEAD + "\n\n".join(form.format(who) + what for who, what in said) + "\n\n[Applause]\n"
    assert [turn.speaker for turn in read(text).turns] == [who for who, _ in said]


def test_directions_in_brackets_start_no_turn() -> None:
    text = HEAD + "Ana Ruiz: Good.\n\n(Speaks Norse) God dag.\n\nQ: When?\n\nAna Ruiz: In May.\n\n(Speaks Norse) Ja.\n"
    assert [turn.label for turn in read(text).turns] == ["Ana Ruiz", "Q", "Ana Ruiz"]


def test_names_above_titles_with_a_mark_at_the_right_are_labels() -> None:
    rule = "." * 60
    text = (
        "12-Jul-2023\nLind Ferries AS\nQ2 2023 Earnings Call\n\nOTHER PARTICIPANTS\nJo Lind\nAnalyst, Fjord Bank\n\n"
        f"MANAGEMENT SECTION\n\nAna Ruiz\nChief Executive Officer\nThank you, and good morning to all.\n{rule}\n"
        f"Jo Lind\nAnalyst, Fjord Bank                  Q\nWhen does the ferry sail?\n{rule}\n"
        f"Ana Ruiz\nChief Executive Officer              A\nOn Monday, as it did before.\n{rule}\n"
        f"Jo Lind\nAnalyst, Fjord Bank                  Q\nAnd who pays for it?\n{rule}\n"
    )
    turns = read(text).turns
    assert [(turn.speaker, turn.organisation, turn.kind.value) for turn in turns] == [
        ("Ana Ruiz", None, "statement"),
        ("Jo Lind", "Fjord Bank", "question"),
        ("Ana Ruiz", None, "answer"),
        ("Jo Lind", "Fjord Bank", "question"),
    ]
