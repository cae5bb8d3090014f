"""What an import takes in, and what it refuses in one sentence."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from apps.annotations.models import Tag
from apps.archive.errors import ArchiveError
from apps.archive.restore import import_archive
from tests import make
from tests.archive.moving import empty_the_record, export_to, move, rows
from tests.archive.processes import run, start, wait_until
from tests.conferences.transcripts import import_one, write

pytestmark = pytest.mark.django_db

TURNS, TAGS, ACTS = "rows/conferences.turn.jsonl", "rows/annotations.tag.jsonl", "rows/pghistory.context.jsonl"
CONFERENCES = "rows/conferences.conference.jsonl"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """One conference of five turns with a decided tag, moved out of the database."""
    result = import_one(write(tmp_path))
    assert result.conference
    turn = result.conference.turns.all()[1]
    make.tag(turn, make.topic(), origin="rule", status="suggested", evidence=[[0, 3]])
    Tag.objects.all().confirm(User.objects.create_user("marta"))
    folder = export_to(tmp_path / "archive")
    empty_the_record()
    return folder


def seal(folder: Path, name: str, *, count: bool = True) -> None:
    """Give the manifest the checksum of the changed file, as somebody would who means harm."""
    data = (folder / name).read_bytes()
    manifest = json.loads((folder / "manifest.json").read_text())
    listed = manifest["files"] if name == "files.jsonl" else manifest["rows"][name[5:-6]]
    listed["sha256"] = hashlib.sha256(data).hexdigest()
    if count:
        listed["rows"] = data.count(b"\n")
    (folder / "manifest.json").write_text(json.dumps(manifest))


def change(folder: Path, name: str, line: int, **values: Any) -> None:
    """Give a row other values; a value that is ... goes."""
    kept = (folder / name).read_bytes().splitlines()
    row = {**json.loads(kept[line - 1]), **values}
    kept[line - 1] = json.dumps({key: value for key, value in row.items() if value is not ...}).encode()
    (folder / name).write_bytes(b"\n".join(kept) + b"\n")
    seal(folder, name)


def refused(folder: Path) -> str:
    """The sentence; nothing is written."""
    with pytest.raises(ArchiveError) as error:
        import_archive(folder)
    assert not any(rows().values())
    assert "\n" not in str(error.value)
    return str(error.value)


ROWS: dict[str, tuple[str, int, dict[str, Any], str]] = {
    "a text for a number": (TURNS, 2, {"exchange": "one"}, "'exchange' cannot be \"one\"."),
    "a truth for a number": (TURNS, 2, {"exchange": True}, "'exchange' cannot be true."),
    "a number for a text": (TURNS, 3, {"text": 5}, "'text' cannot be 5."),
    "nothing where there must be something": (TURNS, 3, {"text": None}, "'text' cannot be null."),
    "a list of something else": (TURNS, 1, {"decided_fields": [1]}, "'decided_fields' cannot be [1]."),
    "a list for an object": (TURNS, 1, {"source_values": []}, "'source_values' cannot be []."),
    "an object for a list": (TAGS, 1, {"evidence": {}}, "'evidence' cannot be {}."),
    "no day": (CONFERENCES, 1, {"event_date": "4 May"}, "'event_date' cannot be \"4 May\"."),
    "no moment": (TAGS, 1, {"created_at": "2019-05-04"}, "'created_at' cannot be \"2019-05-04\"."),
    "no id of an act": (ACTS, 1, {"id": "7"}, "'id' cannot be \"7\"."),
    "an unknown kind": (TURNS, 1, {"kind": "song"}, "'kind' cannot be \"song\"."),
    "a slug that makes no address": (
        CONFERENCES,
        1,
        {"slug": "a/b"},
        "'slug' cannot be \"a/b\": Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
    ),
    "a link that runs a script": (
        CONFERENCES,
        1,
        {"source_url": "javascript:alert(1)"},
        "'source_url' cannot be \"javascript:alert(1)\": Enter a valid URL.",
    ),
    "a text with a NUL": (TURNS, 1, {"text": "a\0b"}, "'text' cannot be \"a\\u0000b\"."),
    "an unknown field": (TURNS, 4, {"is_admin": True}, "there is no field 'is_admin'."),
    "a field too few": (TURNS, 4, {"label": ...}, "the field 'label' is missing."),
    "a user whom the manifest does not name": (TAGS, 1, {"decided_by": "root"}, "the manifest names no user 'root'."),
    "a user by number": (TAGS, 1, {"decided_by": 1}, "the manifest names no user 1."),
    "an act of an unknown user": (ACTS, 1, {"metadata": {"user": 1}}, "the manifest names no user 1."),
    "half a character": (TURNS, 1, {"text": "\ud800"}, "the database refuses it: "),
    "a NUL within": (TURNS, 1, {"source_values": {"text": "\0"}}, "the database refuses it: "),
    "a number out of range": (TURNS, 5, {"exchange": 2**40}, "the database refuses it: "),
    "a text too long": (TURNS, 5, {"public_id": "x" * 17}, "the database refuses it: value too long"),
    "the id of another row": (TURNS, 2, {"id": 1}, "the database refuses it: duplicate key value"),
    "what a constraint forbids": (TURNS, 5, {"last_line": 1}, "the database refuses it: new row for relation"),
    "a conference that is not there": (TURNS, 5, {"conference": 99}, "insert or update on table "),
    "a place that is taken": (TURNS, 5, {"position": 0}, "duplicate key value violates unique constraint "),
    "a turn of another conference": (TAGS, 1, {"conference": 99}, "insert or update on table "),
}


@pytest.mark.parametrize(("name", "line", "values", "reason"), ROWS.values(), ids=ROWS)
def test_a_row_that_is_none_is_refused_with_its_file_and_line(
    archive: Path, name: str, line: int, values: dict[str, Any], reason: str
) -> None:
    ids = [json.loads(text)["id"] for text in (archive / name).read_text().splitlines()]
    values = {**values, "id": ids[0]} if values.get("id") == 1 else values
    change(archive, name, line, **values)
    said = refused(archive)
    where = [line, 1] if "position" in values else [line]  # either of the two that want the place
    assert any(said.startswith(f"{name}, line {one}: {reason}") for one in where), said


def cut_short(archive: Path) -> None:
    path = archive / TURNS
    path.write_bytes(path.read_bytes()[:-20])
    seal(archive, TURNS)


def no_json(archive: Path) -> None:
    (archive / TURNS).write_bytes(b"{}}\n")
    seal(archive, TURNS)


def too_deep(archive: Path) -> None:
    (archive / TURNS).write_bytes(b"[" * 100_000 + b"\n")
    seal(archive, TURNS)


def not_a_number(archive: Path) -> None:
    (archive / TURNS).write_bytes(b"NaN\n")
    seal(archive, TURNS)


def no_object(archive: Path) -> None:
    (archive / TURNS).write_bytes(b"[]\n")
    seal(archive, TURNS)


def bytes_that_are_no_text(archive: Path) -> None:
    (archive / TURNS).write_bytes(b'{"id": "\xff"}\n')
    seal(archive, TURNS)


def line_left_out(archive: Path) -> None:
    path = archive / TURNS
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    seal(archive, TURNS, count=False)


def changed_row(archive: Path) -> None:
    path = archive / TURNS
    path.write_bytes(path.read_bytes().replace(b"ferry", b"fairy"))


def changed_transcript(archive: Path) -> None:
    [path] = archive.glob("files/*/*")
    path.write_bytes(path.read_bytes() + b" ")


def another_transcript(archive: Path) -> None:
    changed_transcript(archive)
    [path] = archive.glob("files/*/*")
    change(archive, "files.jsonl", 1, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def missing_transcript(archive: Path) -> None:
    [path] = archive.glob("files/*/*")
    path.unlink()


def transcript_that_is_a_link(archive: Path) -> None:
    [path] = archive.glob("files/*/*")
    path.rename(archive.parent / "elsewhere")
    path.symlink_to(archive.parent / "elsewhere")


def folder_that_is_a_link(archive: Path) -> None:
    (archive / "files").rename(archive.parent / "elsewhere")
    (archive / "files").symlink_to(archive.parent / "elsewhere")


def rows_that_are_a_link(archive: Path) -> None:
    (archive / TURNS).rename(archive.parent / "elsewhere")
    (archive / TURNS).symlink_to(archive.parent / "elsewhere")


def transcript_that_is_a_folder(archive: Path) -> None:
    [path] = archive.glob("files/*/*")
    path.unlink()
    path.mkdir()


def path_that_leaves(path: str) -> Callable[[Path], None]:
    return lambda archive: change(archive, "files.jsonl", 1, path=path)


def no_transcript_listed(archive: Path) -> None:
    (archive / "files.jsonl").write_bytes(b"")
    seal(archive, "files.jsonl")


def transcript_of_nothing(archive: Path) -> None:
    change(archive, "files.jsonl", 1, conference=2**40)


def manifest(**values: Any) -> Callable[[Path], None]:
    def edit(archive: Path) -> None:
        path = archive / "manifest.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **values}))

    return edit


def unknown_table(archive: Path) -> None:
    rows = json.loads((archive / "manifest.json").read_text())["rows"]
    manifest(rows={**rows, "auth.user": rows["conferences.turn"]})(archive)


def other_tables(archive: Path) -> None:
    manifest(schema={"conferences": ["0001_initial"]})(archive)


def manifest_cut_short(archive: Path) -> None:
    path = archive / "manifest.json"
    path.write_bytes(path.read_bytes()[:100])


def no_manifest(archive: Path) -> None:
    (archive / "manifest.json").unlink()


SHA = "0" * 64
OUTSIDE = "leads out of the archive's files."
FOLDERS: list[tuple[Callable[[Path], None], str]] = [
    (cut_short, f"{TURNS}, line 5: the line breaks off."),
    (no_json, f"{TURNS}, line 1: it is not JSON (Extra data: line 1 column 3 (char 2))."),
    (too_deep, f"{TURNS}, line 1: it is not JSON (maximum recursion depth exceeded"),
    (not_a_number, f"{TURNS}, line 1: it is not JSON (NaN is no number)."),
    (no_object, f"{TURNS}, line 1: it is no JSON object."),
    (bytes_that_are_no_text, f"{TURNS}, line 1: it is not JSON ('utf-8' codec can't decode"),
    (line_left_out, f"{TURNS}: it has 4 lines, and the manifest says 5."),
    (changed_row, f"{TURNS}: it is damaged or was changed; its SHA-256 is not the manifest's."),
    (changed_transcript, "files.jsonl, line 1: files/meridian-alliance/…-ferry.txt is damaged or was changed"),
    (another_transcript, "files.jsonl, line 1: the file is not the one that conference "),
    (missing_transcript, "files/meridian-alliance/…-ferry.txt: it is missing from the archive."),
    (transcript_that_is_a_link, "files/meridian-alliance/…-ferry.txt” is a link, and an archive has none."),
    (folder_that_is_a_link, "files/meridian-alliance/…: “files” is a link, and an archive has none."),
    (rows_that_are_a_link, f"{TURNS}: “conferences.turn.jsonl” is a link, and an archive has none."),
    (transcript_that_is_a_folder, "files/meridian-alliance/…-ferry.txt: it is no plain file."),
    (path_that_leaves("../../etc/passwd"), f"files.jsonl, line 1: the path '../../etc/passwd' {OUTSIDE}"),
    (path_that_leaves("files/../manifest.json"), f"files.jsonl, line 1: the path 'files/../manifest.json' {OUTSIDE}"),
    (path_that_leaves("/etc/passwd"), f"files.jsonl, line 1: the path '/etc/passwd' {OUTSIDE}"),
    (path_that_leaves("files\\a\\b"), f"files.jsonl, line 1: the path 'files\\\\a\\\\b' {OUTSIDE}"),
    (no_transcript_listed, "files.jsonl: the file of conference "),
    (transcript_of_nothing, "files.jsonl, line 1: there is no conference 1099511627776"),
    (unknown_table, "manifest.json: “auth.user” is missing, or no table of this Rostrum."),
    (other_tables, "manifest.json: the archive is of Rostrum 0.1.0 and its tables differ"),
    (manifest(format="Rostrum archive 2"), "manifest.json: it is not of a “Rostrum archive 1”."),
    (manifest(more=1), "manifest.json: “more” is missing or unknown."),
    (manifest(rows=[]), "manifest.json: “rows” is missing, or no table of this Rostrum."),
    (manifest(files={}), "manifest.json: “files” must have rows, sha256 and last_id."),
    (
        manifest(files={"rows": -1, "sha256": "0" * 64, "last_id": None}),
        "manifest.json: “files” must have whole numbers",
    ),
    (manifest(files={"rows": 1, "sha256": "../x", "last_id": None}), "manifest.json: “files” has no SHA-256."),
    (manifest(users="marta"), "manifest.json: “users” must be a list of names."),
    (manifest(users=["a\nb", 5]), "manifest.json: “users” must be a list of names."),
    (manifest(users=["a\0b"]), "manifest.json: 'a\\x00b' is no name of a user: it has 1 to 150 characters, none NUL."),
    (manifest(users=["marta", "x" * 151]), "manifest.json: 'xx…' is no name of a user: it has 1 to 150 characters"),
    (manifest(users=["marta", ""]), "manifest.json: '' is no name of a user: it has 1 to 150 characters, none NUL."),
    (manifest_cut_short, "manifest.json: it is not JSON (Unterminated string"),
]


@pytest.mark.parametrize(("damage", "sentence"), FOLDERS, ids=lambda case: getattr(case, "__name__", None))
def test_a_folder_that_is_no_sound_archive_is_refused_in_one_sentence(
    archive: Path, damage: Callable[[Path], None], sentence: str
) -> None:
    damage(archive)
    said, (start, _, rest) = refused(archive), sentence.partition("…")
    assert said.startswith(start), said
    assert rest in said, said


def test_a_folder_without_manifest_is_no_archive(archive: Path, tmp_path: Path) -> None:
    no_manifest(archive)
    assert refused(archive) == f"{archive} is no archive: it has no manifest.json."
    assert refused(tmp_path / "nowhere") == f"There is no folder {tmp_path}/nowhere."


def test_a_database_that_holds_a_record_is_left_alone_and_the_sentence_says_what_is_there(tmp_path: Path) -> None:
    archive = move(tmp_path / "archive")
    make.turn(make.conference())
    before = rows()
    with pytest.raises(ArchiveError, match=r"a record already \(.*1 conferences, .*1 turns.*\)\. An archive goes"):
        import_archive(archive)
    assert rows() == before


def test_files_that_the_manifest_does_not_name_are_not_looked_at(archive: Path) -> None:
    (archive / ".git").mkdir()
    (archive / "README").symlink_to("/etc/passwd")
    import_archive(archive)
    assert any(rows().values())


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_the_database_empty_and_can_be_run_again(tmp_path: Path) -> None:
    conference = make.conference()
    make.turn(conference)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO conferences_turnversion (turn_id, text, replaced_at)"
            " SELECT turn.id, repeat('Many words. ', 50), now() FROM conferences_turn turn, generate_series(1, 30000)"
        )
    assert "transcripts and" in run("export_archive", tmp_path / "archive")
    empty_the_record()
    process = start("import_archive", tmp_path / "archive")
    wait_until(_somebody_inserts, process)
    process.kill()
    process.communicate(timeout=60)
    wait_for_the_end = "SELECT count(*) FROM pg_locks WHERE relation = 'conferences_turn'::regclass"
    with connection.cursor() as cursor:
        while True:
            cursor.execute(wait_for_the_end)
            if cursor.fetchone()[0] == 0:
                break
    assert not any(rows().values())
    assert "1 transcripts and" in run("import_archive", tmp_path / "archive")
    assert len(rows()["conferences.TurnVersion"]) == 30000


def _somebody_inserts() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE query LIKE '%INTO \"conferences_turnversion\"%' AND pid <> pg_backend_pid()"
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_is_wrong_and_that_nothing_was_written(tmp_path: Path) -> None:
    said = run("import_archive", tmp_path)
    assert said == f"CommandError: {tmp_path} is no archive: it has no manifest.json. Nothing was written.\n"
