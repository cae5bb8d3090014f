"""Many files, one after the other."""

from collections.abc import Generator, Iterable

from django.contrib.auth.models import User

from apps.conferences.importing.files import File
from apps.conferences.importing.importer import import_file, preview_file
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.matching import Beside
from apps.conferences.importing.result import Outcome, Result


def import_files(files: Iterable[File], user: User | None = None) -> Generator[Result]:
    """Import file by file, each in its own transaction, and tell what became of it.  One that fails stops no other."""
    together = list(files)
    beside = _names(together)
    log = ImportLog(user)
    try:
        for file in together:
            result = import_file(file, beside, log)
            log.unchanged += result.outcome == Outcome.UNCHANGED
            yield result
    finally:
        log.finish()


def preview_files(files: Iterable[File]) -> Generator[Result]:
    """What ``import_files`` would do.  Writes nothing."""
    together = list(files)
    beside = _names(together)
    for file in together:
        yield preview_file(file, beside)


def _names(files: Iterable[File]) -> Beside:
    return frozenset((file.source, file.name) for file in files)
