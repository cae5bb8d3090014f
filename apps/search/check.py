"""Is the index what the database says, row by row?"""

from collections import Counter
from collections.abc import Iterable, Iterator

import tantivy

from apps.conferences.models import Conference
from apps.search.documents import documents
from apps.search.opened import OpenIndex
from apps.search.rows import read
from apps.search.writing import BATCH

Keys = Counter[tuple[int, ...]]
KEY = ("conference", "turn", "fingerprint")


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


def _key(document: tantivy.Document) -> tuple[int, ...]:
    return tuple(document[name][0] for name in KEY)


def _indexed(index: OpenIndex, first: int, last: int | None) -> Keys:
    between = tantivy.Query.range_query(index.schema, "conference", tantivy.FieldType.Integer, first, last)
    count = index.searcher.search(between, limit=1).count
    hits = index.searcher.search(between, limit=max(count, 1)).hits
    addresses = [address for _, address in hits]
    columns = [index.searcher.fast_field_values(name, addresses) for name in KEY]
    return Counter(zip(*columns, strict=True))


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
