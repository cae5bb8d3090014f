"""Many files, one after the other."""

from collections.abc import Generator, Iterable

from django.contrib.auth.models import User

from apps.conferences.importing.files import File
from apps.conferences.importing.importer import import_file, preview_file
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.result import Result


def import_files(files: Iterable[File], user: User | None = None) -> Generator[Result]:
    """Import file by file, each in its own transaction, and tell what became of it.  One that fails stops no other."""
    log = ImportLog(user)
    try:
        for file in files:
            yield import_file(file, log)
    finally:
        log.finish()


def preview_files(files: Iterable[File]) -> Generator[Result]:
    """What ``import_files`` would do.  Writes nothing."""
    return (preview_file(file) for file in files)
