"""Two people, or a person and an import, at one row."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.annotations.models import Tag
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
