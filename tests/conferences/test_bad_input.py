"""Files that are no clean UTF-8 transcript: read all the same, or refused in one sentence."""

import codecs
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from apps.conferences.importing import Result
from apps.conferences.importing.creating import create_together
from apps.conferences.importing.files import File
from apps.conferences.importing.items import Item
from apps.conferences.importing.sources import Sources
from apps.conferences.models import Conference, ImportedFile, Organisation, Source, Speaker, Turn
from apps.conferences.signals import conference_imported
from apps.transcripts import TranscriptError, parse
from tests.conferences.transcripts import GREETING, briefing, import_one, import_path, write

pytestmark = pytest.mark.django_db

ACCENTED = briefing().replace("Ana Ruiz", "Ana Ruíz")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty"),
        (b" \r\n\t\n", "The file is empty"),
        (b"%PDF-1.7\n" + bytes(range(256)), "The file is a PDF"),
        (bytes(range(256)) * 40, "The file is binary"),
        (b"\x00" * 5000, "The file is "),
        (b"PK\x03\x04" + bytes(100), "The file is a Word, OpenDocument or zip file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence_that_names_the_file(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = write(tmp_path, data)
    result = import_one(path)
    assert (result.outcome, result.path) == ("failed", str(path))
    assert result.message.startswith(reason)
    assert "\n" not in result.message
    assert _nothing_stands()
    assert ImportedFile.objects.get().message == result.message


@pytest.mark.parametrize("size", [50 * 2**20, 2**40])
def test_a_file_larger_than_any_transcript_is_refused_without_reading_it(tmp_path: Path, size: int) -> None:
    path = write(tmp_path)
    try:
        os.truncate(path, size)
    except OSError:
        pytest.skip("this disk holds no file with a hole of that size")
    assert import_one(path).message.startswith(f"The file has {size // 2**20} MB")


@pytest.mark.parametrize(
    "data",
    [
        ACCENTED.encode("cp1252"),
        ACCENTED.encode("utf-16"),
        ACCENTED.encode("utf-16-le"),
        codecs.BOM_UTF8 + ACCENTED.encode(),
        ACCENTED.replace("\n", "\r\n").encode(),
        ACCENTED.replace("\n", "\r").encode(),
        ACCENTED.replace("Good morning", "Good\x00 morning\x00").encode(),
    ],
    ids=["Windows-1252", "UTF-16", "UTF-16 without mark", "UTF-8 with mark", "CRLF", "CR", "NUL"],
)
def test_any_encoding_reads_the_same(tmp_path: Path, data: bytes) -> None:
    assert import_one(write(tmp_path, data)).outcome == "created"
    conference = Conference.objects.get()
    assert conference.turns.in_order()[0].text == GREETING
    assert conference.source_text == ACCENTED
    assert Speaker.objects.filter(name="Ana Ruíz").exists()


def test_without_a_date_the_conference_stands_undated_and_a_note_says_so(tmp_path: Path) -> None:
    result = import_one(write(tmp_path, f"Weekly briefing\n\n{GREETING}\n"))
    assert Conference.objects.get().event_date is None
    assert "No date was found in the header." in [note.message for note in result.notes]


def test_without_a_title_the_name_of_the_file_stands_for_it_and_a_note_says_so(tmp_path: Path) -> None:
    result = import_one(
        write(tmp_path, f"{GREETING}\n\nQ: Why?\n\nA: Because of the {'very ' * 30}strong wind.\n", "2019_ferry.txt")
    )
    assert Conference.objects.get().title == "Transcript 2019 ferry"
    assert "No title was found; the file's name stands for it." in [note.message for note in result.notes]


def test_without_a_name_nobody_is_made_up(tmp_path: Path) -> None:
    import_one(write(tmp_path, f"Weekly briefing\n\n4 May 2019\n\n{GREETING}\n\nQ: Why?\n\nA: Because of the wind.\n"))
    assert Turn.objects.filter(speaker=None).count() == Turn.objects.count() > 0
    assert not Speaker.objects.exists()


def test_what_is_too_long_for_its_field_is_cut_and_a_note_says_so(tmp_path: Path) -> None:
    long = "ferries and harbours " * 50
    transcript = parse(briefing().encode())
    turns = [replace(turn, label=long, role=long, speaker=long, organisation=long) for turn in transcript.turns]
    transcript = replace(
        transcript, title=long, subtitle=(long, long), location=long, delivery=long, language=long, turns=tuple(turns)
    )
    item = Item(File(tmp_path, "x.txt", "Meridian Alliance"), sha256="0" * 64)
    item.take(transcript)
    [(conference, notes)] = create_together([item], Sources(["Meridian Alliance"]))
    conference.refresh_from_db()
    assert conference.title == long[:499] + "…"
    assert conference.slug == "ferries-and-harbours-" * 5 + "ferries-and"
    assert "The title has 1050 characters; the first 499 are kept." in [note.message for note in notes]
    assert len(notes) == 5 + 2 * len(turns)
    assert not Speaker.objects.exists()


def test_a_name_in_another_encoding_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    try:
        path = write(tmp_path, name=os.fsdecode(b"caf\xe9\n.txt"))
    except OSError:
        pytest.skip("this disk refuses names that are no UTF-8")
    assert import_one(path).path.endswith("caf\ufffd\ufffd.txt")
    assert Conference.objects.get().file_name == "caf\ufffd\ufffd.txt"


def test_a_folder_named_like_a_transcript_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path, source="x.txt")
    [result] = import_path(tmp_path)
    assert (result.outcome, Source.objects.get().name) == ("created", "x.txt")


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to(tmp_path / "gone")
    [result] = import_path(tmp_path)
    assert result.message == "It is a link to a file that is not there."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")
    [result] = import_path(tmp_path)
    assert result.message == "It is a pipe or a device, not a file."


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder for which this process has no rights, even if root runs it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed.txt").touch(mode=0o000)
        (folder / "inner").mkdir(mode=0o000)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        (folder / "inner").chmod(0o700)


