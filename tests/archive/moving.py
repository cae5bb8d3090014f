"""Moving the record out and in again, for the tests of the archive."""

import json
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Model

from apps.archive.carried import carried_models
from apps.archive.export import write_archive
from apps.archive.restore import import_archive
from apps.conferences.models import SourceFile
from tests.emptying import empty

MODELS: list[type[Model]] = [*carried_models(), SourceFile]


def export_to(folder: Path) -> Path:
    """The archive, from within a test's transaction."""
    folder.mkdir()
    write_archive(folder)
    return folder


def empty_the_record() -> None:
    end_transaction()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    empty(model._meta.db_table for model in MODELS)


def restore(folder: Path) -> None:
    """Import, from within a test's transaction."""
    import_archive(folder)
    end_transaction()


def end_transaction() -> None:
    """What a transaction set for itself ends with it; within a test's it has to be told."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("SELECT set_config('lock_timeout', '0', true)")
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
        cursor.execute("SELECT set_config('pghistory.context_metadata', '', true)")


def move(folder: Path) -> Path:
    export_to(folder)
    empty_the_record()
    restore(folder)
    return folder


def rows() -> dict[str, list[Any]]:
    """Every row as PostgreSQL prints it."""
    found = {}
    with connection.cursor() as cursor:
        for model in MODELS:
            cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t ORDER BY {model._meta.pk.column}")
            found[model._meta.label] = [row for (row,) in cursor.fetchall()]
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_bytes().splitlines()]
