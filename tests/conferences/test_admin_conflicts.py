"""The pages of conflicts in the admin."""

import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.conferences.models import Conflict, Turn
from tests import make
from tests.admin_form import filled_in
from tests.conferences.conflicts import (
    AGAIN,
    BY_EAR,
    EDITED,
    LIST,
    corrected_answer,
    settle,
)
from tests.conferences.transcripts import TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db


def test_the_list_shows_what_there_is_to_settle_with_the_difference_marked(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    page = admin_client.get(LIST).content.decode()
    assert "the end of <mark>March.</mark>" in page
    assert "until the <mark>very</mark> end of <mark>the year.</mark>" in page
    settle(admin_client, "keep_selected")
    assert "<mark>" not in admin_client.get(LIST).content.decode()
    assert "<mark>" in admin_client.get(f"{LIST}?state=settled").content.decode()
    assert "<mark>" in admin_client.get(f"{LIST}?state=all").content.decode()


@pytest.mark.parametrize(("button", "settled"), [("_keep", "mine"), ("_take", "theirs")])
def test_one_is_settled_on_its_own_page(admin_client: Client, tmp_path: Path, button: str, settled: str) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    url = reverse("admin:conferences_conflict_change", args=[Conflict.objects.get().pk])
    page = admin_client.get(url).content.decode()
    assert "Keep ours" in page
    assert reverse("admin:conferences_turn_change", args=[Turn.objects.get(text=BY_EAR).pk]) in page
    assert admin_client.post(url, {**filled_in(page.encode()), button: "1"}).status_code == 302
    assert Conflict.objects.get().settled == settled
    assert "Keep ours" not in admin_client.get(url).content.decode()


@pytest.mark.parametrize("button", ["_keep", "_take"])
def test_what_the_source_says_since_the_page_was_opened_is_shown_and_not_settled(
    admin_client: Client, tmp_path: Path, button: str
) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    url = reverse("admin:conferences_conflict_change", args=[Conflict.objects.get().pk])
    opened = filled_in(admin_client.get(url).content)
    import_one(write(tmp_path, briefing(*AGAIN)))
    answer = admin_client.post(url, {**opened, button: "1"}, follow=True).content.decode()
    assert "The source says something else by now" in answer
    assert "bitter" in answer
    assert Conflict.objects.open().count() == 1
    assert Turn.objects.filter(text=BY_EAR).exists()
    assert admin_client.post(url, {**filled_in(admin_client.get(url).content), button: "1"}).status_code == 302
    assert not Conflict.objects.open().exists()


def test_what_the_source_says_since_the_list_was_opened_is_not_settled(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    opened = admin_client.get(LIST).content
    import_one(write(tmp_path, briefing(*AGAIN)))
    chosen = {"_selected_action": str(Conflict.objects.get().pk), "action": "take_selected"}
    answer = admin_client.post(LIST, {**filled_in(opened), **chosen}, follow=True).content.decode()
    assert "The source says something else by now" in answer
    assert Conflict.objects.open().count() == 1


@pytest.mark.parametrize("number", ["99999999", "abc"])
def test_a_conflict_that_does_not_exist_is_not_found(admin_client: Client, number: str) -> None:
    url = reverse("admin:conferences_conflict_change", args=[number])
    assert admin_client.post(url, {"_keep": "1"}).status_code == 404


def test_who_may_only_look_settles_nothing(client: Client) -> None:
    conflict = Conflict.objects.create(
        conference=make.conference(), field="title", found_at=datetime.datetime.now(datetime.UTC)
    )
    url = reverse("admin:conferences_conflict_change", args=[conflict.pk])
    assert client.post(url, {"_keep": "1"})["Location"].startswith(reverse("admin:login"))
    reader = User.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    assert client.post(url, {"_keep": "1"}).status_code == 403
    assert Conflict.objects.get().settled == ""


def test_the_list_takes_as_many_queries_for_many_rows_as_for_few(admin_client: Client) -> None:
    counts = []
    for number in range(2, 9, 6):
        for _ in range(number):
            turn, moment = make.turn(make.conference()), datetime.datetime.now(datetime.UTC)
            about = {"conference": turn.conference, "turn": turn, "found_at": moment}
            Conflict.objects.create(field="speaker", mine=make.speaker().pk, theirs=make.speaker().pk, **about)
            Conflict.objects.create(field="organisation", mine=make.organisation().pk, **about)
        with CaptureQueriesContext(connection) as queries:
            assert "Elena Marsh" in admin_client.get(LIST).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_hostile_values_are_shown_as_text(admin_client: Client) -> None:
    hostile, moment = "<script>alert(1)</script>", datetime.datetime.now(datetime.UTC)
    about = {"conference": make.conference(hostile), "found_at": moment}
    conflict = Conflict.objects.create(field="title", mine=hostile, theirs=hostile + "!", before=hostile, **about)
    for url in (LIST, reverse("admin:conferences_conflict_change", args=[conflict.pk])):
        page = admin_client.get(url).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page


def test_while_its_turn_is_withdrawn_a_conflict_waits_apart_and_comes_back_with_the_words(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    import_one(write(tmp_path, briefing(*TURNS[:2], *TURNS[3:])))
    url = reverse("admin:conferences_conflict_change", args=[Conflict.objects.get().pk])
    assert "<mark>" not in admin_client.get(LIST).content.decode()
    assert "<mark>" in admin_client.get(f"{LIST}?state=withdrawn").content.decode()
    page = admin_client.get(url).content.decode()
    assert "nothing to settle while the turn is withdrawn" in page
    assert "Keep ours" not in page
    assert "0 conflicts settled." in settle(admin_client, "keep_selected").content.decode()
    import_one(write(tmp_path, briefing(*EDITED)))
    assert Conflict.objects.open().exists()
    assert "<mark>" in admin_client.get(LIST).content.decode()
    assert "Keep ours" in admin_client.get(url).content.decode()
