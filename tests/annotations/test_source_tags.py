"""Topics that the source itself prints, as tags on the whole conference."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.annotations.models import Tag, Topic
from apps.conferences.models import Conference
from apps.conferences.signals import conference_imported
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference() -> Conference:
    return make.conference()


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def imported(conference: Conference, *source_topics: str) -> None:
    conference_imported.send(Conference, conference=conference, source_topics=source_topics)


def tags() -> list[tuple[str, str, str]]:
    return list(Tag.objects.order_by("topic__name").values_list("topic__name", "origin", "status"))


def test_a_label_of_the_source_means_the_topic_that_names_it(conference: Conference) -> None:
    make.topic("Nuclear weapons", source_labels=["Nuclear"])
    imported(conference, "nuclear")
    assert tags() == [("Nuclear weapons", "source", "confirmed")]
    assert Tag.objects.get().turn is None


def test_a_label_goes_before_a_name_and_a_first_level_name_before_a_second(conference: Conference) -> None:
    weapons = make.topic("Weapons")
    make.topic("Nuclear", slug="nuclear-energy")
    labelled = make.topic("Nuclear weapons", parent=weapons, source_labels=["Nuclear"])
    make.topic("Missile", slug="second", parent=weapons)
    first = make.topic("Missile", slug="first")
    imported(conference, "Nuclear", "MISSILE")
    assert {tag.topic for tag in Tag.objects.all()} == {labelled, first}


def test_an_unknown_label_becomes_a_topic_so_that_nothing_is_lost(conference: Conference) -> None:
    make.topic("Space!", slug="space-law")
    imported(conference, "Space  law", "Космос")
    assert tags() == [("Space law", "source", "confirmed"), ("Космос", "source", "confirmed")]
    topic = Topic.objects.get(name="Space law")
    assert (topic.parent, topic.slug, topic.source_labels) == (None, "space-law-2", ["Space law"])


def test_labels_that_mean_one_topic_make_one_tag(conference: Conference) -> None:
    make.topic("Nuclear weapons", source_labels=["Nuclear", "Nuclear arms"])
    imported(conference, "Nuclear", "NUCLEAR", "Nuclear arms", " ")
    assert len(tags()) == 1


def test_a_topic_that_the_source_no_longer_prints_goes(conference: Conference) -> None:
    imported(conference, "Nuclear", "Missile")
    imported(conference, "Missile")
    assert tags() == [("Missile", "source", "confirmed")]


def test_a_source_topic_that_a_person_decided_stays_decided(conference: Conference, editor: User) -> None:
    imported(conference, "Nuclear", "Missile")
    Tag.objects.filter(topic__name="Nuclear").reject(editor)
    Tag.objects.filter(topic__name="Missile").confirm(editor)
    imported(conference, "Nuclear")
    assert tags() == [("Missile", "source", "confirmed"), ("Nuclear", "source", "rejected")]


def test_a_rejection_by_hand_is_not_overruled_by_the_source(conference: Conference, editor: User) -> None:
    tag = make.tag(conference, make.topic("Nuclear"), origin="human", status="suggested")
    Tag.objects.filter(pk=tag.pk).reject(editor)
    imported(conference, "Nuclear")
    assert tags() == [("Nuclear", "human", "rejected")]


def test_a_second_import_writes_nothing(conference: Conference) -> None:
    imported(conference, "Nuclear", "Missile")
    with CaptureQueriesContext(connection) as queries:
        imported(conference, "Nuclear", "Missile")
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []
    assert len(queries) == 2
