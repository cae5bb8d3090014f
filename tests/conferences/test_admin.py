"""Correcting the record in the admin."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.conferences.models import Conference, ImportedFile, ImportRun, Source, Turn
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db

PAGES = ["conference", "turn", "speaker", "organisation", "source", "importrun"]


def changelist(model: str) -> str:
    return reverse(f"admin:conferences_{model}_changelist")


def change(row: Conference | Turn | Source | ImportRun) -> str:
    return reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize("model", PAGES)
def test_nobody_without_rights_reaches_the_admin(model: str, client: Client) -> None:
    url = changelist(model)
    assert client.get(url).headers["Location"].startswith(reverse("admin:login"))
    client.force_login(User.objects.create_user("reader"))
    assert client.get(url).status_code == 302
    client.force_login(User.objects.create_user("staff-without-rights", is_staff=True))
    assert client.get(url).status_code == 403


@pytest.mark.parametrize("model", PAGES)
def test_every_list_opens(model: str, admin_client: Client) -> None:
    make.turn(make.conference(), speaker=make.speaker(), organisation=make.organisation())
    assert b"Rostrum" in admin_client.get(changelist(model)).content


@pytest.mark.parametrize("model", ["conference", "turn"])
def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(model: str, admin_client: Client) -> None:
    def add() -> None:
        for number in range(3):
            conference = make.conference(source=make.source(f"Source {number}"))
            make.turn(conference, speaker=make.speaker(), organisation=make.organisation())

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(changelist(model)).status_code == 200
        return len(captured)

    add()
    few = queries()
    add()
    assert queries() == few
    assert few <= 12


def test_conferences_are_found_by_title_source_language_and_year(admin_client: Client) -> None:
    make.conference("Summit", "2019-05-04", source=make.source("Alliance"))
    make.conference("Sommet", "2020-05-04", source=make.source("Ministry"), language="fr")
    source = Source.objects.get(name="Ministry")
    for query in ("q=somm", f"source__id__exact={source.pk}", "language=fr", "event_date__year=2020"):
        page = admin_client.get(f"{changelist('conference')}?{query}").content.decode()
        assert "Sommet" in page
        assert "Summit" not in page


def test_turns_are_found_by_words_kind_year_and_conference(admin_client: Client) -> None:
    old, new = make.conference(day="2019-05-04"), make.conference(day="2020-05-04")
    make.turn(old, "An old answer.", kind="answer")
    make.turn(new, "A new question.", kind="question")
    for query in ("q=new", "kind__exact=question", "year=2020", f"conference__id__exact={new.pk}"):
        page = admin_client.get(f"{changelist('turn')}?{query}").content.decode()
        assert "A new question." in page
        assert "An old answer." not in page
    assert "An old answer." in admin_client.get(f"{changelist('turn')}?year=banana").content.decode()


def test_a_corrected_field_is_decided_and_the_others_are_not(admin_client: Client) -> None:
    conference = make.conference("Pres conference", subtitle="with the chair")
    data = filled_in(admin_client.get(change(conference)).content)
    assert admin_client.post(change(conference), {**data, "title": "Press conference"}).status_code == 302
    conference.refresh_from_db()
    assert (conference.title, conference.decided_fields) == ("Press conference", ["title"])
    assert conference.accept({"title": "Pres conference", "subtitle": "with the new chair"}) == ["subtitle"]
    assert b"title (no import changes this)" in admin_client.get(change(conference)).content


def test_saving_a_turn_untouched_decides_nothing_and_keeps_its_line_ends(admin_client: Client) -> None:
    text = "\n Good morning.\n\nLet us begin. \n"
    turn = make.turn(make.conference(), text)
    data = filled_in(admin_client.get(change(turn)).content)
    assert "\r\n" in data["text"]
    assert admin_client.post(change(turn), data).status_code == 302
    turn.refresh_from_db()
    assert (turn.text, turn.decided_fields) == (text, [])


def test_the_speaker_of_a_turn_is_corrected_by_choosing_another(admin_client: Client) -> None:
    turn, speaker = make.turn(make.conference()), make.speaker("Elena Marsh")
    found = admin_client.get(
        reverse("admin:autocomplete"),
        {"term": "elena", "app_label": "conferences", "model_name": "turn", "field_name": "speaker"},
    ).json()
    assert found["results"] == [{"id": str(speaker.pk), "text": "Elena Marsh"}]
    data = filled_in(admin_client.get(change(turn)).content)
    admin_client.post(change(turn), {**data, "speaker": str(speaker.pk)})
    turn.refresh_from_db()
    assert (turn.speaker, turn.decided_fields) == (speaker, ["speaker"])


def test_a_date_that_makes_two_conferences_share_an_address_is_refused(admin_client: Client) -> None:
    make.conference(day="2020-01-01", slug="same")
    conference = make.conference(day="2019-01-01", slug="same")
    data = filled_in(admin_client.get(change(conference)).content)
    page = admin_client.post(change(conference), {**data, "event_date": "2020-01-01"})
    assert b"Another conference of that date has the same address." in page.content
    conference.refresh_from_db()
    assert conference.event_date == datetime.date(2019, 1, 1)


def test_a_conference_links_to_its_turns_and_to_its_page(admin_client: Client) -> None:
    conference = make.conference()
    make.turn(conference)
    page = admin_client.get(change(conference)).content.decode()
    link = f"{changelist('turn')}?conference__id__exact={conference.pk}"
    assert f'<a href="{link}">1 turn</a>' in page
    assert admin_client.get(link).status_code == 200
    assert "View on site" in page


def test_a_conference_shows_the_notes_of_its_last_import_escaped(admin_client: Client) -> None:
    conference = make.conference()
    notes = [{"line": 7, "message": "Not understood.", "text": "<script>alert(1)</script>"}]
    run = ImportRun.objects.create()
    ImportedFile.objects.create(run=run, path="a.txt", outcome="created", conference=conference, notes=notes)
    for url in (change(conference), change(run)):
        page = admin_client.get(url).content.decode()
        assert "Line 7: Not understood." in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>alert" not in page


def test_a_report_of_an_import_cannot_be_changed(admin_client: Client) -> None:
    run = ImportRun.objects.create()
    assert admin_client.post(change(run), {"unchanged": "3"}).status_code == 403


def test_turns_are_neither_added_nor_deleted_by_hand(admin_client: Client) -> None:
    turn = make.turn(make.conference())
    assert admin_client.get(reverse("admin:conferences_turn_add")).status_code == 403
    assert (
        admin_client.post(reverse("admin:conferences_turn_delete", args=[turn.pk]), {"post": "yes"}).status_code == 403
    )


def test_a_conference_is_deleted_with_its_turns_and_tags_in_few_queries(admin_client: Client) -> None:
    conference = make.conference()
    topics = [make.topic(f"Topic {number}") for number in range(5)]
    for topic in topics:
        make.tag(make.turn(conference), topic, origin="rule", status="suggested")
    url = reverse("admin:conferences_conference_delete", args=[conference.pk])
    with CaptureQueriesContext(connection) as queries:
        assert b"Turns, with their tags: 5" in admin_client.get(url).content
    assert len(queries) <= 8
    assert admin_client.post(url, {"post": "yes"}).status_code == 302
    assert not Turn.objects.exists()


def test_a_slug_is_offered_for_a_new_source_and_kept_ever_after(admin_client: Client) -> None:
    add = reverse("admin:conferences_source_add")
    assert "slug" in filled_in(admin_client.get(add).content)
    source = make.source()
    assert "slug" not in filled_in(admin_client.get(change(source)).content)
