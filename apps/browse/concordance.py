"""The words that are looked for, each time they stand in a passage, on a line with what is beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from apps.browse.context import Context, in_context, occurrences
from apps.browse.excerpts import Span
from apps.browse.fragments import link_to_words
from apps.browse.listed import ListedTurn, listed_turns
from apps.browse.sorting import AT_ONCE, Place, all_hits, all_places
from apps.browse.word_filters import ConcordanceFilter
from apps.search.matching import spans
from apps.search.opened import OpenIndex
from apps.search.schema import Level
from apps.search.search import count


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
    if filterset.sorts_the_file(count(filterset.query(Level.TURN), index)):
        places = all_places(filterset, index)
        while some := list(islice(places, AT_ONCE)):
            yield from lines_at(some, filterset)
    else:
        for hits in all_hits(filterset, index):
            yield from lines(listed_turns(hit.turn for hit in hits), filterset)


def lines_at(places: list[Place], filterset: ConcordanceFilter) -> list[Line]:
    """One query."""
    turns = {turn.pk: turn for turn in listed_turns({turn for turn, *_ in places})}
    return [_line(turns[turn], (start, end), filterset) for turn, start, end in places if turn in turns]


def _line(turn: ListedTurn, span: Span, filterset: ConcordanceFilter) -> Line:
    return Line(turn, span, in_context(turn.text, span), filterset.values.get("q", ""))
