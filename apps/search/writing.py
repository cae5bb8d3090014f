"""Documents go into an index and out of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Self, cast

import tantivy
from tantivy import Occur, Query

from apps.search.documents import Fields, documents
from apps.search.keys import keys
from apps.search.news import State
from apps.search.rows import ConferenceRow, read
from apps.search.schema import Level
from apps.search.searcher import Searcher

BATCH = 100
"""Conferences that are read at a time: some 6,000 turns."""


class Writer:
    """What is put in takes effect with ``commit``, all at once or not at all.  The block ends with its files joined."""

    def __init__(self, index: tantivy.Index, *, memory: int, threads: int) -> None:
        self._index = index
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
        """Have these conferences as the database has them, each once before a commit.

        Those that it has no more are taken out.  What is still as it was made stays: of a turn that was given a topic
        only that turn and its conference are made again.
        """
        self._index.reload()
        for batch in _batches(conferences):
            had = self._had(batch)
            for conference in read(batch):
                self._replace(conference, had.pop(conference.id, {}))
            for gone in had:
                self._writer.delete_documents_by_term("conference", gone)

    def add(self, conferences: Sequence[int]) -> None:
        """Add the conferences, which the index does not have yet."""
        for batch in _batches(conferences):
            for conference in read(batch):
                self._add(documents(conference))

    def commit(self, state: State) -> None:
        self._writer.delete_documents_by_term("level", int(Level.STATE))
        self._writer.add_document(tantivy.Document(level=[int(Level.STATE)], state=str(state)))
        self._writer.commit()

    def _had(self, conferences: Sequence[int]) -> dict[int, dict[int, int]]:
        """Of each of the conferences that the index has the fingerprints, by turn."""
        found: dict[int, dict[int, int]] = defaultdict(dict)
        these = Query.term_set_query(self._index.schema, "conference", conferences)
        for conference, turn, mark in keys(cast("Searcher", self._index.searcher()), these):
            found[conference][turn] = mark
        return found

    def _replace(self, conference: ConferenceRow, had: dict[int, int]) -> None:
        made = {document["turn"]: document for document in documents(conference)}
        same = {turn for turn, document in made.items() if had.get(turn) == document["fingerprint"]}
        if same:
            for turn in had.keys() - same:
                self._writer.delete_documents_by_query(self._one(conference.id, turn))
        else:
            self._writer.delete_documents_by_term("conference", conference.id)
        self._add(document for turn, document in made.items() if turn not in same)

    def _one(self, conference: int, turn: int) -> Query:
        """A turn may go from one conference to another, in either order."""
        both = {"conference": conference, "turn": turn}
        terms = (Query.term_query(self._index.schema, name, value) for name, value in both.items())
        return Query.boolean_query([(Occur.Must, term) for term in terms])

    def _add(self, made: Iterable[Fields]) -> None:
        for document in made:
            self._writer.add_document(tantivy.Document.from_dict(document))


def _batches(conferences: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(conferences), BATCH):
        yield conferences[start : start + BATCH]
