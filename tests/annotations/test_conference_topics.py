"""What conferences are about, and which are about something."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from apps.annotations.conference_topics import ConferenceTopic, conference_topics, conferences_about
from apps.annotations.models import Tag
from apps.conferences.models import Conference
from tests import make

pytestmark = pytest.mark.django_db

SUGGESTED = {"origin": "rule", "status": "suggested", "score": 0.9}


def test_a_parent_topic_finds_the_conferences_of_its_children() -> None:
    weapons = make.topic("Weapons")
    on_child = make.conference()
    make.tag(make.turn(on_child), make.topic("Missiles", parent=weapons))
    on_parent = make.conference()
    make.tag(on_parent, weapons)
    make.tag(make.conference(), make.topic("Energy"))
    assert set(conferences_about(Conference.objects.all(), [weapons])) == {on_child, on_parent}


def test_several_topics_find_only_conferences_that_have_all_of_them() -> None:
    cyber, energy = make.topic("Cyber"), make.topic("Energy")
    both, one = make.conference(), make.conference()
    make.tag(make.turn(both), cyber)
    make.tag(make.turn(both), cyber)
    make.tag(both, energy)
    make.tag(one, cyber)
    assert list(conferences_about(Conference.objects.all(), [cyber, energy])) == [both]


def test_no_topics_find_every_conference() -> None:
    conference = make.conference()
    assert list(conferences_about(Conference.objects.all(), [])) == [conference]


def test_a_correction_changes_at_once_what_is_found() -> None:
    topic, conference = make.topic(), make.conference()
    make.tag(make.turn(conference), topic, **SUGGESTED)
    about = conferences_about(Conference.objects.all(), [topic])
    assert list(about.all()) == [conference]
    Tag.objects.all().reject(User.objects.create_user("editor"))
    assert list(about.all()) == []
    assert conference_topics([conference.pk]) == {conference.pk: []}


@pytest.mark.parametrize(
    ("sql", "left"),
    [
        ("UPDATE annotations_tag SET topic_id = (SELECT max(id) FROM annotations_topic)", ["Cyber"]),
        ("UPDATE annotations_tag SET score = 0.1", []),
        ("UPDATE conferences_turn SET position = NULL, withdrawn_at = now()", []),
        ("DELETE FROM annotations_tag", []),
    ],
)
def test_they_follow_a_bulk_change_by_plain_sql_at_once(sql: str, left: list[str]) -> None:
    topics, conference = [make.topic("Missiles"), make.topic("Cyber")], make.conference()
    for _ in range(2):
        make.tag(make.turn(conference), topics[0], **SUGGESTED)
    assert [each.topic for each in conference_topics([conference.pk])[conference.pk]] == topics[:1]
    with connection.cursor() as cursor:
        cursor.execute(sql)
    assert [each.topic.name for each in conference_topics([conference.pk])[conference.pk]] == left
    assert [each.name for each in topics if conferences_about(Conference.objects.all(), [each])] == left


def test_the_topics_of_a_conference_follow_from_its_tags_and_those_of_its_turns() -> None:
    conference = make.conference()
    missiles, cyber, energy = make.topic("Missiles"), make.topic("Cyber"), make.topic("Energy")
    for _ in range(2):
        make.tag(make.turn(conference), missiles, **SUGGESTED)
    make.tag(make.turn(conference), energy, **SUGGESTED)
    make.tag(conference, cyber)
    make.tag(conference.turns.all()[0], cyber, **SUGGESTED)
    assert conference_topics([conference.pk])[conference.pk] == [
        ConferenceTopic(cyber, Tag.Origin.SOURCE, Tag.Status.CONFIRMED, turns=1),
        ConferenceTopic(missiles, Tag.Origin.RULE, Tag.Status.SUGGESTED, turns=2),
        ConferenceTopic(energy, Tag.Origin.RULE, Tag.Status.SUGGESTED, turns=1),
    ]


@pytest.mark.parametrize("size", [1, 4])
def test_the_topics_of_a_page_of_conferences_take_one_query(
    size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    topic = make.topic()
    conferences = [make.conference() for _ in range(size)]
    for conference in conferences:
        make.tag(make.turn(conference), topic)
    untouched = make.conference()
    with django_assert_num_queries(1):
        found = conference_topics(conference.pk for conference in [*conferences, untouched])
    assert [len(found[conference.pk]) for conference in conferences] == [1] * size
    assert found[untouched.pk] == []
