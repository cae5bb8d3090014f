"""The database -> a folder of plain files."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction
from django.db.models import AutoField, Model

from apps.archive.accounts import Departing
from apps.archive.carried import carried_fields, carried_models, carried_rows, rows_path
from apps.archive.errors import ArchiveError
from apps.archive.manifest import NAME, Listed, Manifest, rostrum_version, schema
from apps.archive.source_files import LIST, originals
from apps.archive.values import depart, to_line

AT_ONCE = 200


def export_archive(folder: Path) -> Manifest:
    """Write the record as it is at this moment, while others go on; the folder appears when it is whole.

    Raises ArchiveError if the folder exists, and OSError if it cannot be written.
    """
    if os.path.lexists(folder):
        raise ArchiveError(f"{folder} exists already; name a new folder.")
    if not folder.parent.is_dir():
        raise ArchiveError(f"There is no folder {folder.parent}.")
    with _appearing(folder) as beside, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return write_archive(beside)


def write_archive(folder: Path) -> Manifest:
    """Write the record into an empty folder, manifest last.  The same record makes the same bytes."""
    tables, accounts = schema(), Departing()
    files = _write_files(folder)
    rows = {model._meta.label_lower: _write_rows(folder, model, accounts) for model in carried_models()}
    manifest = Manifest(rostrum_version(), tables, sorted(accounts.named), rows, files)
    (folder / NAME).write_bytes(manifest.as_json())
    return manifest


@contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    """A folder beside, that gets the name when all is on the disk.  Whatever goes wrong, no half one has the name."""
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", suffix=".partial", dir=folder.parent))
    try:
        yield beside
        os.sync()
        beside.rename(folder)
    finally:
        if beside.exists():
            shutil.rmtree(beside, ignore_errors=True)


def _write_files(folder: Path) -> Listed:
    def lines() -> Iterator[bytes]:
        for file in originals():
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            about = {"conference": file.conference, "path": file.path, "as_imported": file.is_as_imported}
            yield to_line({**about, "sha256": hashlib.sha256(file.data).hexdigest()})

    return _write_lines(folder / LIST, lines())


def _write_rows(folder: Path, model: type[Model], accounts: Departing) -> Listed:
    names = [field.attname for field in carried_fields(model)]
    rows = carried_rows(model).values_list(*names).iterator(chunk_size=AT_ONCE)
    path = folder / rows_path(model)
    path.parent.mkdir(exist_ok=True)
    return _write_lines(path, map(to_line, map(depart(model, accounts), rows)), last_id(model))


def _write_lines(path: Path, lines: Iterator[bytes], last: int | None = None) -> Listed:
    count, sha256 = 0, hashlib.sha256()
    with path.open("wb") as file:
        for line in lines:
            file.write(line)
            sha256.update(line)
            count += 1
    return Listed(count, sha256.hexdigest(), last)


def last_id(model: type[Model]) -> int | None:
    """The last id that the table gave away, perhaps to a row that is gone: the history may still know it."""
    if not isinstance(model._meta.pk, AutoField):
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)",
            [connection.ops.quote_name(model._meta.db_table), model._meta.pk.column],
        )
        last: int | None = cursor.fetchone()[0]
    return last
