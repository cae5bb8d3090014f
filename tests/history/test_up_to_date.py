"""Two people, or a person and an import, at one row."""

from datetime import date
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client, RequestFactory

from apps.annotations.models import Tag, Topic, TopicPhrase
from apps.conferences.models import Organisation, Source, Speaker
from apps.history.admin import HistoryAdmin
from apps.history.admin.up_to_date import UpToDateForm
from apps.history.changes import event_models
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db


def test_a_page_that_was_open_while_another_person_saved_saves_over_nothing(admin_client: Client) -> None:
    conference = make.conference("Weekly briefing")
    url = f"/admin/conferences/conference/{conference.pk}/change/"
    first, second = filled_in(admin_client.get(url).content), filled_in(admin_client.get(url).content)
    assert admin_client.post(url, {**first, "title": "A better title"}).status_code == 302
    refused = admin_client.post(url, {**second, "location": "Porto"})
    assert "Meanwhile somebody, or an import, changed: Title." in refused.content.decode()
    conference.refresh_from_db()
    assert (conference.title, conference.location) == ("A better title", "")
    assert conference.decided_fields == ["title"]


def test_a_page_that_was_open_during_an_import_decides_nothing_for_the_editor(admin_client: Client) -> None:
    conference = make.conference(day="2019-05-04")
    url = f"/admin/conferences/conference/{conference.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    type(conference).objects.filter(pk=conference.pk).update(event_date=date(2019, 5, 5))
    refused = admin_client.post(url, {**opened, "delivery": "As delivered"})
    assert "changed: Event date." in refused.content.decode()
    conference.refresh_from_db()
    assert (conference.event_date, conference.decided_fields) == (date(2019, 5, 5), [])


def test_a_turn_that_was_changed_meanwhile_keeps_its_words(admin_client: Client) -> None:
    turn = make.turn(make.conference(), "We meet in May.")
    url = f"/admin/conferences/turn/{turn.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    type(turn).objects.filter(pk=turn.pk).update(text="We meet in June.")
    assert admin_client.post(url, {**opened, "kind": "answer"}).status_code == 200
    turn.refresh_from_db()
    assert (turn.text, turn.kind) == ("We meet in June.", "statement")


def test_two_editors_who_judge_one_tag_learn_of_each_other(admin_client: Client, admin_user: User) -> None:
    tag = make.tag(make.conference(), make.topic(), origin="rule", status="suggested", score=0.5)
    url = f"/admin/annotations/tag/{tag.pk}/change/"
    first, second = filled_in(admin_client.get(url).content), filled_in(admin_client.get(url).content)
    assert admin_client.post(url, {**first, "status": "confirmed"}).status_code == 302
    assert admin_client.post(url, {**second, "status": "rejected"}).status_code == 200
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by) == (Tag.Status.CONFIRMED, admin_user)


def test_a_page_that_nobody_overtook_is_saved(admin_client: Client) -> None:
    conference = make.conference("Weekly briefing")
    url = f"/admin/conferences/conference/{conference.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    assert admin_client.post(url, {**opened, "location": "Porto"}).status_code == 302
    conference.refresh_from_db()
    assert conference.location == "Porto"
    assert conference.decided_fields == ["location"]


@pytest.mark.parametrize("place", ["turn", "conference"])
def test_a_tag_that_another_person_rejected_meanwhile_stays_rejected(place: str, client: Client) -> None:
    turn = make.turn(make.conference())
    row = turn if place == "turn" else turn.conference
    tag = make.tag(row, make.topic(), origin="rule", status="suggested", score=0.5)
    first, second = (User.objects.create_superuser(name) for name in ("first", "second"))
    url = f"/admin/conferences/{place}/{row.pk}/change/"
    client.force_login(first)
    opened = filled_in(client.get(url).content)
    assert client.post(url, {**opened, "tags-0-status": "rejected"}).status_code == 302
    client.force_login(second)
    refused = client.post(url, {**opened, "role" if place == "turn" else "location": "Minister"})
    assert "Meanwhile somebody, or an import, changed: Status." in refused.content.decode()
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by) == (Tag.Status.REJECTED, first)


def test_a_tag_that_is_gone_meanwhile_is_named_as_such(admin_client: Client) -> None:
    turn = make.turn(make.conference())
    tag = make.tag(turn, make.topic(), origin="rule", status="suggested", score=0.5)
    url = f"/admin/conferences/turn/{turn.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    tag.delete()
    refused = admin_client.post(url, {**opened, "tags-0-status": "confirmed"})
    assert "Meanwhile somebody, or an import, took away one of these." in refused.content.decode()


@pytest.mark.parametrize("entered", [{"phrases-0-text": "missile"}, {"phrases-0-DELETE": "on"}])
def test_a_phrase_that_was_changed_meanwhile_is_neither_changed_nor_deleted(
    entered: dict[str, str], admin_client: Client
) -> None:
    topic = make.topic("Missiles")
    phrase = TopicPhrase.objects.create(topic=topic, text="rocket")
    url = f"/admin/annotations/topic/{topic.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    TopicPhrase.objects.update(text="rocket launch")
    refused = admin_client.post(url, {**opened, **entered})
    assert "Meanwhile somebody, or an import, changed: Phrase." in refused.content.decode()
    phrase.refresh_from_db()
    assert phrase.text == "rocket launch"


def made(model: type[Model]) -> Model:
    conference = make.conference()
    turn, topic = make.turn(conference), make.topic()
    rows = [conference, conference.source, turn, topic, make.tag(turn, topic), make.speaker(), make.organisation()]
    return next(row for row in rows if type(row) is model)


@pytest.mark.parametrize("model", [Source, Speaker, Organisation, Topic])
def test_a_stale_page_does_not_take_a_new_name_back(model: type[Any], admin_client: Client) -> None:
    row: Any = made(model)
    name = row.name
    url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/{row.pk}/change/"
    opened = filled_in(admin_client.get(url).content)
    model.objects.filter(pk=row.pk).update(name=f"{name} the Younger")
    refused = admin_client.post(url, {**opened, "aliases": "Somebody", "description": "About it"})
    assert (
        f"Meanwhile somebody, or an import, changed: {model._meta.get_field('name').verbose_name.capitalize()}."
        in refused.content.decode()
    )
    row.refresh_from_db()
    assert row.name == f"{name} the Younger"


def test_every_page_where_tracked_rows_are_edited_watches_for_others(rf: RequestFactory, admin_user: User) -> None:
    request = rf.get("/")
    request.user = admin_user
    edited = [site._registry[model] for model in event_models() if model in site._registry]
    watched = [one for one in edited if one.has_change_permission(request)]
    assert len(watched) >= 7
    for one in watched:
        assert isinstance(one, HistoryAdmin)
        row: Any = one.model()
        forms = [one.get_form(request, row, change=True, fields=[])]
        forms += [formset.form for formset, _ in one.get_formsets_with_inlines(request, row)]
        assert all(issubclass(form, UpToDateForm) for form in forms)
    tracked_inlines = {inline.model for other in site._registry.values() for inline in other.inlines}
    apart = {inline.model for other in watched for inline in other.inlines}
    assert not (tracked_inlines - apart) & set(event_models())
