"""Many files, batch by batch."""

from collections.abc import Generator, Iterable

from django.contrib.auth.models import User

from apps.conferences.importing.files import File
from apps.conferences.importing.importer import Importer
from apps.conferences.importing.items import parsed_batches
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.matching import Beside
from apps.conferences.importing.preview import Preview
from apps.conferences.importing.result import Outcome, Result
from apps.transcripts.workers import Workers


def import_files(files: Iterable[File], user: User | None = None, *, again: bool = False) -> Generator[Result]:
    """Import the files and tell in their order what became of each.  One that fails stops no other.

    What is told is saved.  With ``again`` files are parsed anew though their bytes did not change, so that what
    the parser has learnt since reaches the record.
    """
    together = list(files)
    log = ImportLog(user)
    importer = Importer(_names(together), log, again=again)
    try:
        with Workers() as workers:
            for items in parsed_batches(together, workers, again=again):
                importer.save(items)
                results = [item.result for item in items if item.result]
                log.unchanged += sum(result.outcome == Outcome.UNCHANGED for result in results)
                yield from results
    finally:
        log.finish()


def preview_files(files: Iterable[File]) -> Generator[Result]:
    """What ``import_files`` would do.  Writes nothing."""
    together = list(files)
    preview = Preview(_names(together))
    with Workers() as workers:
        for items in parsed_batches(together, workers, again=False):
            yield from map(preview.of, items)


def _names(files: Iterable[File]) -> Beside:
    return frozenset((file.source, file.name) for file in files)
