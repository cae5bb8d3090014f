"""Keeping topics and their phrases in the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.annotations.annotating import annotate_pending
from apps.annotations.language_models import tokenizer
from apps.annotations.models import LearnedTopic, PendingAnnotation, Tag, Topic, TopicModel
from apps.conferences.models import Conference, Turn
from apps.conferences.signals import conference_imported
from tests import make
from tests.admin_form import filled_in
from tests.config.processes import wait_for

pytestmark = pytest.mark.django_db

LIST = "admin:annotations_topic_changelist"
ADD = "admin:annotations_topic_add"


def change(topic: Topic) -> str:
    return reverse("admin:annotations_topic_change", args=[topic.pk])


def test_a_topic_is_added_with_its_phrases(admin_client: Client) -> None:
    data = filled_in(admin_client.get(reverse(ADD)).content) | {"name": "Missiles", "slug": "missiles"}
    data |= {"phrases-TOTAL_FORMS": "1", "phrases-0-text": "cruise missile", "phrases-0-weight": "1"}
    data |= {"source_labels": "Missile, Rocket"}
    preview = admin_client.post(reverse(ADD), data).content
    assert not Topic.objects.exists()
    page = admin_client.post(reverse(ADD), filled_in(preview), follow=True).content.decode()
    topic = Topic.objects.get(slug="missiles")
    assert topic.source_labels == ["Missile", "Rocket"]
    assert [phrase.text for phrase in topic.phrases.all()] == ["cruise missile"]
    assert "0 conferences with these phrases now wait for annotation." in page


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
    data |= {"phrases-0-text": "oil", "phrases-1-text": "Oil", "phrases-0-weight": "1", "phrases-1-weight": "1"}
    assert b"This phrase stands twice." in admin_client.post(change(topic), data).content
    assert not topic.phrases.exists()


def test_a_phrase_can_be_taken_away(admin_client: Client) -> None:
    topic = make.topic()
    topic.phrases.create(text="oil")
    data = filled_in(admin_client.get(change(topic)).content)
    preview = admin_client.post(change(topic), {**data, "phrases-0-DELETE": "on"}).content
    assert topic.phrases.exists()
    assert admin_client.post(change(topic), filled_in(preview)).status_code == 302
    assert not topic.phrases.exists()


@pytest.fixture
def oil() -> Topic:
    """A topic with a phrase, and two turns, one of which shows it."""
    topic = make.topic("Energy")
    topic.phrases.create(text="crude oil")
    for text in ("No crude oil.", "<b> Gas deliveries."):
        make.turn(make.conference(), text)
    annotate_pending()
    return topic


def with_gas_alone(client: Client, topic: Topic) -> dict[str, str]:
    return filled_in(client.get(change(topic)).content) | {"phrases-0-text": "gas", "name": "Fuel"}


def test_changed_phrases_are_previewed_before_anything_is_saved(admin_client: Client, oil: Topic) -> None:
    page = admin_client.post(change(oil), with_gas_alone(admin_client, oil)).content.decode()
    assert "1 turn would gain “Fuel”" in page
    assert "1 turn would lose it" in page
    assert "<mark>Gas</mark>" in page
    assert "&lt;b&gt;" in page
    oil.refresh_from_db()
    assert (oil.name, oil.phrases.get().text) == ("Energy", "crude oil")
    assert not LogEntry.objects.exists()
    assert not PendingAnnotation.objects.exists()


def test_of_a_learned_topic_the_preview_says_that_phrases_do_not_decide_what_readers_see(
    admin_client: Client, oil: Topic
) -> None:
    model = TopicModel.objects.create(version="v1", trained_at=timezone.now(), decisions=1, turns=1, learned=1)
    figures = dict.fromkeys(["precision", "recall", "f1", "brier", "rules_f1"], 0.5)
    counts = {"confirmed": 20, "rejected": 20, "read": 0}
    LearnedTopic.objects.create(topic=oil, model=model, intercept=0, **counts, **figures)
    page = admin_client.post(change(oil), with_gas_alone(admin_client, oil)).content.decode()
    assert "learned</a>: readers see it by what people decided, not by its phrases." in page
    assert "would gain" not in page
    admin_client.post(change(oil), filled_in(page.encode()))
    assert oil.phrases.get().text == "gas"


def test_once_previewed_it_is_saved_and_the_conferences_concerned_wait(admin_client: Client, oil: Topic) -> None:
    make.turn(make.conference(), "Nothing of the kind.")
    annotate_pending()
    preview = admin_client.post(change(oil), with_gas_alone(admin_client, oil)).content
    page = admin_client.post(change(oil), filled_in(preview), follow=True).content.decode()
    oil.refresh_from_db()
    assert (oil.name, oil.phrases.get().text) == ("Fuel", "gas")
    assert "2 conferences with these phrases now wait for annotation." in page
    assert PendingAnnotation.objects.count() == 2
    annotate_pending()
    assert Tag.objects.get(topic=oil).turn == Turn.objects.get(text__contains="Gas")


def test_who_goes_back_finds_what_was_entered_and_nothing_is_saved(admin_client: Client, oil: Topic) -> None:
    preview = admin_client.post(change(oil), with_gas_alone(admin_client, oil)).content
    page = admin_client.post(change(oil), filled_in(preview) | {"_back": "Go back"}).content
    assert b"Not saved yet." in page
    assert filled_in(page)["phrases-0-text"] == "gas"
    assert filled_in(page)["name"] == "Fuel"
    assert oil.phrases.get().text == "crude oil"


def test_phrases_other_than_those_previewed_are_previewed_first(admin_client: Client, oil: Topic) -> None:
    preview = admin_client.post(change(oil), with_gas_alone(admin_client, oil)).content
    other = filled_in(preview) | {"phrases-0-text": "coal"}
    assert b"Nothing is saved yet" in admin_client.post(change(oil), other).content
    assert oil.phrases.get().text == "crude oil"


def test_a_change_of_anything_but_phrases_is_saved_at_once(admin_client: Client, oil: Topic) -> None:
    data = filled_in(admin_client.get(change(oil)).content) | {"name": "Fuel"}
    assert admin_client.post(change(oil), data).status_code == 302
    oil.refresh_from_db()
    assert oil.name == "Fuel"
    assert not PendingAnnotation.objects.exists()


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
    url = reverse("admin:annotations_topic_delete", args=[topic.pk])
    page = admin_client.get(url).content.decode()
    assert "1 tag. A topic that has tags is not deleted: rename it" in page
    assert "permission" not in page
    admin_client.post(url, {"post": "yes"})
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_while_a_topic_is_edited_what_its_preview_needs_is_loaded(admin_client: Client) -> None:
    make.conference(language="sv")
    tokenizer.cache_clear()
    admin_client.get(change(make.topic()))
    wait_for(lambda: tokenizer.cache_info().currsize == 1)
    loaded = tokenizer.cache_info().misses
    assert tokenizer("sv").lang == "sv"
    assert tokenizer.cache_info().misses == loaded