def test_a_file_that_may_not_be_read_is_told(closed_folder: Path) -> None:
    with pytest.raises(TranscriptError, match=r"^The file may not be read; check its permissions\.$"):
        File(closed_folder / "closed.txt", "closed.txt", "Meridian Alliance").read()


def test_a_file_in_a_folder_that_may_not_be_read_is_told(closed_folder: Path) -> None:
    [result] = import_path(closed_folder / "inner" / "x.txt")
    assert result.message == "The file may not be read; check its permissions."


def test_a_folder_that_may_not_be_read_is_told(closed_folder: Path) -> None:
    told = import_path(closed_folder)
    assert [(Path(result.path).name, result.message) for result in told] == [
        ("closed.txt", "The file may not be read; check its permissions."),
        ("inner", "The folder may not be opened; check its permissions."),
    ]


def test_an_error_at_the_very_end_leaves_no_half_conference(tmp_path: Path) -> None:
    def fail(sender: object, **_: object) -> None:
        raise LookupError("no such\ntopic")

    result = _import_while(fail, write(tmp_path))
    assert result.outcome == "failed"
    assert result.message.startswith("Rostrum itself failed on this file; please report it: LookupError in test_bad_")
    assert _nothing_stands()
    assert ImportedFile.objects.get().outcome == "failed"
    assert import_one(write(tmp_path)).outcome == "created"


@pytest.mark.django_db(transaction=True)
def test_a_database_that_hangs_up_half_way_leaves_no_half_conference(tmp_path: Path) -> None:
    def hang_up(sender: object, **_: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    result = _import_while(hang_up, write(tmp_path))
    assert result.message.startswith("The database refused it; import it again: ")
    assert _nothing_stands()
    assert import_one(write(tmp_path)).outcome == "created"


def test_whoever_listens_hears_of_a_conference_once_it_is_whole(tmp_path: Path) -> None:
    heard: list[tuple[str, tuple[str, ...], int]] = []

    def listen(sender: object, conference: Conference, source_topics: tuple[str, ...], **_: object) -> None:
        heard.append((conference.title, source_topics, conference.turns.count()))

    path = write(tmp_path, briefing(day="4 May 2019\n\nKey:\n\n  • Ferries\n  • Jobs", title="Weekly briefing"))
    for _ in range(2):
        _import_while(listen, path)
    assert heard == [("Weekly briefing", ("Ferries", "Jobs"), 5)]


def _import_while(listener: Callable[..., None], path: Path) -> Result:
    """Import with one more listener to the news of an imported conference."""
    conference_imported.connect(listener)
    try:
        return import_one(path)
    finally:
        conference_imported.disconnect(listener)


def _nothing_stands() -> bool:
    return not any(model.objects.exists() for model in (Conference, Turn, Speaker, Organisation, Source))
