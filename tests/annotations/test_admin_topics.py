"""Keeping topics and their phrases in the admin."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.annotations.models import Topic
from apps.conferences.models import Conference
from apps.conferences.signals import conference_imported
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db

LIST = "admin:annotations_topic_changelist"
ADD = "admin:annotations_topic_add"


def change(topic: Topic) -> str:
    return reverse("admin:annotations_topic_change", args=[topic.pk])


def test_a_topic_is_added_with_its_phrases(admin_client: Client) -> None:
    data = filled_in(admin_client.get(reverse(ADD)).content) | {"name": "Missiles", "slug": "missiles"}
    data |= {"phrases-TOTAL_FORMS": "1", "phrases-0-text": "cruise missile", "source_labels": "Missile, Rocket"}
    page = admin_client.post(reverse(ADD), data, follow=True).content.decode()
    topic = Topic.objects.get(slug="missiles")
    assert topic.source_labels == ["Missile", "Rocket"]
    assert [phrase.text for phrase in topic.phrases.all()] == ["cruise missile"]
    assert "manage.py annotate" in page


def test_a_topic_that_is_renamed_is_still_what_the_source_calls_by_the_earlier_name(admin_client: Client) -> None:
    topic, conference = make.topic("Ferry Lines", source_labels=["Boats"]), make.conference()
    conference_imported.send(Conference, conference=conference, source_topics=["Ferry Lines"])
    data = filled_in(admin_client.get(change(topic)).content)
    assert admin_client.post(change(topic), {**data, "name": "Sea routes"}).status_code == 302
    conference_imported.send(Conference, conference=conference, source_topics=["Ferry Lines"])
    topic.refresh_from_db()
    assert (topic.name, topic.source_labels) == ("Sea routes", ["Boats", "Ferry Lines"])
    assert (Topic.objects.count(), topic.tags.count()) == (1, 1)


def test_one_phrase_twice_is_refused(admin_client: Client) -> None:
    topic = make.topic()
    data = filled_in(admin_client.get(change(topic)).content) | {"phrases-TOTAL_FORMS": "2"}
    data |= {f"phrases-{row}-topic": str(topic.pk) for row in (0, 1)}
    data |= {"phrases-0-text": "oil", "phrases-1-text": "Oil"}
    assert b"This phrase stands twice." in admin_client.post(change(topic), data).content
    assert not topic.phrases.exists()


def test_a_phrase_can_be_taken_away(admin_client: Client) -> None:
    topic = make.topic()
    topic.phrases.create(text="oil")
    data = filled_in(admin_client.get(change(topic)).content)
    assert admin_client.post(change(topic), {**data, "phrases-0-DELETE": "on"}).status_code == 302
    assert not topic.phrases.exists()


def test_only_topics_of_the_first_level_are_offered_and_accepted_as_parents(admin_client: Client) -> None:
    weapons = make.topic("Weapons")
    missiles = make.topic("Weapons that fly", parent=weapons)
    query = {"term": "weapons", "app_label": "annotations", "model_name": "topic", "field_name": "parent"}
    offered = admin_client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [choice["text"] for choice in offered] == ["Weapons"]
    data = filled_in(admin_client.get(reverse(ADD)).content)
    data |= {"name": "Rockets", "slug": "rockets", "parent": str(missiles.pk)}
    assert b"Topics have two levels" in admin_client.post(reverse(ADD), data).content


def test_every_topic_is_offered_for_a_tag(admin_client: Client) -> None:
    make.topic("Missiles", parent=make.topic("Weapons"))
    query = {"term": "missiles", "app_label": "annotations", "model_name": "tag", "field_name": "topic"}
    assert len(admin_client.get(reverse("admin:autocomplete"), query).json()["results"]) == 1


def test_the_list_counts_conferences_and_phrases_in_a_fixed_number_of_queries(admin_client: Client) -> None:
    def page() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as captured:
            content = admin_client.get(reverse(LIST)).content.decode()
        return content, len(captured)

    for number in range(3):
        topic = make.topic(f"Topic {number}", parent=make.topic(f"Area {number}"))
        topic.phrases.create(text="oil")
        make.tag(make.conference(), topic)
    content, few = page()
    assert '<td class="field-conferences">1</td><td class="field-phrase_count">1</td>' in content
    for number in range(3, 6):
        make.topic(f"Topic {number}", parent=make.topic(f"Area {number}"))
    assert page()[1] == few
    assert few <= 8


def test_a_topic_in_use_is_not_deleted(admin_client: Client) -> None:
    topic = make.topic()
    make.tag(make.conference(), topic)
    admin_client.post(reverse("admin:annotations_topic_delete", args=[topic.pk]), {"post": "yes"})
    assert Topic.objects.filter(pk=topic.pk).exists()
