"""Seeing what happened in the admin, and taking it back there."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.annotations.models import Tag, Topic
from apps.conferences.models import Conference, Turn
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db

ACTS = "admin:history_act_changelist"


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def rejected(count: int, user: User, name: str = "Reject") -> list[Tag]:
    turn = make.turn(make.conference())
    tags = [
        make.tag(turn, make.topic(f"{name} {number}"), origin="rule", status="suggested", score=0.5)
        for number in range(count)
    ]
    with acting(name, user=user.pk):
        Tag.objects.filter(pk__in=[tag.pk for tag in tags]).reject(user)
    return tags


def test_the_history_of_a_turn_says_what_changed_from_what_to_what_and_who_did_it(
    admin_client: Client, admin_user: User
) -> None:
    with acting("Import", machine=True):
        turn = make.turn(
            make.conference(), "We met <today> and the mood was good. " * 19 + "The fares stay as they are."
        )
        tag = make.tag(turn, make.topic("Missiles"), origin="rule", status="suggested")
    speaker = make.speaker("Elena Marsh")
    url = reverse("admin:conferences_turn_change", args=[turn.pk])
    data = filled_in(admin_client.get(url).content)
    new = {"speaker": str(speaker.pk), "text": turn.text.replace("stay", "go up"), "tags-0-status": "rejected"}
    assert admin_client.post(url, {**data, **new}).status_code == 302
    text = page(admin_client, "admin:conferences_turn_history", turn.pk)
    assert text.count(f"<td>{admin_user.username}</td>") == 2  # the turn and its tag
    assert (
        '<li>Speaker: <span class="quiet">nothing</span> <span aria-label="to">→</span> <ins>Elena Marsh</ins>' in text
    )
    assert "<del>stay </del>" in text
    assert "<ins>go up </ins>" in text
    assert "&lt;today&gt;" in text
    assert "<today>" not in text
    assert text.count("the mood was good") < 10  # named and cut down to what differs
    assert '<del>Suggested</del> <span aria-label="to">→</span> <ins>Rejected</ins>' in text
    act = Act.objects.get(metadata__url=url)
    assert reverse("admin:history_act_change", args=[act.pk]) in text
    assert str(tag.topic) in text


def test_the_history_of_a_topic_includes_its_phrases(admin_client: Client) -> None:
    topic = make.topic("Missiles")
    topic.phrases.create(text="rocket")
    topic.phrases.all().delete()
    text = page(admin_client, "admin:annotations_topic_history", topic.pk)
    assert re.search(r"Deleted <ul> <li>Phrase: <del>rocket</del>", text)
    assert re.search(r"Added <ul> <li>Phrase: .*<ins>rocket</ins>", text)


@pytest.mark.parametrize("model", ["conference", "turn", "speaker", "organisation"])
def test_every_record_has_a_history_page(model: str, admin_client: Client) -> None:
    turn = make.turn(make.conference(), speaker=make.speaker(), organisation=make.organisation())
    rows = {"conference": turn.conference, "turn": turn, "speaker": turn.speaker, "organisation": turn.organisation}
    row = rows[model]
    assert row
    assert "Added" in page(admin_client, f"admin:conferences_{model}_history", row.pk)


def test_what_an_import_brought_and_nobody_touched_has_no_history_yet(admin_client: Client) -> None:
    with acting("Import", machine=True):
        conference = make.conference()
    assert "nothing has changed" in page(admin_client, "admin:conferences_conference_history", conference.pk)


def test_dates_are_shown_as_people_write_them(admin_client: Client) -> None:
    conference = make.conference(day="2019-05-04")
    with acting():
        Conference.objects.update(event_date=date(2020, 1, 2))
    text = page(admin_client, "admin:conferences_conference_history", conference.pk)
    assert "<del>4 May 2019</del>" in text
    assert "<ins>2 January 2020</ins>" in text


def test_the_list_of_acts_says_who_did_what_and_to_how_many_rows(admin_client: Client, admin_user: User) -> None:
    rejected(3, admin_user)
    with acting("Import", machine=True, file="ferry.txt"):
        Turn.objects.update(text="Changed.")
    text = page(admin_client, ACTS)
    for cell in ("3 tags", admin_user.username, "Reject", "1 turn", "Import ferry.txt", "nobody: Rostrum itself"):
        assert f">{cell}</td>" in text
    for by, there, absent in (("people", "Reject", "ferry.txt"), ("machines", "ferry.txt", "Reject")):
        text = admin_client.get(reverse(ACTS), {"by": by}).content.decode()
        assert f"{there}</td>" in text
        assert f"{absent}</td>" not in text


def test_the_list_of_acts_takes_as_many_queries_for_many_acts_as_for_few(
    admin_client: Client, admin_user: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(reverse(ACTS)).status_code == 200
        return len(captured)

    rejected(2, admin_user, "First")
    few = queries()
    for number in range(5):
        rejected(2, admin_user, f"Act {number}")
    assert queries() == few
    assert few <= 12


def test_an_act_lists_its_changes_in_as_many_queries_for_many_rows_as_for_few(
    admin_client: Client, admin_user: User
) -> None:
    counts = []
    for count in (2, 40):
        rejected(count, admin_user, f"Reject {count}")
        url = reverse("admin:history_act_change", args=[act_called(f"Reject {count}").pk])
        with CaptureQueriesContext(connection) as captured:
            text = admin_client.get(url).content.decode()
        assert f"{count} tags changed" in text
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 30


def test_an_act_is_undone_in_one_click_after_a_preview(admin_client: Client, admin_user: User) -> None:
    first, *_ = rejected(5, admin_user)
    act = act_called("Reject")
    with acting("Judge again", user=admin_user.pk):
        Tag.objects.filter(pk=first.pk).confirm(admin_user)
    url = reverse("admin:history_act_undo", args=[act.pk])
    assert url in page(admin_client, "admin:history_act_change", act.pk)
    text = page(admin_client, "admin:history_act_undo", act.pk)
    assert "4 tags to change back." in text
    assert "Left alone: 1" in text
    assert "Changed later: " in text
    assert "Judge again" in text
    assert Tag.objects.filter(status="rejected").count() == 4  # a preview changes nothing
    done = admin_client.post(url, follow=True).content.decode()
    assert f'Undone in 4 rows. Left alone: 1 row. <a href="{url}">See which</a>' in done
    again = page(admin_client, "admin:history_act_undo", act.pk)
    assert "There is nothing to take back" in again
    assert "Judge again" in again
    assert sorted(Tag.objects.values_list("status", flat=True)) == ["confirmed"] + ["suggested"] * 4
    undo = Act.objects.with_user_name().get(metadata__undoes=str(act.pk))
    assert (str(undo), undo.who) == ("Undo: Reject", admin_user.username)
    assert reverse("admin:history_act_change", args=[undo.pk]) in done
    assert "nothing to take back" in page(admin_client, "admin:history_act_undo", act.pk)


def test_an_act_of_a_machine_is_not_undone(admin_client: Client) -> None:
    topic = make.topic("Missiles")
    with acting("Import", machine=True):
        Topic.objects.update(name="Rockets")
    act = act_called("Import")
    url = reverse("admin:history_act_undo", args=[act.pk])
    told = page(admin_client, "admin:history_act_change", act.pk)
    assert url not in told
    assert "What Rostrum adds by itself is not listed here" in told
    assert [admin_client.get(url).status_code, admin_client.post(url).status_code] == [403, 403]
    assert Topic.objects.get(pk=topic.pk).name == "Rockets"


def test_only_who_may_change_the_rows_may_undo(client: Client, admin_user: User) -> None:
    rejected(1, admin_user)
    act = act_called("Reject")
    url = reverse("admin:history_act_undo", args=[act.pk])
    user = User.objects.create_user("clerk", is_staff=True)
    for codename, expected in (("view_act", 403), ("undo_act", 403), ("change_tag", 302)):
        user.user_permissions.add(Permission.objects.get(codename=codename))
        client.force_login(User.objects.get(pk=user.pk))
        assert client.post(url).status_code == expected


def test_all_that_is_left_alone_is_named_page_by_page(
    admin_client: Client, admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.history.admin.act.PER_PAGE", 2)
    rejected(3, admin_user)
    with acting("Judge again", user=admin_user.pk):
        Tag.objects.all().confirm(admin_user)
    url = reverse("admin:history_act_undo", args=[act_called("Reject").pk])
    pages = [admin_client.get(url, {"p": p}).content.decode().count("Changed later") for p in (1, 2)]
    assert pages == [2, 1]


def test_an_undo_that_finds_nothing_to_take_back_says_so(admin_client: Client, admin_user: User) -> None:
    rejected(1, admin_user)
    with acting("Judge again", user=admin_user.pk):
        Tag.objects.all().confirm(admin_user)
    url = reverse("admin:history_act_undo", args=[act_called("Reject").pk])
    done = admin_client.post(url, follow=True).content.decode()
    assert f'<li class="warning">Nothing was undone. Left alone: 1 row. <a href="{url}">See which</a></li>' in done


def test_nobody_deletes_or_adds_by_undo_what_she_may_not_delete_or_add(client: Client, admin_user: User) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="Editor"))
    client.force_login(editor)
    for who, expected in ((admin_user, 403), (editor, 302)):
        with acting(f"Add by {who}", user=who.pk):
            topic = make.topic(f"Topic of {who}")
        url = reverse("admin:history_act_undo", args=[act_called(f"Add by {who}").pk])
        assert client.post(url).status_code == expected
        assert Topic.objects.filter(pk=topic.pk).exists() == (expected == 403)


def test_an_act_that_does_not_exist_is_not_found(admin_client: Client) -> None:
    for name in ("admin:history_act_change", "admin:history_act_undo"):
        for key in ("no-id", "00000000-0000-0000-0000-000000000000"):
            assert admin_client.get(reverse(name, args=[key])).status_code == 404


def test_acts_are_neither_added_nor_changed_nor_deleted_by_hand(admin_client: Client, admin_user: User) -> None:
    rejected(1, admin_user)
    act = act_called("Reject")
    assert admin_client.get(reverse("admin:history_act_add")).status_code == 403
    assert admin_client.post(reverse("admin:history_act_delete", args=[act.pk]), {"post": "yes"}).status_code == 403
    admin_client.post(reverse("admin:history_act_change", args=[act.pk]), {"metadata": "{}"})
    assert Act.objects.get(pk=act.pk).metadata == act.metadata
