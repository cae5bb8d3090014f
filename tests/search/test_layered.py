"""What changed is found before it is written to the disk, and everything is as if it had been written."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TransactionTestCase

from apps.conferences.models import Conference, Turn
from apps.search import index as index_module
from apps.search.check import differences
from apps.search.facets import FACETS
from apps.search.folder import Folder
from apps.search.frequencies import words_by_month
from apps.search.index import current
from apps.search.language import read
from apps.search.layered import Layered
from apps.search.opened import OpenIndex, version_of
from apps.search.passages import passages
from apps.search.query import Order, SearchQuery
from apps.search.schema import Level
from apps.search.search import search
from apps.search.spelling import suggest
from apps.search.sync import make_anew, sync
from apps.transcripts import Kind
from tests import make

WORDS = ["", "ferry", "fares", '"the ferry"', "fer*", "-ferry", "ferri~", "title:two", "ferry OR boat"]
TEXTS = ["The ferry sails.", "Fares rise, the ferry does not sail.", "A boat.", ""]

ADDS_A_TURN = 1


def collection() -> None:
    """Ten conferences, three on each day."""
    people, topics = [make.speaker(f"S{n}") for n in range(3)], [make.topic(f"T{n}") for n in range(3)]
    for number in range(10):
        day = None if number == 9 else f"2019-0{1 + number // 3}-04"
        conference = make.conference(f"Title {['one', 'two'][number % 2]}", day, language=["en", "fr"][number % 2])
        for at in range(number % 4):
            turn = make.turn(conference, TEXTS[(number + at) % 4], kind=list(Kind)[at], speaker=people[at])
            make.tag(turn, topics[number % 3])


def changed(number: int) -> None:
    """Something of the record, committed."""
    conferences, turns = Conference.objects.order_by("pk"), Turn.objects.order_by("pk")
    one = conferences[number % conferences.count()]
    changes: list[Callable[[], Any]] = [
        lambda: turns.filter(conference=one).update(text=TEXTS[number % 4]),
        lambda: make.turn(one, f"The ferry number {number}."),
        one.delete,
        lambda: make.turn(make.conference("Title two", f"2020-01-{1 + number:02}"), "Ferry fares."),
        lambda: Conference.objects.filter(pk=one.pk).update(title="Title two", language="fr"),
    ]
    changes[number % 5]()


def answers(index: OpenIndex) -> list[Any]:
    """All that can be asked, but for the weight of words."""
    told: list[Any] = [index.searcher.num_docs, set(index.languages)]
    everything = list(Conference.objects.values_list("pk", flat=True))
    for words in WORDS:
        for level in (Level.CONFERENCE, Level.TURN):
            asked = SearchQuery(read(words).expression, level, limit=100)
            found = search(asked, facets=FACETS, timeline=True, index=index)
            told += [{hit[:2] for hit in found.hits}, found.total, found.facets, found.timeline]
            told.append(words_by_month(asked, index))
            for order in (Order.NEWEST, Order.OLDEST):
                by_day = [replace(asked, order=order, offset=offset, limit=3) for offset in (0, 3, 100)]
                told += [search(one, index=index).hits for one in by_day]
        told.append(
            {
                pk: one.total
                for pk, one in passages(SearchQuery(read(words).expression), everything, index=index).items()
            }
        )
    return [*told, suggest("ferrz", read("ferrz"), SearchQuery(), index)]


class LayeredTest(TransactionTestCase):
    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.integers(0, 24), min_size=1, max_size=5))
    def test_what_is_not_written_yet_is_found_and_counted_as_if_it_were(self, changes: list[int]) -> None:
        folder = Folder.of_site()
        collection()
        make_anew(folder)
        for number in [*changes, ADDS_A_TURN]:
            changed(number)
        over = current()
        assert isinstance(over.searcher, Layered)
        found = answers(over)
        assert list(differences(over)) == []
        assert sync(folder)
        written = current()
        assert not isinstance(written.searcher, Layered)
        assert found == answers(written)


@pytest.mark.django_db
def test_who_is_among_the_commonest_only_now_is_counted_with_all_that_was_said_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(FACETS, "speaker", replace(FACETS["speaker"], most=1))
    anna, bo = make.speaker("Anna"), make.speaker("Bo")
    for speaker in (anna, anna, anna, bo, bo):
        make.turn(make.conference(), speaker=speaker)
    make_anew(Folder.of_site())
    for _ in range(2):
        make.turn(make.conference(), speaker=bo)
    over = current()
    assert isinstance(over.searcher, Layered)
    assert search(SearchQuery(level=Level.TURN), facets=["speaker"], index=over).facets == {"speaker": {bo.pk: 4}}


@pytest.mark.django_db(transaction=True)
def test_it_is_written_to_the_disk_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    make_anew(Folder.of_site())
    monkeypatch.setattr(index_module, "WRITTEN_AFTER", 0.01)
    Turn.objects.filter(pk=turn.pk).update(text="The boat sails.")
    before = current()
    assert isinstance(before.searcher, Layered)
    index_module._to_write[Folder.of_site().path].join(30)
    written = current()
    assert not isinstance(written.searcher, Layered)
    assert written.version != before.version
    assert list(differences(current())) == []


@pytest.mark.django_db(transaction=True)
def test_asking_again_reads_nothing_until_something_changes() -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    make_anew(Folder.of_site())
    Turn.objects.filter(pk=turn.pk).update(text="The boat sails.")
    assert current() is current()
    before = current()
    Turn.objects.filter(pk=turn.pk).update(text="The ship sails.")
    assert current().version != before.version


@pytest.mark.django_db
def test_within_a_transaction_nothing_is_written() -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    written = version_of(current().path)
    Turn.objects.filter(pk=turn.pk).update(text="The boat sails.")
    assert version_of(current().path) == written


@pytest.mark.django_db(transaction=True)
def test_while_it_is_written_nothing_that_comes_in_between_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Written all the time, by another thread."""
    turns = [make.turn(make.conference(), "The ferry sails.") for _ in range(5)]
    make_anew(Folder.of_site())
    monkeypatch.setattr(index_module, "WRITTEN_AFTER", 0)
    for number in range(60):
        turn = turns[number % 5]
        Turn.objects.filter(pk=turn.pk).update(text=f"Boat{number}.")
        asked = SearchQuery(read(f"boat{number}").expression, Level.TURN)
        assert [hit.turn for hit in search(asked).hits] == [turn.pk]
