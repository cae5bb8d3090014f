"""Where the source says something new about what a person decided."""

from pathlib import Path

import pytest
from django.test import Client

from apps.conferences.models import Conference, Conflict, ImportRun, Speaker, Turn
from tests import make
from tests.conferences.conflicts import AGAIN, BY_EAR, EDITED, correct, corrected_answer
from tests.conferences.transcripts import ANSWER, TITLE, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db


def test_a_new_title_of_the_source_is_recorded_and_the_persons_stands(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference = Conference.objects.get()
    correct(admin_client, conference, title="Ferry briefing")
    result = import_one(write(tmp_path, briefing(title="Weekly ferry briefing by Elena Marsh")))
    conflict = Conflict.objects.get()
    assert (conflict.conference, conflict.turn, conflict.field) == (conference, None, "title")
    assert (conflict.mine, conflict.theirs) == ("Ferry briefing", "Weekly ferry briefing by Elena Marsh")
    assert (conflict.before, conflict.settled, conflict.run) == (TITLE, "", ImportRun.objects.first())
    assert Conference.objects.get().title == "Ferry briefing"
    assert "something new about the title" in result.notes[0].message


def test_a_corrected_turn_that_vanished_and_comes_back_reworded_is_the_same_and_in_conflict(
    admin_client: Client, tmp_path: Path
) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*TURNS[:2])))
    assert Turn.objects.get(pk=answer.pk).withdrawn_at
    import_one(write(tmp_path, briefing(*EDITED)))
    answer.refresh_from_db()
    assert (answer.text, answer.withdrawn_at) == (BY_EAR, None)
    conflict = Conflict.objects.get()
    assert (conflict.turn, conflict.field, conflict.mine) == (answer, "text", BY_EAR)
    assert conflict.theirs
    assert "very end" in conflict.theirs


def test_a_correction_alone_is_no_conflict(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*TURNS, "Moderator: Thank you all.")))
    assert not Conflict.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "version"),
    [
        ("event_date", "2019-05-06", briefing(day="5 May 2019")),
        ("delivery", "As heard", briefing(day="4 May 2019\n\n(As delivered)")),
    ],
)
def test_every_field_of_a_conference_can_be_in_conflict(
    admin_client: Client, tmp_path: Path, field: str, value: str, version: str
) -> None:
    import_one(write(tmp_path))
    correct(admin_client, Conference.objects.get(), **{field: value})
    import_one(write(tmp_path, version))
    assert Conflict.objects.get().field == field
    assert Conflict.objects.get().mine == value


def test_a_turns_words_and_speaker_are_in_conflict_each_for_itself(admin_client: Client, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    correct(admin_client, answer, speaker=str(make.speaker("Ottoline Brace").pk))
    version = briefing(*EDITED).replace("\n\nElena Marsh:", "\n\nDario Quennell:")
    import_one(write(tmp_path, version))
    found = {conflict.field: conflict for conflict in Conflict.objects.all()}
    assert set(found) == {"text", "speaker"}
    assert "very end" in str(found["text"].theirs)
    assert found["speaker"].theirs == Speaker.objects.get(name="Dario Quennell").pk
    answer.refresh_from_db()
    assert (answer.text, str(answer.speaker)) == (BY_EAR, "Ottoline Brace")


def test_the_same_version_again_changes_nothing_and_a_newer_one_updates_the_row(
    admin_client: Client, tmp_path: Path
) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    found = Conflict.objects.get()
    import_one(write(tmp_path, briefing(*EDITED, "Moderator: Thank you all.")))
    assert Conflict.objects.get().found_at == found.found_at
    import_one(write(tmp_path, briefing(*AGAIN)))
    conflict = Conflict.objects.get()
    assert (conflict.pk, conflict.before) == (found.pk, ANSWER)
    assert "bitter end" in str(conflict.theirs)


def test_a_source_that_goes_back_ends_it(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    import_one(write(tmp_path))
    assert Conflict.objects.get().settled == "gone"
    import_one(write(tmp_path, briefing(*EDITED)))
    assert Conflict.objects.get().settled == ""


def test_a_source_that_comes_to_agree_ends_it(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    import_one(write(tmp_path, briefing().replace(ANSWER, BY_EAR)))
    assert Conflict.objects.get().settled == "gone"


def test_a_source_that_agrees_for_a_while_and_goes_back_makes_none(admin_client: Client, tmp_path: Path) -> None:
    corrected_answer(admin_client, tmp_path)
    for version in (briefing().replace(ANSWER, BY_EAR), briefing()):
        import_one(write(tmp_path, version))
        assert not Conflict.objects.open().exists()
    import_one(write(tmp_path, briefing(*EDITED)))
    assert Conflict.objects.open().get().before == ANSWER


def test_a_person_who_corrects_again_knows_what_the_source_says_by_then(admin_client: Client, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing().replace(ANSWER, BY_EAR)))
    correct(admin_client, answer, text="By ear again.")
    import_one(write(tmp_path))
    assert (Conflict.objects.open().get().before, Conflict.objects.get().theirs) == (BY_EAR, ANSWER)


def test_a_speaker_who_was_merged_is_nobody_new(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    answer = Turn.objects.get(text=ANSWER)
    correct(admin_client, answer, speaker=str(make.speaker("Ottoline Brace").pk))
    Speaker.objects.filter(name="Elena Marsh").update(merged_into=make.speaker("Elena J. Marsh"))
    import_one(write(tmp_path, briefing(*EDITED)))
    assert not Conflict.objects.exists()


def test_a_conference_is_known_by_what_was_printed_however_much_is_corrected(
    admin_client: Client, tmp_path: Path
) -> None:
    import_one(write(tmp_path))
    for turn in Turn.objects.all():
        correct(admin_client, turn, text="Other words.")
    assert import_one(write(tmp_path, briefing(*EDITED))).outcome == "changed"
    assert {turn.text for turn in Turn.objects.all()} == {"Other words."}


def test_a_withdrawn_correction_is_told(admin_client: Client, tmp_path: Path) -> None:
    answer = corrected_answer(admin_client, tmp_path)
    result = import_one(write(tmp_path, briefing(*TURNS[:2], *TURNS[3:])))
    assert any("is withdrawn, with its corrections" in note.message for note in result.notes)
    import_one(write(tmp_path))
    answer.refresh_from_db()
    assert (answer.text, answer.position) == (BY_EAR, 2)
