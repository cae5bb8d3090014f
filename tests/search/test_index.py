"""A search sees what the database holds, whoever changed it, by whatever means."""

import json

import pytest
from django.db import transaction

from apps.conferences.models import Conference, Speaker, Turn
from apps.search.check import differences
from apps.search.folder import Folder
from apps.search.index import current
from apps.search.sync import make_anew, sync
from tests import make
from tests.search.finding import found
from tests.search.mishaps import forget_what_is_open

pytestmark = pytest.mark.django_db


def test_a_correction_is_seen_by_the_next_search() -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    assert found("plain", "ferry") == [(turn.conference.pk, turn.pk)]
    Turn.objects.filter(pk=turn.pk).update(text="The boat sails.")
    assert found("plain", "ferry") == []
    assert found("plain", "boat") == [(turn.conference.pk, turn.pk)]


def test_what_is_deleted_is_found_no_more() -> None:
    conference = make.conference("Ferry fares")
    assert found("title_plain", "ferry", level=1) == [(conference.pk, 0)]
    conference.delete()
    assert found("title_plain", "ferry", level=1) == []


def test_what_was_rolled_back_is_not_in_the_index() -> None:
    conference = make.conference()
    with transaction.atomic():
        make.turn(conference, "The ferry sails.")
        assert len(found("plain", "ferry")) == 1
        transaction.set_rollback(True)
    assert found("plain", "ferry") == []
    assert not list(differences(current()))


def test_of_one_test_the_next_sees_nothing() -> None:
    """Their transactions are rolled back with the index as they left it."""
    assert not Conference.objects.exists()
    assert current().searcher.num_docs == 1


def test_nothing_is_written_where_there_is_no_news() -> None:
    make.turn(make.conference())
    version = current().version
    assert current().version == version
    Conference.objects.update(location="Lund")
    assert current().version == version


def test_asking_costs_one_query(django_assert_num_queries: pytest.FixtureRequest) -> None:
    make.turn(make.conference())
    current()
    with django_assert_num_queries(1):  # type: ignore[operator]
        current()


def test_bringing_in_what_changed_takes_as_many_queries_for_many_as_for_few() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sync(Folder.of_site())
    forget_what_is_open()  # of many tests together more would have changed than is held in memory
    counts = []
    for number in (2, 6):
        for _ in range(number):
            make.tag(make.turn(make.conference(), speaker=make.speaker()), make.topic(f"T{Conference.objects.count()}"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            current()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_a_turn_that_goes_to_another_conference_is_found_there() -> None:
    one, other = make.conference(), make.conference()
    there, back = make.turn(one, "The ferry sails."), make.turn(other, "The boat sails.")
    make.turn(one), make.turn(other)
    sync(Folder.of_site())
    Turn.objects.filter(pk=there.pk).update(conference=other, position=10)
    Turn.objects.filter(pk=back.pk).update(conference=one, position=10)
    sync(Folder.of_site())
    assert found("plain", "ferry") == [(other.pk, there.pk)]
    assert found("plain", "boat") == [(one.pk, back.pk)]


def test_of_a_turn_that_is_given_a_topic_only_it_and_its_conference_are_written() -> None:
    folder, conference = Folder.of_site(), make.conference()
    turns = [make.turn(conference, f"Ferry {number}") for number in range(5)]
    make_anew(folder)
    before = sizes(folder)
    tag = make.tag(turns[2], make.topic())
    sync(folder)
    assert sum(size for segment, size in sizes(folder).items() if segment not in before) == 2 + 1, "and the state"
    assert found("topic", tag.topic.pk) == [(conference.pk, turns[2].pk)]
    assert len(found("plain", "ferry")) == 5


def sizes(folder: Folder) -> dict[str, int]:
    """Documents of each segment, deleted ones as well."""
    path = folder.current()
    assert path
    return {one["segment_id"]: one["max_doc"] for one in json.loads((path / "meta.json").read_text())["segments"]}


def test_the_languages_are_those_of_the_conferences() -> None:
    assert current().languages == ()
    make.conference(language="fr")
    make.conference(language="uk")
    assert set(current().languages) == {"fr", "xx"}


def test_a_speaker_merged_and_unmerged_is_found_as_it_is_now() -> None:
    one, other = make.speaker("E. Marsh"), make.speaker("Elena Marsh")
    turn = make.turn(make.conference(), speaker=one)
    place = [(turn.conference.pk, turn.pk)]
    assert found("speaker", one.pk) == place
    Speaker.objects.filter(pk=one.pk).update(merged_into=other)
    assert (found("speaker", one.pk), found("speaker", other.pk)) == ([], place)
    Speaker.objects.filter(pk=one.pk).update(merged_into=None)
    assert (found("speaker", one.pk), found("speaker", other.pk)) == (place, [])
