"""Lines of their own inside the speech that nobody said: heads of sections, captions without a key."""

import pytest

from apps.transcripts import Transcript, parse


def read(between: str) -> Transcript:
    return parse(
        f"Press conference by Minister Ana Ruiz\n\n4 May 2019\n\nQ: Why?\n\nMINISTER RUIZ: The ice.\n\n{between}\n\n"
        "Q: Who pays?\n\nMINISTER RUIZ: The state.\n".encode()
    )


@pytest.mark.parametrize(
    "line",
    [
        "**On the budget**", "__On the budget__", "## Questions", "### Zum Haushalt ###", "**Sur le budget**",
        "***On the budget***",
        "Harbour Minister Ana Ruiz during the press conference", "Ana Ruiz at a joint news conference in Lund",
        "La Ministre Ana Ruiz lors de la conférence de presse", "Ministerin Ana Ruiz während der Pressekonferenz",
        "La Ministra Ana Ruiz durante la rueda de prensa",
    ],
)  # fmt: skip
def test_the_head_of_a_section_or_a_caption_is_kept_and_is_nobodys_speech(line: str) -> None:
    transcript = read(line)
    assert [turn.text for turn in transcript.turns] == ["Why?", "The ice.", "Who pays?", "The state."]
    assert [(note.line, note.text) for note in transcript.notes if note.text] == [(9, line)]


@pytest.mark.parametrize(
    "line",
    [
        "**We shall open.**", "**Why now?**", "**This** is so", "# 5", "We said so during the press conference",
        "Ana Ruiz said so during the press conference", "Ana Ruiz, during the press conference.",
    ],
)  # fmt: skip
def test_what_is_in_bold_or_tells_of_the_conference_may_be_said(line: str) -> None:
    assert line in read(line).turns[1].text


def test_a_head_right_above_the_speech_is_no_part_of_it() -> None:
    assert read("**On the budget**\nThe state pays.").turns[1].text == "The ice.\n\nThe state pays."


def test_a_head_right_below_a_label_is_its_speech() -> None:
    transcript = parse(b"Press conference\n\n4 May 2019\n\nQ:\n\n**On ice**\n\nMINISTER RUIZ: Yes.\n\nQ: Why?\n")
    assert transcript.turns[0].text == "**On ice**"
