"""Which documents an index has, and whether each is still as it was made."""

from collections.abc import Iterator
from typing import cast

import tantivy

from apps.search.documents import Fields
from apps.search.searcher import Searcher

Key = tuple[int, int, int]
"""Of a document: its conference, its turn or 0, and its fingerprint."""
KEY = ("conference", "turn", "fingerprint")


def key_of(document: Fields) -> Key:
    return document["conference"], document["turn"], document["fingerprint"]


def keys(searcher: Searcher, query: tantivy.Query) -> Iterator[Key]:
    """Of all documents that the query finds."""
    count = searcher.search(query, limit=1).count
    places = [place for _, place in searcher.search(query, limit=max(count, 1)).hits]
    columns = [searcher.fast_field_values(name, places) for name in KEY]
    return cast("Iterator[Key]", zip(*columns, strict=True))
