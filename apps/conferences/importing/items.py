"""Files on their way through an import: read, compared by their bytes, parsed.  What is decided has a result."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise

from apps.conferences.importing.failing import failed
from apps.conferences.importing.files import File
from apps.conferences.importing.result import Outcome, Result
from apps.conferences.importing.sources import Sources
from apps.conferences.models import Conference
from apps.transcripts import Note, Transcript, parse
from apps.transcripts.workers import Parsing, Workers

MOST_FILES = 100
MOST_BYTES = 8_000_000
"""So much is read, parsed and saved together."""


@dataclass(slots=True, eq=False)
class Item:
    """A file, and how far it has come."""

    file: File
    data: bytes = b""
    sha256: str = ""
    transcript: Transcript = field(init=False)
    result: Result | None = None
    notes: tuple[Note, ...] = ()

    def take(self, found: Transcript | Exception) -> None:
        """What parsing came to.  The bytes are let go where the transcript's text says as much."""
        if isinstance(found, Transcript):
            self.transcript = found
            if self.data == found.text.encode():
                self.data = b""
        else:
            self.data = b""
            self.result = failed(self.file, found)

    def parse_after_all(self) -> None:
        """It was not parsed because it stood as it is; by now another file of the import has changed that."""
        if not hasattr(self, "transcript"):
            self.result = None
            self.take(parse(self.data))


def parsed_batches(files: Iterable[File], workers: Workers, *, again: bool) -> Iterator[list[Item]]:
    """Batch by batch all that can be told without writing; while one is worked on, the next is being parsed."""
    begun: Iterator[tuple[list[Item], Parsing] | None] = (_begun(batch, workers, again) for batch in _read(files))
    for batch, _ in pairwise(chain(begun, [None])):
        if batch:
            items, parsing = batch
            for item, found in zip([item for item in items if not item.result], parsing, strict=True):
                item.take(found)
            yield items


def unchanged(items: Iterable[Item], sources: Sources) -> dict[Item, Conference]:
    """Those that stand as their bytes have them, in one query."""
    keys = {item: (source.pk, item.sha256) for item in items if (source := sources.get(item.file.source))}
    found = Conference.objects.of_files(keys.values()) if keys else ()
    standing = {(conference.source_id, conference.source_sha256): conference for conference in found}
    return {item: standing[key] for item, key in keys.items() if key in standing}


def _begun(items: list[Item], workers: Workers, again: bool) -> tuple[list[Item], Parsing]:
    if not again:
        sources = Sources(item.file.source for item in items)
        for item, conference in unchanged([item for item in items if not item.result], sources).items():
            item.result = Result(item.file.shown, Outcome.UNCHANGED, conference)
    return items, workers.begin(item.data for item in items if not item.result)


def _read(files: Iterable[File]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for file in files:
        item = Item(file)
        try:
            item.data = file.read()
            item.sha256 = hashlib.sha256(item.data).hexdigest()
        except Exception as error:  # noqa: BLE001 - one file's defect must not stop the ten thousand after it
            item.result = failed(file, error)
        batch.append(item)
        size += len(item.data)
        if size >= MOST_BYTES or len(batch) >= MOST_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
