"""The rows behind the hits of a search, in the hits' order, with what was looked for marked in them."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q
from django.db.models.functions import Coalesce

from apps.browse.excerpts import excerpt
from apps.browse.filters import ConferenceFilter
from apps.browse.fragments import link_to_words
from apps.browse.passages import Beside, Passage, Passages
from apps.conferences.models import Conference, Turn
from apps.conferences.querysets import TurnQuerySet
from apps.search.matching import spans
from apps.search.opened import OpenIndex
from apps.search.passages import passages
from apps.search.results import Hit
from apps.search.schema import Level

PARTNER = {"question": "answer", "answer": "question"}
_SPEAKER = Coalesce("speaker__survivor__name", "speaker__name", "label")


def found_conferences(hits: Iterable[Hit]) -> list[Conference]:
    """One query.  What is gone since the index was read is left out."""
    ids = [hit.conference for hit in hits]
    rows = Conference.objects.listed().in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def found_turns(ids: Iterable[int | None]) -> list[Turn]:
    """As they come, with their conference and its source, but for those that are gone.  One query."""
    ids = list(ids)
    rows = _turns().select_related("conference__source").defer("conference__source_text").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


class Said(NamedTuple):
    """What lines are sorted by: ``speaker`` is the name after merges, or the printed label."""

    turn: int
    text: str
    language: str
    speaker: str


def said_in(ids: Iterable[int | None]) -> list[Said]:
    """As they come, but for those that are gone.  One query, and nothing is made of its rows."""
    known = [pk for pk in ids if pk is not None]
    found = Turn.objects.standing().filter(pk__in=known).values_list("pk", "text", "conference__language", _SPEAKER)
    rows = {row[0]: Said(*row) for row in found}
    return [rows[pk] for pk in known if pk in rows]


def found_passages(hits: Iterable[Hit], filterset: ConferenceFilter) -> list[Passage]:
    """Two queries: the turns, and those that they answer or that answer them."""
    turns = found_turns(hit.turn for hit in hits)
    exchanges = _exchanges(turns)
    return [_passage(turn, filterset, **_beside(turn, exchanges)) for turn in turns]


def passages_of(
    conferences: Iterable[Conference], filterset: ConferenceFilter, index: OpenIndex
) -> dict[int, Passages]:
    """By conference, the turns that say most of the words looked for; none if there are no words.  One query."""
    by_id = {conference.pk: conference for conference in conferences}
    best = passages(filterset.query(Level.TURN), by_id, index=index)
    rows = _turns().in_bulk([pk for said in best.values() for pk in said.turns])
    for turn in rows.values():
        turn.conference = by_id[turn.conference_id]
    return {
        conference: Passages(said.total, [_passage(rows[pk], filterset) for pk in said.turns if pk in rows])
        for conference, said in best.items()
    }


def _passage(turn: Turn, filterset: ConferenceFilter, **beside: Beside | None) -> Passage:
    where = spans(filterset.reading.expression, turn.text, turn.conference.language)
    url = link_to_words(turn, filterset.values.get("q", ""), where)
    return Passage(turn, excerpt(turn.text, where), url, **beside)


def _turns() -> TurnQuerySet:
    return Turn.objects.standing().select_related("speaker__survivor", "organisation__survivor")


def _exchanges(turns: Iterable[Turn]) -> dict[tuple[int, int], list[Beside]]:
    """The questions and answers of the exchanges that these turns are in, in order."""
    places = {(turn.conference_id, turn.exchange) for turn in turns if turn.kind in PARTNER and turn.exchange}
    if not places:
        return {}
    there = [Q(conference=conference, exchange=exchange) for conference, exchange in places]
    rows = Turn.objects.standing().filter(reduce(or_, there), kind__in=PARTNER).in_order()
    found: dict[tuple[int, int], list[Beside]] = {}
    for conference, exchange, *told in rows.values_list("conference", "exchange", "pk", "kind", _SPEAKER, "text"):
        found.setdefault((conference, exchange), []).append(Beside(*told))
    return found


def _beside(turn: Turn, exchanges: dict[tuple[int, int], list[Beside]]) -> dict[str, Beside | None]:
    """The last question before an answer, or the first answer after a question."""
    there = exchanges.get((turn.conference_id, turn.exchange), [])
    at = next((at for at, one in enumerate(there) if one.pk == turn.pk), None)
    if at is None:
        return {}
    partner = PARTNER[turn.kind]
    nearest = reversed(there[:at]) if partner == "question" else there[at:]
    return {partner: next((one for one in nearest if one.kind == partner), None)}
