"""Archives that somebody changed, and what an import says to them."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from apps.archive.errors import ArchiveError
from apps.archive.restore import import_archive
from tests.archive.moving import rows

TURNS, TAGS, ACTS = "rows/conferences.turn.jsonl", "rows/annotations.tag.jsonl", "rows/pghistory.context.jsonl"
CONFERENCES = "rows/conferences.conference.jsonl"


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
