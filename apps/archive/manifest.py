"""``manifest.json``: what an archive holds, how much of it, and the tables that it fits into."""

import json
import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from apps.archive.carried import carried_models
from apps.archive.errors import ArchiveError

NAME = "manifest.json"
FORMAT = "Rostrum archive 1"
SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of lines: how many, the SHA-256 of its bytes, and the last id that its table gave away."""

    rows: int
    sha256: str
    last_id: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """``rows`` by model, ``users`` all that the rows name; ``files`` is the list of the transcripts (files.jsonl)."""

    rostrum: str
    schema: dict[str, list[str]]
    users: list[str]
    rows: dict[str, Listed]
    files: Listed
    format: str = FORMAT

    def as_json(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def rostrum_version() -> str:
    project = tomllib.loads(Path(settings.BASE_DIR, "pyproject.toml").read_text())["project"]
    return str(project["version"])


def schema() -> dict[str, list[str]]:
    """The last migration of each app that an archive has rows of: two sites with the same have the same tables.

    Raises ArchiveError where the database is not brought up to them.
    """
    loader = MigrationLoader(connection)
    labels = sorted({model._meta.app_label for model in carried_models()})
    last = {label: sorted(name for _, name in loader.graph.leaf_nodes(label)) for label in labels}
    if any((label, name) not in loader.applied_migrations for label in last for name in last[label]):
        raise ArchiveError("The database is not up to date: run `manage.py migrate` first.")
    return last


def parse_manifest(data: bytes) -> Manifest:
    """Raises ArchiveError for what is no manifest, or one of an archive that does not fit into this database."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ArchiveError(f"{NAME}: it is not JSON ({error}).") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ArchiveError(f"{NAME}: it is not of a “{FORMAT}”.")
    if unknown := found.keys() ^ Manifest.__dataclass_fields__.keys():
        raise ArchiveError(f"{NAME}: “{min(unknown)}” is missing or unknown.")
    if found["schema"] != schema():
        raise ArchiveError(
            f"{NAME}: the archive is of Rostrum {found['rostrum']} and its tables differ from those of this"
            f" Rostrum {rostrum_version()}; import it with that version, then bring the site up to date."
        )
    users, rows = found["users"], found["rows"]
    if not isinstance(users, list) or not all(isinstance(name, str) for name in users):
        raise ArchiveError(f"{NAME}: “users” must be a list of names.")
    labels = {model._meta.label_lower for model in carried_models()}
    if not isinstance(rows, dict) or rows.keys() != labels:
        odd = min(labels ^ rows.keys()) if isinstance(rows, dict) else "rows"
        raise ArchiveError(f"{NAME}: “{odd}” is missing, or no table of this Rostrum.")
    listed = {label: _listed(label, entry) for label, entry in rows.items()}
    return Manifest(str(found["rostrum"]), found["schema"], users, listed, _listed("files", found["files"]))


def _listed(name: str, entry: Any) -> Listed:
    if not isinstance(entry, dict) or entry.keys() != Listed.__dataclass_fields__.keys():
        raise ArchiveError(f"{NAME}: “{name}” must have rows, sha256 and last_id.")
    sha256 = entry["sha256"]
    numbers = [entry["rows"], *([] if entry["last_id"] is None else [entry["last_id"]])]
    if not all(isinstance(number, int) and 0 <= number < 2**63 for number in numbers):
        raise ArchiveError(f"{NAME}: “{name}” must have whole numbers for rows and last_id.")
    if not isinstance(sha256, str) or not SHA256.fullmatch(sha256):
        raise ArchiveError(f"{NAME}: “{name}” has no SHA-256.")
    return Listed(**entry)
