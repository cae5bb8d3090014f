"""What an import takes in, and what it refuses in one sentence."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apps.archive.errors import ArchiveError
from apps.archive.restore import import_archive
from tests import make
from tests.archive.damage import TURNS, change, refused, seal
from tests.archive.moving import move, rows

pytestmark = pytest.mark.django_db


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


def file_that_no_line_names(archive: Path) -> None:
    (archive / "files" / "extra.txt").write_text("Who put this here?")


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
    missing_transcript(archive)
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
    (file_that_no_line_names, "files/extra.txt: no line of the archive names it; take it out, or export anew."),
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
