"""The folder that an export writes."""

import hashlib
import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from apps.annotations.models import Tag
from apps.conferences.models import Conference, Source, SourceFile, Speaker, Turn
from tests import make
from tests.archive.moving import contents, export_to, lines
from tests.archive.processes import run, start, wait_until
from tests.conferences.transcripts import briefing, import_one, write
from tests.history.acting import acting
from tests.locks import waiting

pytestmark = pytest.mark.django_db

FILES = {
    "plain": briefing().encode(),
    "with a byte order mark": b"\xef\xbb\xbf" + briefing().encode(),
    "with the line ends of Windows": briefing().replace("\n", "\r\n").encode(),
    "in Windows-1252": briefing(title="Café").encode("cp1252"),
    "in UTF-16": briefing().encode("utf-16"),
    "with a control character": briefing().encode() + b"\x07\n",
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_transcript_comes_out_byte_for_byte_as_it_was_imported(tmp_path: Path, data: bytes) -> None:
    import_one(write(tmp_path, data, "Fähre.txt", source="Harbour Board"))
    archive = export_to(tmp_path / "archive")
    [file] = lines(archive, "files.jsonl")
    assert file["path"] == f"files/harbour-board/{Conference.objects.get().pk}-Fähre.txt"
    assert (archive / file["path"]).read_bytes() == data
    assert (file["sha256"], file["as_imported"]) == (hashlib.sha256(data).hexdigest(), True)


def test_the_present_version_of_a_transcript_comes_out_whatever_its_encoding_was_before(tmp_path: Path) -> None:
    for number, data in enumerate(FILES.values()):
        import_one(write(tmp_path, data))
        assert set(contents(export_to(tmp_path / f"archive-{number}")).values()) >= {data}


def test_bytes_that_are_the_text_in_utf_8_are_not_stored_twice(tmp_path: Path) -> None:
    path = write(tmp_path, FILES["with a byte order mark"])
    import_one(path)
    assert SourceFile.objects.count() == 1
    path.write_bytes(FILES["plain"])
    import_one(path)
    assert not SourceFile.objects.exists()


def test_a_file_of_which_an_early_rostrum_kept_only_the_text_comes_out_as_that_and_says_so(tmp_path: Path) -> None:
    import_one(write(tmp_path, FILES["in UTF-16"]))
    SourceFile.objects.all().delete()
    archive = export_to(tmp_path / "archive")
    [file] = lines(archive, "files.jsonl")
    assert (archive / file["path"]).read_text() == briefing()
    assert file["as_imported"] is False


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a<b>:"c|d?.txt', "x" * 400 + ".txt", "…", ".", "a/b/Été.txt"])
def test_a_file_of_any_name_lies_in_the_folder_of_its_source(tmp_path: Path, name: str) -> None:
    conference = make.conference(file_name=name)
    archive = export_to(tmp_path / "archive")
    [file] = (path for path in (archive / "files").rglob("*") if path.is_file())
    assert file.parent == archive / "files" / "meridian-alliance"
    assert file.name.startswith(f"{conference.pk}-")


def test_files_of_one_name_lie_beside_each_other(tmp_path: Path) -> None:
    for name in ("latest.txt", "latest.txt", "Latest.TXT"):
        make.conference(file_name=name)
    assert len({path.lower() for path in contents(export_to(tmp_path / "archive")) if path.startswith("files/")}) == 3


def test_two_exports_of_one_record_are_the_same_bytes(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    with acting("Rename", user=User.objects.create_user("marta").pk):
        Speaker.objects.update(name="Elena  Marsh")
    assert contents(export_to(tmp_path / "one")) == contents(export_to(tmp_path / "two"))


def test_users_go_by_name_and_nothing_else_of_an_account_is_told(tmp_path: Path) -> None:
    marta = User.objects.create_user("marta", "marta@example.org", "a-secret-password", first_name="Martha")
    User.objects.create_user("who-did-nothing")
    tag = make.tag(make.turn(make.conference()), make.topic())
    with acting("Reject", user=marta.pk):
        Tag.objects.all().reject(marta)
    with acting("Correct", user=12345):
        make.topic("Ferries")
    archive = export_to(tmp_path / "archive")
    assert json.loads((archive / "manifest.json").read_text())["users"] == ["marta"]
    assert [row["decided_by"] for row in lines(archive, "rows/annotations.tag.jsonl")] == ["marta"]
    users = {row["metadata"].get("user") for row in lines(archive, "rows/pghistory.context.jsonl")}
    assert users >= {"marta", -12345}
    told = b"".join(contents(archive).values()).decode()
    assert not [secret for secret in ("example.org", "Martha", marta.password, "did-nothing") if secret in told]
    assert Tag.objects.get() == tag


def test_the_manifest_says_how_much_there_is_with_checksums_and_tables(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    archive = export_to(tmp_path / "archive")
    manifest = json.loads((archive / "manifest.json").read_text())
    assert manifest["rows"]["conferences.turn"]["rows"] == Turn.objects.count() == 5
    assert manifest["files"]["rows"] == 1
    assert manifest["schema"].keys() == {"annotations", "conferences", "history", "pghistory"}
    data = contents(archive)
    for label, listed in manifest["rows"].items():
        assert listed["sha256"] == hashlib.sha256(data[f"rows/{label}.jsonl"]).hexdigest()
    assert manifest["files"]["sha256"] == hashlib.sha256(data["files.jsonl"]).hexdigest()


@pytest.mark.django_db(transaction=True)
def test_an_export_shows_one_moment_while_editors_go_on(tmp_path: Path) -> None:
    turn = make.turn(make.conference(), "As it was.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE conferences_turn IN ACCESS EXCLUSIVE MODE")  # the export stops here, half way
        process = start("export_archive", tmp_path / "archive")
        wait_until(waiting, process)
        Turn.objects.update(text="As it became.")
        Speaker.objects.create(name="Ottoline Brace", slug="brace")
        Source.objects.create(name="Harbour Board", slug="harbour-board")
    assert process.communicate(timeout=60)[1] == ""
    assert [row["text"] for row in lines(tmp_path / "archive", "rows/conferences.turn.jsonl")] == ["As it was."]
    assert len(lines(tmp_path / "archive", "rows/conferences.source.jsonl")) == 1
    for later in ("speaker", "turnversion"):
        assert lines(tmp_path / "archive", f"rows/conferences.{later}.jsonl") == []
    events = lines(tmp_path / "archive", "rows/conferences.turnevent.jsonl")
    assert [event["pgh_label"] for event in events] == ["insert"]
    assert Turn.objects.get() == turn


@pytest.mark.django_db(transaction=True)
def test_a_killed_export_leaves_no_folder_of_that_name(tmp_path: Path) -> None:
    make.turn(make.conference())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE conferences_turn IN ACCESS EXCLUSIVE MODE")
        process = start("export_archive", tmp_path / "archive")
        wait_until(waiting, process)
        process.kill()
        process.communicate(timeout=60)
    [left] = tmp_path.iterdir()
    assert (left.name[:9], left.suffix) == (".archive-", ".partial")
    assert not (left / "manifest.json").exists()


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_in_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    make.turn(make.conference(), "So many words. " * 1000)
    folder = tmp_path / "archive"
    told = run("export_archive", folder, largest=4096)
    assert told == f"CommandError: The archive cannot be written to {folder}: File too large. Nothing is left of it.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_an_export_overwrites_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=f"{tmp_path} exists already; name a new folder[.]$"):
        call_command("export_archive", tmp_path)
    with pytest.raises(CommandError, match=f"There is no folder {tmp_path}/no[.]$"):
        call_command("export_archive", tmp_path / "no" / "folder")
    assert list(tmp_path.iterdir()) == []
