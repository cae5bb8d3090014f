"""Is the index what the database says, row by row, and are its files what was written?"""

import json
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import tantivy

from apps.conferences.models import Conference
from apps.search.documents import documents
from apps.search.opened import OpenIndex
from apps.search.rows import read
from apps.search.writing import BATCH

Keys = Counter[tuple[int, ...]]
KEY = ("conference", "turn", "fingerprint")
FOOTER = struct.Struct("<II")  # how long the JSON before it is, and a number that every file ends with
PIECE = 1 << 20  # bytes


def differences(index: OpenIndex, leaving_out: Iterable[int] = ()) -> Iterator[str]:
    """One sentence for each document that is missing, too many, or made of other words than the database has now.

    Conferences in ``leaving_out`` are passed over: those that are known to have changed.
    """
    last, passed = 0, set(leaving_out)
    pks = list(Conference.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        expected = Counter(_key(document) for row in read(batch) for document in documents(row))
        yield from _compared(expected, _indexed(index, last + 1, batch[-1]), passed)
        last = batch[-1]
    yield from _compared(Counter(), _indexed(index, last + 1, None), passed)


def broken_files(index: OpenIndex) -> Iterator[str]:
    """The names of the index's files whose content is not what their checksum says."""
    about = json.loads((index.path / "meta.json").read_text())
    for segment in about["segments"]:
        for path in sorted(index.path.glob(f"{segment['segment_id'].replace('-', '')}.*")):
            if not _is_whole(path):
                yield path.name


def _key(document: tantivy.Document) -> tuple[int, ...]:
    return tuple(document[name][0] for name in KEY)


def _indexed(index: OpenIndex, first: int, last: int | None) -> Keys:
    between = tantivy.Query.range_query(index.schema, "conference", tantivy.FieldType.Integer, first, last)
    count = index.searcher.search(between, limit=1).count
    hits = index.searcher.search(between, limit=max(count, 1), count=False).hits
    addresses = [address for _, address in hits]
    columns = [index.searcher.fast_field_values(name, addresses) for name in KEY]
    return Counter(zip(*columns, strict=True))  # type: ignore[arg-type]


def _compared(expected: Keys, found: Keys, passed: set[int]) -> Iterator[str]:
    missing, too_many = (
        {key: times for key, times in some.items() if key[0] not in passed}
        for some in (expected - found, found - expected)
    )
    for key, times in sorted(missing.items()):
        yield f"{_named(key)} is not in the index as the database has it{_often(times)}."
    for key, times in sorted(too_many.items()):
        yield f"{_named(key)} is in the index as the database has it not{_often(times)}."


def _named(key: tuple[int, ...]) -> str:
    conference, turn, _ = key
    return f"Turn {turn} of conference {conference}" if turn else f"Conference {conference}"


def _often(times: int) -> str:
    return f", {times} times" if times > 1 else ""


def _is_whole(path: Path) -> bool:
    """Whether the file's checksum, which tantivy writes at its end, is that of what stands before."""
    size = path.stat().st_size
    with path.open("rb") as file:
        try:
            file.seek(size - FOOTER.size)
            length, _ = FOOTER.unpack(file.read())
            file.seek(size - FOOTER.size - length)
            told = json.loads(file.read(length))["crc"]
        except (OSError, ValueError, KeyError, TypeError, struct.error):
            return False
        file.seek(0)
        left, found = size - FOOTER.size - length, 0
        while left and (piece := file.read(min(PIECE, left))):
            found = zlib.crc32(piece, found)
            left -= len(piece)
        return bool(found == told)
