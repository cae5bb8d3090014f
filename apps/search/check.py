"""Is the index what the database says, row by row?"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

import tantivy

from apps.conferences.models import Conference
from apps.search.documents import documents
from apps.search.keys import Key, key_of, keys
from apps.search.opened import OpenIndex
from apps.search.rows import read
from apps.search.writing import BATCH

Keys = Counter[Key]


def differences(index: OpenIndex, changed: Callable[[], Collection[int]] = tuple) -> Iterator[str]:
    """One sentence for each document that is missing, too many, or made of other words than the database has now.

    Where there are some, ``changed`` is asked which conferences have changed by then: they are passed over.
    """
    last = 0
    pks = list(Conference.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        expected = Counter(key_of(document) for row in read(batch) for document in documents(row))
        yield from _compared(expected, _indexed(index, last + 1, batch[-1]), changed)
        last = batch[-1]
    yield from _compared(Counter(), _indexed(index, last + 1, None), changed)


def _indexed(index: OpenIndex, first: int, last: int | None) -> Keys:
    between = tantivy.Query.range_query(index.schema, "conference", tantivy.FieldType.Integer, first, last)
    return Counter(keys(index.searcher, between))


def _compared(expected: Keys, found: Keys, changed: Callable[[], Collection[int]]) -> Iterator[str]:
    missing, too_many = expected - found, found - expected
    passed = set(changed()) if missing or too_many else ()
    for some, what in (
        (missing, "is not in the index as the database has it"),
        (too_many, "is in the index as the database has it not"),
    ):
        for key, times in sorted(some.items()):
            if key[0] not in passed:
                yield f"{_named(key)} {what}{_often(times)}."


def _named(key: Key) -> str:
    conference, turn, _ = key
    return f"Turn {turn} of conference {conference}" if turn else f"Conference {conference}"


def _often(times: int) -> str:
    return f", {times} times" if times > 1 else ""
