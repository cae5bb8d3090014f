"""The words that are looked for, each time they stand in a passage, on a line with what is beside them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import itemgetter
from typing import Any

from django.core.cache import caches

from apps.browse.context import Context, in_context, occurrences, words_after, words_before
from apps.browse.excerpts import Span
from apps.browse.found import Said, said_in
from apps.browse.fragments import link_to_words
from apps.browse.listed import ListedTurn, listed_turns
from apps.browse.word_filters import MOST_SORTED, ConcordanceFilter
from apps.search.matching import spans
from apps.search.opened import OpenIndex
from apps.search.results import Hit
from apps.search.schema import Level
from apps.search.search import count, search

AT_ONCE = 1_000
KEPT_FOR = 600  # seconds

Place = tuple[int, int, int]
"""A turn's id, and from where to where in its text."""


@dataclass(frozen=True, slots=True)
class Line:
    """``turn.conference`` is at hand; ``query`` is what was typed."""

    turn: ListedTurn
    span: Span
    context: Context
    query: str

    @property
    def url(self) -> str:
        """It leads to the words."""
        return link_to_words(self.turn, self.query, self.span)


def lines(turns: Iterable[ListedTurn], filterset: ConcordanceFilter) -> Iterator[Line]:
    """Of each turn those that it has, in order."""
    words = filterset.reading.expression
    for turn in turns:
        for span in occurrences(spans(words, turn.text, turn.conference.language)):
            yield _line(turn, span, filterset)


def all_lines(filterset: ConcordanceFilter, index: OpenIndex) -> Iterator[Line]:
    """All that there are, of the same state of the index, and of turns that are still there.

    In the order of the page; of more passages than are sorted, by date.
    """
    asked = replace(filterset.query(Level.TURN), limit=AT_ONCE)
    if filterset.is_sorted and count(asked, index) <= MOST_SORTED:
        yield from lines_at(sorted_places(search(asked, index=index).hits, filterset, index), filterset)
        return
    while hits := search(asked, index=index).hits:
        yield from lines(listed_turns(hit.turn for hit in hits), filterset)
        asked = replace(asked, offset=asked.offset + AT_ONCE)


def sorted_places(hits: Iterable[Hit], filterset: ConcordanceFilter, index: OpenIndex) -> list[Place]:
    """Where the lines of all ``hits`` of the filters stand, sorted by what is in them.

    They are kept for other pages of the same, until the index changes.
    """
    asked, order = filterset.query(Level.TURN), filterset.values["order"]
    kept, key = caches["concordance"], sha256(f"{index.version} {order} {asked}".encode()).hexdigest()
    places: list[Place] | None = kept.get(key)
    if places is None:
        found = [
            (SORTED_BY[order](said, span), (said.turn, *span))
            for said in said_in((hit.turn for hit in hits), by_whom=order == "speaker")
            for span in occurrences(spans(asked.words, said.text, said.language))
        ]
        places = [place for _, place in sorted(found, key=itemgetter(0))]
        kept.set(key, places, KEPT_FOR)
    return places


def lines_at(places: list[Place], filterset: ConcordanceFilter) -> list[Line]:
    """One query."""
    turns = {turn.pk: turn for turn in listed_turns({turn for turn, *_ in places})}
    return [_line(turns[turn], (start, end), filterset) for turn, start, end in places if turn in turns]


def _line(turn: ListedTurn, span: Span, filterset: ConcordanceFilter) -> Line:
    return Line(turn, span, in_context(turn.text, span), filterset.values.get("q", ""))


SORTED_BY: dict[str, Callable[[Said, Span], Any]] = {
    "left": lambda said, span: words_before(said.text, span),
    "right": lambda said, span: words_after(said.text, span),
    "speaker": lambda said, _: (not said.speaker, said.speaker.casefold()),
}
"""By order.  Of equal ones the newest comes first."""
