"""The rows behind the hits of a search, in the hits' order, with what was looked for marked in them."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from django.db.models import Value

from apps.browse.excerpts import Span, densest, excerpt
from apps.browse.filters import ConferenceFilter
from apps.browse.fragments import link_to_words
from apps.browse.listed import WHO, ListedTurn, listed_turns
from apps.browse.passages import Beside, Passage, Passages
from apps.browse.why_found import why_found
from apps.conferences.models import Conference, Turn
from apps.conferences.prepared import Among, PairAmong, Prepared
from apps.search.language import looked_for
from apps.search.matching import spans
from apps.search.opened import OpenIndex
from apps.search.passages import passages
from apps.search.results import Hit
from apps.search.schema import Level

PARTNER = {"question": "answer", "answer": "question"}


class Said(NamedTuple):
    """What lines are sorted by: ``speaker`` is the name after merges, or the printed label; empty if not asked for."""

    turn: int
    text: str
    language: str
    speaker: str


def said_in(ids: Iterable[int | None], *, by_whom: bool) -> list[Said]:
    """As they come, but for those that are gone.

    Two queries: joined to all conferences it takes twice as long.  To say by whom takes half as long again.
    """
    known = [pk for pk in ids if pk is not None]
    rows = {row[0]: row for row in _said(by_whom=by_whom)(ids=known)}
    languages = dict(_languages()(ids=list({conference for *_, conference in rows.values()})))
    there = (rows[pk] for pk in known if pk in rows)
    return [Said(pk, text, languages[of], speaker) for pk, text, speaker, of in there if of in languages]


def found_passages(hits: Iterable[Hit], filterset: ConferenceFilter) -> list[Passage]:
    """Two queries: the turns, and those that they answer or that answer them; one or two more for why they are found.

    The words looked for are marked, or where there are none those that the chosen topics rest on, and names.
    """
    turns = listed_turns(hit.turn for hit in hits)
    exchanges = _exchanges(turns)
    asked = filterset.query(Level.TURN)
    has_words = asked.words is not None and any(looked_for(asked.words))
    why = {} if has_words else why_found(turns, asked.topics, asked.entities)
    return [_passage(turn, filterset, why.get(turn.pk), **_beside(turn, exchanges)) for turn in turns]


def passages_of(conferences: Iterable[int], filterset: ConferenceFilter, index: OpenIndex) -> dict[int, Passages]:
    """By conference, the turns that say most of the words looked for; none if there are no words.  One query."""
    best = passages(filterset.query(Level.TURN), list(conferences), index=index)
    turns = {turn.pk: turn for turn in listed_turns(pk for said in best.values() for pk in said.turns)}
    return {
        conference: Passages(said.total, [_passage(turns[pk], filterset) for pk in said.turns if pk in turns])
        for conference, said in best.items()
    }


def _passage(
    turn: ListedTurn, filterset: ConferenceFilter, why: list[Span] | None = None, **beside: Beside | None
) -> Passage:
    """``why`` is what to mark where no words are looked for."""
    where = spans(filterset.reading.expression, turn.text, turn.conference.language)
    url = link_to_words(turn, filterset.values.get("q", ""), densest(where))
    return Passage(turn, turn.who, excerpt(turn.text, where or why or ()), url, turn.outlet or "", **beside)


def _exchanges(turns: Iterable[ListedTurn]) -> dict[tuple[int, int], list[Beside]]:
    """The questions and answers of the exchanges that these turns are in, in order."""
    places = {(turn.conference.pk, turn.exchange) for turn in turns if turn.kind in PARTNER and turn.exchange}
    found: dict[tuple[int, int], list[Beside]] = {}
    for conference, exchange, *told in _asked_and_answered()(places=tuple(places)) if places else ():
        found.setdefault((conference, exchange), []).append(Beside(*told))
    return found


def _beside(turn: ListedTurn, exchanges: dict[tuple[int, int], list[Beside]]) -> dict[str, Beside | None]:
    """The last question before an answer, or the first answer after a question."""
    there = exchanges.get((turn.conference.pk, turn.exchange), [])
    at = next((at for at, one in enumerate(there) if one.pk == turn.pk), None)
    if at is None:
        return {}
    partner = PARTNER[turn.kind]
    nearest = reversed(there[:at]) if partner == "question" else there[at:]
    return {partner: next((one for one in nearest if one.kind == partner), None)}


@cache
def _said(*, by_whom: bool) -> Prepared:
    turns = Turn.objects.standing().filter(Among("pk", "ids")).order_by()
    return Prepared(turns.values_list("pk", "text", WHO if by_whom else Value(""), "conference"))


@cache
def _languages() -> Prepared:
    return Prepared(Conference.objects.filter(Among("pk", "ids")).order_by().values_list("pk", "language"))


@cache
def _asked_and_answered() -> Prepared:
    there = PairAmong("conference", "exchange", "places")
    turns = Turn.objects.standing().filter(there, kind__in=PARTNER).in_order()
    return Prepared(turns.values_list("conference", "exchange", "pk", "kind", WHO, "text"))
