"""The reading room: bytes become text, or one clear sentence says why not."""

import pytest

from apps.transcripts import TranscriptError, parse
from apps.transcripts.reading import MAX_BYTES, read

TEXT = "Press conference\n\n4 March 2019\n\nQ: Où est le café de Ana Ruíz?\n\nRUIZ: “Ici” – là.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert read(TEXT.encode(encoding)) == TEXT


def test_windows_1252_bytes_inside_utf_8_are_read() -> None:
    assert read("Où – ".encode() + "là – ici".encode("cp1252")) == "Où – là – ici"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends_become_newlines(line_end: str) -> None:
    assert read(TEXT.replace("\n", line_end).encode()) == TEXT


def test_other_separators_do_not_count_as_line_ends() -> None:
    transcript = parse("Briefing\x0b\x0c\n\u2028\n4 March 2019\n\nQ: Why?\x85\nA\u2029B\n".encode())
    assert [turn.first_line for turn in transcript.turns] == [5]


def test_nul_bytes_in_a_text_are_dropped() -> None:
    assert "\x00" not in parse(("Q: Why?\n\nRUIZ: So\x00 be it.\n" + TEXT * 10).encode()).text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff\n".encode("utf-16"), "empty"),
        (b"%PDF-1.7\nstream", "PDF"),
        (b"\n %PDF-1.4", "PDF"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
        (b"x" * (MAX_BYTES + 1), "10 MB"),
    ],
)
def test_what_is_no_transcript_is_refused_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(TranscriptError) as refusal:
        parse(data)
    message = str(refusal.value)
    assert word in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_without_date_and_speaker_is_kept_with_a_note() -> None:
    transcript = parse(b"Some words.\n\nMore words, no label and no date.\n")
    assert [turn.speaker for turn in transcript.turns] == [None]
    assert any("No date" in note.message for note in transcript.notes)
