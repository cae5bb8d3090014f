"""A conference that was deleted, and its return."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import CASCADE
from django.test import Client
from django.urls import reverse

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, TopicPhrase
from apps.conferences.models import Conference, ConferenceAddress, Conflict, SourceFile, Turn, TurnKey, TurnVersion
from apps.history.models import Act, KeptRow
from apps.history.undo import CHANGED_LATER, TAKEN, preview_undo, undo
from tests import make
from tests.conferences.conflicts import AGAIN, EDITED, correct, corrected_answer
from tests.conferences.transcripts import briefing, import_one, write
from tests.history.acting import act_called, acting, last_act

pytestmark = pytest.mark.django_db(transaction=True)

KEPT: list[Any] = [Conference, ConferenceAddress, Conflict, SourceFile, Tag, Turn, TurnKey, TurnVersion]


def rows() -> dict[str, list[Any]]:
    found = {model.__name__: list(model._base_manager.order_by("pk").values()) for model in KEPT}
    for tag in found["Tag"]:
        del tag["created_at"]  # when the row came into the table, which nobody is shown
    return found


def a_conference_with_all_that_it_can_have(client: Client, tmp_path: Path) -> Conference:
    """Corrected, in conflict, tagged, moved to another day, with earlier words and keys, a withdrawn turn, a file."""
    TopicPhrase.objects.create(topic=make.topic("Fares"), text="fares")
    corrected_answer(client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED, day="5 May 2019").encode("utf-16")))
    import_one(write(tmp_path, briefing(*AGAIN[:4], day="5 May 2019").encode("utf-16")))
    annotate_pending()
    Tag.objects.all().confirm(User.objects.get())
    conference = Conference.objects.get()
    correct(client, conference, title="By hand")
    assert all(values for values in rows().values())
    return conference


def delete(client: Client, conference: Conference) -> Any:
    return client.post(
        reverse("admin:conferences_conference_delete", args=[conference.pk]), {"post": "yes"}, follow=True
    )


def test_a_deleted_conference_comes_back_whole_with_its_links_and_corrections(
    admin_client: Client, tmp_path: Path
) -> None:
    conference = a_conference_with_all_that_it_can_have(admin_client, tmp_path)
    before, link = rows(), Turn.objects.standing().last().permalink  # type: ignore[union-attr]
    page = delete(admin_client, conference).content.decode()
    assert "is kept, except what readers reported." in page
    assert "See or undo the deletion" in page
    assert not any(rows()[model.__name__] for model in KEPT)
    assert admin_client.get(link).status_code == 404
    page = admin_client.post(reverse("admin:history_act_undo", args=[last_act().pk]), follow=True).content.decode()
    assert "Left alone" not in page
    assert rows() == before
    assert admin_client.get(link, follow=True).status_code == 200
    assert import_one(tmp_path / "Meridian Alliance" / "ferry.txt").outcome == "unchanged"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_several_deleted_at_once_come_back_at_once(admin_client: Client) -> None:
    for number in range(3):
        make.turn(make.conference(f"Briefing {number}"))
    before = rows()
    listed = reverse("admin:conferences_conference_changelist")
    chosen = [str(pk) for pk in Conference.objects.values_list("pk", flat=True)]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    admin_client.post(listed, data)
    assert not Conference.objects.exists()
    undo(act_called("Delete conferences"))
    assert rows() == before


def test_what_has_taken_its_place_meanwhile_stays_and_is_named(admin_client: Client, tmp_path: Path) -> None:
    path = write(tmp_path)
    import_one(path)
    delete(admin_client, Conference.objects.get())
    deletion = last_act()
    import_one(path)
    new = Conference.objects.get()
    undone = undo(deletion)
    assert {reason for _, reason in undone.left} == {TAKEN}
    assert Conference.objects.get() == new


def test_a_turn_that_plain_sql_deleted_comes_back() -> None:
    turn = make.turn(make.conference(), "We meet in May.")
    before = rows()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM annotations_pendingannotation")
        cursor.execute("DELETE FROM conferences_turn WHERE id = %s", [turn.pk])
    [act] = [one for one in Act.objects.all() if KeptRow.objects.filter(act=one.pk)]
    undo(act)
    assert rows() == before


def test_a_preview_of_the_return_brings_nothing_back() -> None:
    make.turn(make.conference())
    with acting("Delete"):
        Conference.objects.all().delete()
    assert len(preview_undo(act_called("Delete")).taken_back) == 2
    assert not Conference.objects.exists()


def test_every_table_that_goes_with_a_conference_is_kept_comes_from_the_history_or_is_left_out_with_a_reason() -> None:
    left_out = {
        "annotations_report": "what readers wrote, with a trace of who they are, is not kept behind their backs",
        "annotations_pendingannotation": "made anew by triggers",
        "annotations_annotatedturn": "made anew by the next annotation",
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'keep_when_deleted'")
        kept = {name for (name,) in cursor.fetchall()}
    tracked = {
        model.pgh_tracked_model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")
    }
    going: set[Any] = {Conference}
    found: set[Any] = {Conference}
    while going:
        going = {
            relation.related_model
            for model in going
            for relation in model._meta.get_fields(include_hidden=True)
            if getattr(relation, "on_delete", None) is CASCADE and relation.related_model not in found
        }
        found |= going
    assert {model._meta.db_table for model in found} - kept - tracked == set(left_out)


def test_an_undone_deletion_is_undone_whole_with_earlier_words_and_what_machines_added(
    admin_client: Client, tmp_path: Path
) -> None:
    conference = a_conference_with_all_that_it_can_have(admin_client, tmp_path)
    before = rows()
    with acting("Delete"):
        conference.delete()
    with acting("Undo"):
        undo(act_called("Delete"))
    annotate_pending()
    with acting("Undo the undo"):
        undone = undo(act_called("Undo"))
    assert not undone.left
    assert not any(rows()[model.__name__] for model in KEPT)
    undo(act_called("Undo the undo"))
    assert rows() == before


def test_a_conference_that_came_back_and_was_corrected_since_stays_whole(admin_client: Client) -> None:
    conference = make.conference()
    turns = [make.turn(conference, words) for words in ("One.", "Two.", "Three.")]
    with acting("Delete"):
        conference.delete()
    with acting("Undo"):
        undo(act_called("Delete"))
    with acting("Correct"):
        Turn.objects.filter(pk=turns[1].pk).update(text="Second.")
    undone = undo(act_called("Undo"))
    assert not undone.taken_back
    assert {(reason, change.next_act_id) for change, reason in undone.left} == {
        (CHANGED_LATER, act_called("Correct").pk)
    }
    assert [turn.text for turn in Turn.objects.order_by("position")] == ["One.", "Second.", "Three."]


def test_a_deleted_conference_comes_back_with_every_turn_though_one_of_its_speakers_is_gone(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    with acting("Add a speaker"):
        speaker = make.speaker("Ottoline Brace")
    turn = Turn.objects.in_order()[1]
    turn.decide(["speaker"])
    turn.speaker = speaker
    turn.save()
    before = list(Turn.objects.in_order().values_list("public_id", "text"))
    with acting("Delete it"):
        Conference.objects.all().delete()
    undo(act_called("Add a speaker"))
    assert undo(act_called("Delete it")).left == []
    assert list(Turn.objects.in_order().values_list("public_id", "text")) == before
    assert Turn.objects.get(pk=turn.pk).speaker is None
