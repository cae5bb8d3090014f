"""What the parser doubts is told with a line number and one sentence."""

import pytest

from apps.transcripts import parse


def test_a_label_seen_once_in_mid_sentence_is_doubted() -> None:
    transcript = parse(b"Briefing\n\nMS. RUIZ: We went to see\nMR. BERG: the mayor.\n\nQ: Why?\n\nMS. RUIZ: So.\n")
    [note] = [note for note in transcript.notes if "MR. BERG" in note.message]
    assert note.line == 4
    assert "middle of a sentence" in note.message


@pytest.mark.parametrize(
    "lines",
    [
        "We went to see\nRiver Council Final\n{} of 9\nMR. BERG: The mayor.",  # the page ended in mid-sentence
        "We went to see\nMR. BERG: The mayor.",  # somebody interrupts
        "Ana Ruiz: (00:13)\nWe went to see\nMR. BERG: (00:15)\nthe mayor.",
        "We went to see\n\nMR. BERG: the mayor.",
    ],
)
def test_a_label_after_a_broken_sentence_is_none_to_doubt(lines: str) -> None:
    pages = "\nAnd on we went.\n".join(
        [
            "",
            *(lines.format(number) if number == 2 else f"River Council Final\n{number} of 9" for number in range(1, 5)),
        ]
    )
    transcript = parse(f"Briefing\n\nMS. RUIZ: Good day.{pages}\n\nQ: Why?\n\nMS. RUIZ: So.\n".encode())
    assert "MR. BERG" in [turn.label for turn in transcript.turns]
    assert not any("middle of a sentence" in note.message for note in transcript.notes)


def test_a_page_without_speech_says_so() -> None:
    transcript = parse(b"Press conference\n\n4 March 2019\n")
    assert transcript.turns == ()
    assert any("No speech" in note.message for note in transcript.notes)


def test_notes_come_in_the_order_of_their_lines() -> None:
    transcript = parse(b"Briefing\n\nMS. RUIZ: We met.\n\nOnce: yes.\n\nTwice: no.\n\nEND\n")
    lines = [note.line for note in transcript.notes]
    assert lines == sorted(lines)
    assert {note.line for note in transcript.notes} >= {1, 5, 7, 9}


def test_a_corrected_transcript_says_so_with_its_line() -> None:
    transcript = parse(b"4 March 2019\n\nCORRECTED: Remarks by Mayor Ruiz\n\nMS. RUIZ: We met.\n")
    assert [note.line for note in transcript.notes if "corrected" in note.message] == [3]


def test_a_span_of_days_is_told() -> None:
    transcript = parse("Press briefing\n\n4–6 March 2019\n\nQ: Why?\n".encode())
    assert any("span of days" in note.message for note in transcript.notes)


def test_a_label_seen_once_in_mid_paragraph_is_told_and_left_in_the_speech() -> None:
    text = b"Briefing\n\nTHE MINISTER: We met, and so on. MR. HOLM: Last question.\n\nQ: Why?\n\nTHE MINISTER: So.\n"
    transcript = parse(text)
    assert [turn.label for turn in transcript.turns] == ["THE MINISTER", "Q", "THE MINISTER"]
    assert [note.line for note in transcript.notes if "“MR. HOLM” looks like" in note.message] == [3]


def test_what_only_looks_like_a_label_in_mid_paragraph_is_not_told() -> None:
    transcript = parse(b"Briefing\n\nMS. RUIZ: We have two aims. The first: to build. Bold words: yes.\n\nQ: Why?\n")
    assert not any("looks like" in note.message for note in transcript.notes)


@pytest.mark.parametrize(
    "speech",
    [
        "We will build the Road\nInitiative: the plan of the year.",  # the sentence goes on
        "We have met\nA friend of the harbour.",
        "We met.\n\nEND\n\nTel: 555 0100",  # below the speech
    ],
)
def test_what_the_words_around_prove_to_be_no_label_is_not_told(speech: str) -> None:
    transcript = parse(f"Briefing\n\nMS. RUIZ: Good day.\n{speech}\n".encode())
    assert not any("looks like" in note.message for note in transcript.notes)


