"""Lines of a concordance, sorted by what is in them: for that each passage must be read."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256

from django.core.cache import caches

from apps.browse.context import occurrences, words_after, words_before
from apps.browse.excerpts import Span
from apps.browse.found import Said, said_in
from apps.browse.word_filters import ConcordanceFilter
from apps.search.matching import finder
from apps.search.opened import OpenIndex
from apps.search.results import Hit
from apps.search.schema import Level
from apps.search.search import search

AT_ONCE = 1_000
"""Passages that are read together."""
KEPT_FOR = 600  # seconds
LAST = "\U0010ffff"
"""Comes after any text."""

Place = tuple[int, int, int]
"""A turn's id, and from where to where in its text."""


def sorted_places(hits: Iterable[Hit], filterset: ConcordanceFilter, index: OpenIndex) -> list[Place]:
    """Where the lines of ``hits`` of the filters stand.

    They are kept for other pages of the same, until the index changes.
    """
    asked, order = filterset.query(Level.TURN), filterset.values["order"]
    kept, key = caches["concordance"], sha256(f"{index.version} {order} {asked}".encode()).hexdigest()
    places: list[Place] | None = kept.get(key)
    if places is None:
        places = [(turn, start, end) for _, turn, start, end in sorted(_keyed(hits, filterset), key=lambda one: one[0])]
        kept.set(key, places, KEPT_FOR)
    return places


def all_places(filterset: ConcordanceFilter, index: OpenIndex) -> Iterator[Place]:
    """Where all lines of the filters stand.  However many they are, little memory is needed: SQLite sorts on the disk.

    All are read before the first is there.
    """
    with closing(sqlite3.connect("", check_same_thread=False)) as file:  # temporary, and nobody else's
        file.execute("CREATE TABLE line (key TEXT, turn INTEGER, start INTEGER, past INTEGER)")
        for hits in all_hits(filterset, index):
            file.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", _keyed(hits, filterset))
        yield from file.execute("SELECT turn, start, past FROM line ORDER BY key, rowid")


def all_hits(filterset: ConcordanceFilter, index: OpenIndex) -> Iterator[list[Hit]]:
    """By date, a part at a time, of the same state of the index."""
    asked = replace(filterset.query(Level.TURN), limit=AT_ONCE)
    while hits := search(asked, index=index).hits:
        yield hits
        asked = replace(asked, offset=asked.offset + AT_ONCE)


def _keyed(hits: Iterable[Hit], filterset: ConcordanceFilter) -> Iterator[tuple[str, int, int, int]]:
    """The places with what each is sorted by: text, which Python and SQLite sort alike."""
    asked, order = filterset.query(Level.TURN), filterset.values["order"]
    words_in = cache(partial(finder, asked.words))
    for said in said_in((hit.turn for hit in hits), by_whom=order == "speaker"):
        for span in occurrences(words_in(said.language)(said.text)):
            yield SORTED_BY[order](said, span), said.turn, *span


SORTED_BY: dict[str, Callable[[Said, Span], str]] = {
    "left": lambda said, span: " ".join(words_before(said.text, span)),
    "right": lambda said, span: " ".join(words_after(said.text, span)),
    "speaker": lambda said, _: said.speaker.casefold() or LAST,
}
"""By order.  Of equal ones the newest comes first."""
