"""The reading room: bytes become text, or one clear sentence says why not."""

import pytest

from apps.transcripts import TranscriptError, parse
from apps.transcripts.reading import MAX_BYTES, read

from .conservation import lost_or_moved

TEXT = "Press conference\n\n4 March 2019\n\nQ: Où est le café de Ana Ruíz?\n\nRUIZ: “Ici” – là.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert read(TEXT.encode(encoding)).text == TEXT


def test_windows_1252_bytes_inside_utf_8_are_read() -> None:
    text, notes = read("Où –\r\n".encode() + "là – ici".encode("cp1252"))
    assert text == "Où –\nlà – ici"
    assert [(note.line, note.message) for note in notes] == [
        (2, "2 bytes, here first, that are no UTF-8 were read as Windows-1252, the rest as UTF-8.")
    ]


def test_a_file_with_one_bad_byte_stays_utf_8_and_a_note_names_the_line() -> None:
    text, notes = read("Café\n\nQ: Où?\n\nA: Ici \n".encode() + b"\xff there.\n")
    assert text == "Café\n\nQ: Où?\n\nA: Ici \nÿ there.\n"
    assert [note.line for note in notes] == [6]


RUSSIAN = "Пресс-конференция о паромах\n\n4 мая 2019\n\nЕЛЕНА МАРШ: Добрый день, мы говорим о паромах и о хлебе.\n"
POLISH = "Konferencja prasowa\n\n4 May 2019\n\nJAN ŻÓŁĆ: Dzień dobry, dziś zaczynamy rozmowę o zbożu.\n\nQ: Ile?\n"
CZECH = "Tisková konference\n\n4 May 2019\n\nJIŘÍ NOVÁK: Dobrý den, příští týden začneme jednání o obilí a chlebu.\n"
SPANISH = "Café press conference\n\n4 May 2019\n\nJOSÉ PEÑA: Buenos días, señores, el café cuesta más.\n\nQ: ¿Cuánto?\n"
JAPANESE = "記者会見\n\n総理: 皆さん、こんにちは。今日は穀物の話です。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (CZECH, "iso8859-2", "ISO 8859-2"),
        (POLISH, "cp1250", "Windows-1250"),
        (JAPANESE, "shift-jis", "Shift-JIS"),
        (SPANISH, "mac-roman", "Mac Roman"),
        (TEXT, "cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_that_is_guessed_is_named_in_a_note(text: str, encoding: str, name: str) -> None:
    found = read(text.encode(encoding))
    assert found.text == text
    assert [name in note.message for note in found.notes] == [True]
    assert [note.message.count(".") for note in found.notes] == [1]
    assert found.notes[0] in parse(text.encode(encoding)).notes


TWICE = "Press conference\n\n4 March 2019\n\nQ: Don’t you “go” to the café at Évian – or à Lund?\n\nRUIZ: ¿Qué?\n"


@pytest.mark.parametrize(
    "text",
    [TWICE, TWICE + "RUIZ: “Ici” – là.\n", RUSSIAN, POLISH, "Q: Why?\n\nRUIZ: It is the café.\n", "5 °C » « €5 ™\n"],
)
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_letters_that_were_encoded_twice_are_mended_and_a_note_tells_the_line(text: str, wrong: str) -> None:
    signs = (bytes([byte]) for byte in text.encode())
    twice = "".join(sign.decode(wrong, errors="ignore") or sign.decode("latin-1") for sign in signs)
    found = read(twice.encode())
    assert found.text == text
    [note] = found.notes
    assert not text.split("\n")[note.line - 1].isascii()
    assert lost_or_moved(parse(twice.encode())) is None


def test_what_is_written_twice_encoded_beside_right_letters_is_mended_too() -> None:
    found = read("Ok “fine”.\nWe donâ€™t say cafÃ© here.\nâ€œYes,â€ she said.\n".encode())
    assert found.text == "Ok “fine”.\nWe don’t say café here.\n“Yes,” she said.\n"
    assert [note.line for note in found.notes] == [2]


@pytest.mark.parametrize(
    "text",
    ["“CAFÉ” et voilà… “café…” É”", "MAÇÃ” IRMÃ… “SÃO PAULO” NÃO!", "ÄÄKKÖSET “HYVÄ” Åland", "Nam ĐÂY LÀ â Ã É\xa0»"],
)
def test_capitals_with_accents_before_quotation_marks_stay_what_they_are(text: str) -> None:
    assert read(text.encode()) == (text, ())


def test_an_encoding_that_cannot_be_told_is_said_so_in_a_note() -> None:
    text, notes = read(b"Q: a\xb5b c\xb3d e\xa6f \xff\xffg a\xa7c a\xb8b k\xa4l m\xa9n\n")
    assert text.startswith("Q: ")
    assert [note.message.partition(";")[0] for note in notes] == ["The file's encoding cannot be told"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "ascii"])
def test_what_is_known_for_sure_needs_no_note(encoding: str) -> None:
    assert read("Press conference\n\nQ: Why?\n".encode(encoding)).notes == ()


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends_become_newlines(line_end: str) -> None:
    assert read(TEXT.replace("\n", line_end).encode()).text == TEXT


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
