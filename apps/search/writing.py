"""Documents go into an index and out of it."""

from collections.abc import Sequence
from typing import Self

import tantivy

from apps.search.documents import documents
from apps.search.news import State
from apps.search.rows import read
from apps.search.schema import Level

BATCH = 100
"""Conferences that are read at a time: some 6,000 turns."""


class Writer:
    """What is put in takes effect with ``commit``, all at once or not at all.  The block ends with its files joined."""

    def __init__(self, index: tantivy.Index, *, memory: int, threads: int) -> None:
        self._writer = index.writer(heap_size=memory, num_threads=threads)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self._writer.wait_merging_threads()
        del self._writer  # and its lock, however long somebody keeps the error and with it this

    def take_away_leftovers(self) -> None:
        """Of a writer that was killed: this one begins where it did, and would give its files the same names."""
        self._writer.garbage_collect_files()

    def put(self, conferences: Sequence[int]) -> None:
        """Have these conferences as the database has them: those that it has no more are taken out."""
        for conference in conferences:
            self._writer.delete_documents_by_term("conference", conference)
        self.add(conferences)

    def add(self, conferences: Sequence[int]) -> None:
        """Add the conferences, which the index does not have yet."""
        for start in range(0, len(conferences), BATCH):
            for conference in read(conferences[start : start + BATCH]):
                for document in documents(conference):
                    self._writer.add_document(document)

    def commit(self, state: State) -> None:
        self._writer.delete_documents_by_term("level", int(Level.STATE))
        self._writer.add_document(tantivy.Document(level=[int(Level.STATE)], state=str(state)))
        self._writer.commit()
