"""What the parser doubts is told with a line number and one sentence."""

from apps.transcripts import parse


def test_a_label_seen_once_in_mid_sentence_is_doubted() -> None:
    transcript = parse(b"Briefing\n\nMS. RUIZ: We went to see\nMR. BERG: the mayor.\n\nQ: Why?\n\nMS. RUIZ: So.\n")
    [note] = [note for note in transcript.notes if "MR. BERG" in note.message]
    assert note.line == 4
    assert "middle of a sentence" in note.message


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
