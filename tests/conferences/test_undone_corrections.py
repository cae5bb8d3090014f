"""Undoing a decision after the source has changed: what comes back is what would stand without it."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from apps.conferences.models import Conference, Conflict, Turn
from apps.history.models import Act
from tests import make
from tests.conferences.conflicts import AGAIN, BY_EAR, EDITED, correct, corrected_answer, settle
from tests.conferences.transcripts import ANSWER, TITLE, briefing, import_one, write

pytestmark = pytest.mark.django_db(transaction=True)

SECOND, THIRD = "Briefing by Secretary General Elena Marsh", "Statement of Secretary General Elena Marsh"


def undo_last(client: Client, skip: int = 0) -> str:
    """Press Undo on the last act of a person, or on one before it; returns the page that follows."""
    acts = Act.objects.filter(metadata__has_key="user").order_by("-created_at", "-updated_at")
    url = reverse("admin:history_act_undo", args=[acts[skip].pk])
    return str(client.post(url, follow=True).content.decode())


def corrected_title(client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    correct(client, Conference.objects.get(), title="By hand")


def retitle(tmp_path: Path, title: str) -> None:
    import_one(write(tmp_path, briefing(title=title)))


def stands() -> tuple[str, list[str], dict[str, object]]:
    conference = Conference.objects.get()
    return conference.title, conference.decided_fields, conference.source_values


def test_an_undone_title_is_what_the_source_says_by_now(admin_client: Client, tmp_path: Path) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    assert "Undone in 1 row." in undo_last(admin_client)
    assert stands() == (SECOND, [], {})
    assert (Conflict.objects.get().settled, Conflict.objects.open().count()) == ("gone", 0)
    retitle(tmp_path, THIRD)
    assert stands() == (THIRD, [], {})


def test_undone_words_are_what_the_source_says_by_now(admin_client: Client, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    undo_last(admin_client)
    answer.refresh_from_db()
    assert (answer.text, answer.decided_fields) == (ANSWER.replace("until the end", "until the very end"), [])
    assert not Conflict.objects.open().exists()


def test_an_undone_speaker_is_who_the_source_names_by_now(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    answer = Turn.objects.get(text=ANSWER)
    correct(admin_client, answer, speaker=str(make.speaker("Ottoline Brace").pk))
    import_one(write(tmp_path, briefing().replace("\n\nElena Marsh:", "\n\nDario Quennell:")))
    undo_last(admin_client)
    answer.refresh_from_db()
    assert (str(answer.speaker), answer.decided_fields) == ("Dario Quennell", [])


def test_an_undone_date_is_the_day_that_the_source_says_by_now(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    correct(admin_client, Conference.objects.get(), event_date="2019-06-06")
    import_one(write(tmp_path, briefing(day="5 May 2019")))
    undo_last(admin_client)
    conference = Conference.objects.get()
    assert (str(conference.event_date), conference.decided_fields) == ("2019-05-05", [])


def test_the_undo_of_that_undo_brings_the_correction_and_its_conflict_back(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    undo_last(admin_client)
    undo_last(admin_client)
    assert stands() == ("By hand", ["title"], {"title": SECOND})
    conflict = Conflict.objects.open().get()
    assert (conflict.mine, conflict.theirs, conflict.before) == ("By hand", SECOND, TITLE)


def test_a_correction_that_comes_back_after_the_source_changed_is_in_conflict_with_what_it_says_by_now(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_title(admin_client, tmp_path)
    undo_last(admin_client)
    retitle(tmp_path, SECOND)
    undo_last(admin_client)
    assert stands() == ("By hand", ["title"], {"title": SECOND})
    conflict = Conflict.objects.open().get()
    assert (conflict.mine, conflict.theirs, conflict.before) == ("By hand", SECOND, TITLE)


def test_taking_the_sources_undone_reopens_the_conflict_with_what_the_source_says_by_now(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    settle(admin_client, "take_selected")
    retitle(tmp_path, THIRD)
    undo_last(admin_client)
    assert stands() == ("By hand", ["title"], {"title": THIRD})
    conflict = Conflict.objects.open().get()
    assert (conflict.mine, conflict.theirs) == ("By hand", THIRD)
    settle(admin_client, "take_selected")
    assert stands() == (THIRD, [], {})


def test_taking_the_sources_undone_after_the_source_went_back_leaves_no_conflict(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    settle(admin_client, "take_selected")
    retitle(tmp_path, TITLE)
    undo_last(admin_client)
    assert stands() == ("By hand", ["title"], {"title": TITLE})
    assert not Conflict.objects.open().exists()


def test_a_field_that_somebody_decided_anew_is_left_alone_and_the_conflict_stays_over(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    settle(admin_client, "take_selected")
    correct(admin_client, Conference.objects.get(), title="By another hand")
    assert "Left alone: 1 row." in undo_last(admin_client, skip=1)
    assert stands() == ("By another hand", ["title"], {"title": SECOND})
    assert all(conflict.mine == "By another hand" for conflict in Conflict.objects.open())


def test_of_two_corrections_the_undone_second_leaves_the_first_and_its_conflict(
    admin_client: Client, tmp_path: Path
) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    correct(admin_client, answer, text="By ear again.")
    import_one(write(tmp_path, briefing(*AGAIN)))
    undo_last(admin_client)
    answer.refresh_from_db()
    assert (answer.text, answer.decided_fields) == (BY_EAR, ["text"])
    assert (Conflict.objects.open().get().mine, "bitter" in str(Conflict.objects.get().theirs)) == (BY_EAR, True)


def test_keeping_ours_is_over_once_the_correction_is_undone(admin_client: Client, tmp_path: Path) -> None:
    corrected_title(admin_client, tmp_path)
    retitle(tmp_path, SECOND)
    settle(admin_client, "keep_selected")
    undo_last(admin_client, skip=1)
    assert stands() == (SECOND, [], {})
    assert Conflict.objects.get().settled == "gone"
