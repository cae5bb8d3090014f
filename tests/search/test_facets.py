"""Each value of a facet says how many it leaves under all other filters."""

from typing import Any

import pytest

from apps.search.facets import count_values
from apps.search.index import current
from apps.search.language import read
from apps.search.query import Order, SearchQuery
from apps.search.schema import KINDS, Level, Status
from apps.search.search import search
from apps.transcripts import Kind
from tests import make

pytestmark = pytest.mark.django_db


def facet(name: str, text: str = "", **asked: Any) -> dict[int, int]:
    query = SearchQuery(words=read(text).expression, **asked)
    return search(query, facets=[name]).facets[name]


def test_a_conference_counts_once_for_a_topic_however_many_turns_carry_it() -> None:
    parent = make.topic("Defence")
    missiles, ships = make.topic("Missiles", parent=parent), make.topic("Ships", parent=parent)
    ferries, harbours = make.conference("Ferries"), make.conference("Harbours")
    for topic in (missiles, ships):
        make.tag(make.turn(ferries, "Fares rise."), topic)
    make.tag(make.turn(harbours), missiles)
    make.tag(ferries, missiles)
    assert facet("topic") == {parent.pk: 2, missiles.pk: 2, ships.pk: 1}
    assert facet("topic", "fares") == {parent.pk: 1, missiles.pk: 1, ships.pk: 1}
    assert facet("topic", level=Level.TURN) == {parent.pk: 3, missiles.pk: 2, ships.pk: 1}


def test_a_chosen_topic_narrows_the_other_topics_since_all_must_be_there() -> None:
    missiles, ships = make.topic("Missiles"), make.topic("Ships")
    both, one = make.turn(make.conference()), make.turn(make.conference())
    for turn, topic in ((both, missiles), (both, ships), (one, missiles)):
        make.tag(turn, topic)
    assert facet("topic", topics=(ships.pk,)) == {missiles.pk: 1, ships.pk: 1}


def test_a_chosen_speaker_leaves_the_counts_of_other_speakers_but_narrows_the_kinds() -> None:
    marsh, okafor = make.speaker("Elena Marsh"), make.speaker("Tom Okafor")
    of = make.conference()
    make.turn(of, speaker=marsh, kind="question")
    make.turn(of, speaker=okafor, kind="answer")
    chosen: dict[str, Any] = {"speakers": (marsh.pk,), "level": Level.TURN}
    assert facet("speaker", **chosen) == {marsh.pk: 1, okafor.pk: 1}
    assert facet("kind", **chosen) == {KINDS.index(Kind.QUESTION): 1}
    assert facet("kind", **chosen, kinds=(Kind.ANSWER,)) == {KINDS.index(Kind.QUESTION): 1, KINDS.index(Kind.ANSWER): 0}


def test_a_chosen_value_that_leaves_nothing_is_counted_as_nothing() -> None:
    marsh = make.speaker()
    make.turn(make.conference(), "Fares.")
    assert facet("speaker", "fares", speakers=(marsh.pk,)) == {marsh.pk: 0}


def test_the_status_of_a_tag_is_counted_for_the_chosen_topics() -> None:
    missiles, ships = make.topic("Missiles"), make.topic("Ships")
    turn = make.turn(make.conference())
    make.tag(turn, missiles)
    make.tag(turn, ships, origin="rule", status="suggested", score=0.9)
    assert facet("status") == {Status.SOURCE: 1, Status.SUGGESTED: 1}
    assert facet("status", topics=(ships.pk,)) == {Status.SUGGESTED: 1}
    assert facet("topic", status=Status.SUGGESTED) == {ships.pk: 1}


def test_counts_of_everything_are_kept_until_something_changes() -> None:
    marsh = make.speaker()
    of = make.conference()
    make.turn(of, speaker=marsh)
    assert facet("speaker") == facet("speaker") == {marsh.pk: 1}
    assert facet("speaker", level=Level.TURN) == {marsh.pk: 1}
    make.turn(of, speaker=marsh)
    make.turn(make.conference(), speaker=marsh)
    assert facet("speaker") == {marsh.pk: 2}
    assert facet("speaker", level=Level.TURN) == {marsh.pk: 3}


def test_counts_of_a_query_are_kept_for_its_other_pages_and_orders_and_not_for_other_queries() -> None:
    marsh, okafor = make.speaker("Elena Marsh"), make.speaker("Tom Okafor")
    make.turn(make.conference(), "Fares.", speaker=marsh)
    turn = make.turn(make.conference(), "Ferries.", speaker=okafor)
    assert facet("speaker", "fares") == facet("speaker", "fares", order=Order.OLDEST, offset=20) == {marsh.pk: 1}
    assert facet("speaker", "ferries") == {okafor.pk: 1}
    turn.text = "Fares."
    turn.save()
    assert facet("speaker", "fares") == {marsh.pk: 1, okafor.pk: 1}
    assert facet("speaker", "fares", offset=20) == {marsh.pk: 1, okafor.pk: 1}
    assert facet("kind", "fares", offset=20) == {KINDS.index(Kind.STATEMENT): 2}


def test_what_is_kept_cannot_be_changed_by_who_reads_it() -> None:
    marsh = make.speaker()
    make.turn(make.conference(), speaker=marsh)
    index = current()
    search(SearchQuery(), facets=["speaker"], index=index).facets["speaker"].clear()
    assert search(SearchQuery(), facets=["speaker"], index=index).facets["speaker"] == {marsh.pk: 1}


def test_values_beyond_the_commonest_are_counted_when_asked_for() -> None:
    missiles, ships = make.topic("Missiles"), make.topic("Ships")
    marsh = make.speaker()
    turn = make.turn(make.conference(), speaker=marsh)
    make.tag(turn, missiles, origin="rule", status="suggested", score=0.9)
    index = current()
    assert count_values(index, SearchQuery(), "topic", [missiles.pk, ships.pk]) == {missiles.pk: 1, ships.pk: 0}
    confirmed = SearchQuery(status=Status.CONFIRMED)
    assert count_values(index, confirmed, "topic", [missiles.pk]) == {missiles.pk: 0}
    assert count_values(index, SearchQuery(speakers=(-1,)), "speaker", [marsh.pk, -1]) == {marsh.pk: 1, -1: 0}
