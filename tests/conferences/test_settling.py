"""What a person says about a conflict."""

import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, TopicPhrase
from apps.conferences.importing.undoing import undo_import
from apps.conferences.models import Conference, Conflict, ImportRun, Turn
from apps.history.undo import undo
from tests import make
from tests.conferences.conflicts import (
    AGAIN,
    BY_EAR,
    EDITED,
    correct,
    corrected_answer,
    in_conflict_about_the_speaker,
    settle,
)
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_one, write
from tests.history.acting import act_called

pytestmark = pytest.mark.django_db


def test_what_is_kept_stays_settled_until_the_source_says_yet_another_thing(
    admin_client: Client, admin_user: User, tmp_path: Path
) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    assert "1 conflict settled." in settle(admin_client, "keep_selected").content.decode()
    conflict = Conflict.objects.get()
    assert (conflict.settled, conflict.settled_by) == ("mine", admin_user)
    import_one(write(tmp_path, briefing(*EDITED, "Moderator: Thank you all.")))
    assert Conflict.objects.get().settled == "mine"
    import_one(write(tmp_path, briefing(*AGAIN)))
    assert Conflict.objects.get().settled == ""
    answer.refresh_from_db()
    assert answer.text == BY_EAR


def test_nobody_is_asked_again_about_what_was_known_or_kept_already(
    admin_client: Client, admin_user: User, tmp_path: Path
) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    settle(admin_client, "keep_selected")
    settled_at = Conflict.objects.get().settled_at
    for version, settled in ((TURNS, "gone"), (EDITED, "mine"), (AGAIN, ""), (EDITED, "mine"), (TURNS, "gone")):
        import_one(write(tmp_path, briefing(*version)))
        conflict = Conflict.objects.get()
        assert conflict.settled == settled
        if settled == "mine":
            assert (conflict.settled_at, conflict.settled_by) == (settled_at, admin_user)
    answer.refresh_from_db()
    assert answer.text == BY_EAR


def test_an_undone_import_and_its_return_ask_nothing_that_was_settled(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    settle(admin_client, "keep_selected")
    for _ in range(2):
        undo_import(ImportRun.objects.latest("pk"), None)
        assert not Conflict.objects.open().exists()


def test_what_was_kept_and_taken_back_is_asked_again(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    settle(admin_client, "keep_selected")
    undo(act_called("Keep ours"))
    assert Conflict.objects.open().exists()
    for version in (AGAIN, EDITED):
        import_one(write(tmp_path, briefing(*version)))
        assert Conflict.objects.open().exists()


def test_what_is_taken_follows_the_source_again(admin_client: Client, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    settle(admin_client, "take_selected")
    answer.refresh_from_db()
    assert ("very end" in answer.text, answer.decided_fields, answer.source_values) == (True, [], {})
    import_one(write(tmp_path, briefing(*AGAIN)))
    answer.refresh_from_db()
    assert "bitter end" in answer.text
    assert Conflict.objects.get().settled == "theirs"


def test_suggested_topics_follow_the_words_that_are_taken(admin_client: Client, tmp_path: Path) -> None:
    TopicPhrase.objects.create(topic=make.topic("Bitterness"), text="bitter")
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*AGAIN)))
    annotate_pending()
    assert not Tag.objects.exists()
    settle(admin_client, "take_selected")
    annotate_pending()
    assert Tag.objects.get().turn == answer


def test_a_date_and_a_speaker_are_taken_as_what_they_are(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference, answer = Conference.objects.get(), Turn.objects.get(text=ANSWER)
    make.conference(day="2019-05-05", slug=conference.slug)
    correct(admin_client, conference, event_date="2019-05-06")
    correct(admin_client, answer, speaker=str(make.speaker("Ottoline Brace").pk))
    version = briefing(day="5 May 2019").replace("\n\nElena Marsh:", "\n\nDario Quennell:")
    import_one(write(tmp_path, version))
    settle(admin_client, "take_selected")
    conference.refresh_from_db()
    answer.refresh_from_db()
    assert conference.event_date == datetime.date(2019, 5, 5)
    assert conference.slug.endswith("-2")
    assert str(answer.speaker) == "Dario Quennell"


def test_nobody_is_taken_too(admin_client: Client) -> None:
    turn = in_conflict_about_the_speaker(None)
    settle(admin_client, "take_selected")
    turn.refresh_from_db()
    assert (turn.speaker, turn.decided_fields) == (None, [])


def test_a_speaker_who_was_deleted_meanwhile_is_not_taken(admin_client: Client) -> None:
    turn = in_conflict_about_the_speaker(10**6)
    assert "was deleted here since" in settle(admin_client, "take_selected").content.decode()
    turn.refresh_from_db()
    assert (Conflict.objects.get().settled, str(turn.speaker)) == ("", "Ottoline Brace")


def test_a_new_correction_is_what_the_conflict_is_about(admin_client: Client, admin_user: User, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    correct(admin_client, answer, text="By ear again.")
    assert (Conflict.objects.get().mine, Conflict.objects.get().settled) == ("By ear again.", "")
    correct(admin_client, answer, text=str(Conflict.objects.get().theirs))
    assert (Conflict.objects.get().settled, Conflict.objects.get().settled_by) == ("mine", admin_user)
