"""A folder of plain files -> an empty database."""

import hashlib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pghistory
from django.db import DatabaseError, connection, transaction
from django.db.models import AutoField, Model

from apps.archive.accounts import Arriving
from apps.archive.carried import carried_models, rows_path
from apps.archive.errors import ArchiveError
from apps.archive.insert import Numbered, broken_link, insert_rows, reason
from apps.archive.manifest import NAME, Manifest, parse_manifest
from apps.archive.reading import check_files, check_sum, read_lines, read_manifest, read_originals
from apps.archive.source_files import AT_ONCE, LIST
from apps.archive.values import arrive
from apps.conferences.models import Conference, SourceFile


def import_archive(folder: Path) -> Manifest:
    """Check the archive, then take it in, whole or not at all.

    Raises ArchiveError if it is damaged or does not fit, and if the database holds a record already.
    """
    manifest = check_archive(folder)
    # As the work of a machine the rows make no history of their own: theirs is in the archive.
    with transaction.atomic(), pghistory.context(act="Import of an archive", machine=True):
        _refuse_unless_empty()
        accounts = Arriving(manifest.users)
        for model in carried_models():
            insert_rows(model, _rows(folder, model, manifest, accounts))
        _insert_originals(folder, manifest)
        _check_links(folder, manifest, accounts)
        for model in carried_models():
            _go_on_counting(model, manifest)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # or PostgreSQL plans as if the tables were empty, until it looks by itself
    return manifest


def check_archive(folder: Path) -> Manifest:
    """Read the manifest and every byte that it names.  Raises ArchiveError if something is not as it says."""
    manifest = parse_manifest(read_manifest(folder))
    for model in carried_models():
        check_sum(folder, rows_path(model), manifest.rows[model._meta.label_lower])
    check_sum(folder, LIST, manifest.files)
    originals = {path for _, _, path, _ in read_originals(folder, manifest.files)}
    check_files(folder, {NAME, LIST, *map(rows_path, carried_models()), *originals})
    return manifest


def _refuse_unless_empty() -> None:
    models: list[type[Model]] = [*carried_models(), SourceFile]
    with connection.cursor() as cursor:  # and it stays empty: until the end nobody else writes
        tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")
    counts = {model._meta.verbose_name_plural: model._base_manager.count() for model in models}
    there = [f"{count} {name}" for name, count in counts.items() if count]
    if there:
        raise ArchiveError(
            f"This database holds a record already ({', '.join(there)}). An archive goes into a new database only."
        )


def _rows(folder: Path, model: type[Model], manifest: Manifest, accounts: Arriving) -> Iterator[Numbered]:
    name, convert = rows_path(model), arrive(model, accounts)
    for line, data in read_lines(folder, name, manifest.rows[model._meta.label_lower]):
        try:
            yield line, convert(data)
        except ValueError as error:
            raise ArchiveError.at(name, line, f"{error}.") from error


def _insert_originals(folder: Path, manifest: Manifest) -> None:
    """Every conference has its file; its bytes are kept where they are more than its text."""
    conferences = Conference.objects.order_by("pk").values_list("pk", "source_text", "source_sha256")
    waiting: list[SourceFile] = []
    files = read_originals(folder, manifest.files)
    for file, conference in zip_longest(files, conferences.iterator(chunk_size=AT_ONCE)):
        if file is None:
            raise ArchiveError(f"{LIST}: the file of conference {conference[0]} is missing.")
        line, pk, _, data = file
        if conference is None or conference[0] != pk:
            raise ArchiveError.at(LIST, line, f"there is no conference {pk}, or the file of an earlier one is missing.")
        if data != conference[1].encode():
            if hashlib.sha256(data).hexdigest() != conference[2]:
                raise ArchiveError.at(LIST, line, f"the file is not the one that conference {pk} was read from.")
            waiting.append(SourceFile(conference_id=pk, data=data))
        if len(waiting) == AT_ONCE:
            SourceFile.objects.bulk_create(waiting)
            waiting.clear()
    SourceFile.objects.bulk_create(waiting)


def _check_links(folder: Path, manifest: Manifest, accounts: Arriving) -> None:
    """Have the database check what it puts off until the end of a transaction, and name the line that it minds."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError as error:
        table, columns = broken_link(error) or ("", {})
        for model in carried_models():
            if model._meta.db_table == table:
                for line, row in _rows(folder, model, manifest, accounts):
                    if all(str(row[column]) == value for column, value in columns.items()):
                        raise ArchiveError.at(rows_path(model), line, f"{reason(error)}.") from error
        raise ArchiveError(f"The rows do not fit each other: {reason(error)}.") from error


def _go_on_counting(model: type[Model], manifest: Manifest) -> None:
    """New rows get ids that no row ever had, as on the site that the archive comes from."""
    pk: Any = model._meta.pk
    if not isinstance(pk, AutoField):
        return
    table, column = (connection.ops.quote_name(name) for name in (model._meta.db_table, str(pk.column)))
    last = manifest.rows[model._meta.label_lower].last_id
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence(%s, %s), COALESCE(last, 1), last IS NOT NULL)"  # noqa: S608 - our own names
            f" FROM (SELECT GREATEST(%s::bigint, max({column})) AS last FROM {table}) t",
            [table, pk.column, last],
        )