def test_each_doubt_is_one_sentence_with_a_line_of_the_file() -> None:
    text = "Briefing\n\n4 March 2019\n\n5 March 2019\n\nMS. RUIZ: We went to see\nMR. BERG: the mayor.\n\nOnce: yes.\n"
    transcript = parse(text.encode())
    assert len(transcript.notes) == 3
    for note in transcript.notes:
        assert 1 <= note.line <= text.count("\n")
        assert note.message.endswith(".")
        assert ". " not in note.message.replace("MR. BERG", "")


@pytest.mark.parametrize(
    ("call", "called"),
    [
        ("Jo Lind, Daily Post, and Eva Holm, Sky News.", "Jo Lind and Eva Holm"),
        ("Next, Jo Lind or Eva Holm, please.", "Jo Lind and Eva Holm"),
    ],
)
def test_several_who_are_called_at_once_are_a_doubt_where_nobody_is_chosen(call: str, called: str) -> None:
    transcript = parse(f"Briefing\n\n4 March 2019\n\nMODERATOR: {call}\n\nQ: Why?\n\nMS. RUIZ: So.\n".encode())
    assert transcript.turns[1].speaker is None
    [note] = transcript.notes
    assert (note.line, note.message) == (7, f"{called} were called before this question; nobody was named.")


@pytest.mark.parametrize(
    "call",
    ["Jo Lind, CNN, then Eva Holm, Sky News.", "Thank you, Jo Lind and Eva Holm.", "I saw Jo Lind and Eva Holm."],
)
def test_who_is_called_in_order_or_only_thanked_is_no_doubt(call: str) -> None:
    assert not parse(f"Briefing\n\n4 March 2019\n\nMODERATOR: {call}\n\nQ: Why?\n\nMS. RUIZ: So.\n".encode()).notes


def test_a_title_and_name_before_a_colon_in_mid_sentence_is_told_and_left_in_the_speech() -> None:
    text = b"Briefing\n\n4 May 2019\n\nTHE MAYOR: So it was said by MR. HOLM: it sails. And RED TAPE: no.\n\nQ: Why?\n"
    transcript = parse(text)
    assert [turn.label for turn in transcript.turns] == ["THE MAYOR", "Q"]
    [note] = transcript.notes
    assert note.line == 5
    assert note.message == "“MR. HOLM” stands in the middle of a sentence; it was left in the speech."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("He came in and then Tom Berg: it is so.", "Tom Berg"),
        ("He came in, and then Minister Berg: it is so.", "Minister Berg"),
        ("We went there and Governor Tom Berg: was with us.", "Governor Tom Berg"),
        ("We agreed and then Jo Lind (AFP): what is it and we left.", "Jo Lind (AFP)"),
        ("Because and TOM BERG: It is so.", "TOM BERG"),
        ("And then she said, MS. BERG: we pay.", "MS. BERG"),
        ("Because. Tom Berg: It is so.", "Tom Berg"),
        ("It is so and we think that\nTom Berg: will say more of it.", "Tom Berg"),
    ],
)
def test_a_name_with_a_colon_in_mid_sentence_is_doubted(said: str, told: str) -> None:
    transcript = parse(f"Briefing\n\nTHE MAYOR: Good day. {said}\n\nQ: Why?\n\nTHE MAYOR: So.\n".encode())
    assert [turn.label for turn in transcript.turns] == ["THE MAYOR", "Q", "THE MAYOR"]
    assert [note.line for note in transcript.notes if f"“{told}” " in note.message] == [3 + said.count("\n")]


@pytest.mark.parametrize(
    "said",
    [
        "We have a word for the Harbour Plan: peace.",
        "I told Tom Berg: pay now.",
        "A question for Minister Berg: will it rain?",
        "We met in New York: it rained.",
        "And one of our Good Deeds: good deeds are few.",
        "We have a word for the\nHarbour Plan: peace.",
        "And we shall build\nNew York: it will rain.",
        "I told\nTom Berg: pay now.",
    ],
)
def test_what_a_sentence_tells_before_a_colon_is_none_to_doubt(said: str) -> None:
    transcript = parse(f"Briefing\n\nTHE MAYOR: Good day. {said}\n\nQ: Why?\n\nTHE MAYOR: So.\n".encode())
    assert not any(note.line in (3, 4) for note in transcript.notes)
