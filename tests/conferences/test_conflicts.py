"""Where the source says something new about what a person decided."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, TopicPhrase
from apps.conferences.models import Conference, Conflict, ImportRun, Speaker, Turn
from tests import make
from tests.admin_form import filled_in
from tests.conferences.transcripts import ANSWER, TITLE, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

LIST = reverse("admin:conferences_conflict_changelist")
EDITED = [*TURNS[:2], TURNS[2].replace("until the end", "until the very end"), *TURNS[3:]]
AGAIN = [*TURNS[:2], TURNS[2].replace("until the end", "until the bitter end"), *TURNS[3:]]
BY_EAR = ANSWER.replace("until the end of the year", "until the end of March")


def correct(client: Client, row: Conference | Turn, **values: str) -> None:
    """As in a browser: open the page, change the fields, press Save."""
    url = reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
    response = client.post(url, {**filled_in(client.get(url).content), **values})
    assert response.status_code == 302, response.content.decode()


def settle(client: Client, action: str) -> Any:
    chosen = [str(pk) for pk in Conflict.objects.values_list("pk", flat=True)]
    return client.post(LIST, {"action": action, "_selected_action": chosen}, follow=True)


def corrected_answer(client: Client, tmp_path: Path) -> Turn:
    import_one(write(tmp_path))
    answer = Turn.objects.get(text=ANSWER)
    correct(client, answer, text=BY_EAR)
    return answer


def in_conflict_about_the_speaker(theirs: int | None) -> Turn:
    turn = make.turn(make.conference(), speaker=make.speaker("Ottoline Brace"), decided_fields=["speaker"])
    Conflict.objects.create(
        conference=turn.conference,
        turn=turn,
        field="speaker",
        mine=turn.speaker and turn.speaker.pk,
        theirs=theirs,
        found_at=datetime.datetime.now(datetime.UTC),
    )
    return turn


class TestFound:
    def test_a_new_title_of_the_source_is_recorded_and_the_persons_stands(
        self, admin_client: Client, tmp_path: Path
    ) -> None:
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

    def test_a_correction_alone_is_no_conflict(self, admin_client: Client, tmp_path: Path) -> None:
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
        self, admin_client: Client, tmp_path: Path, field: str, value: str, version: str
    ) -> None:
        import_one(write(tmp_path))
        correct(admin_client, Conference.objects.get(), **{field: value})
        import_one(write(tmp_path, version))
        assert Conflict.objects.get().field == field
        assert Conflict.objects.get().mine == value

    def test_a_turns_words_and_speaker_are_in_conflict_each_for_itself(
        self, admin_client: Client, tmp_path: Path
    ) -> None:
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
        self, admin_client: Client, tmp_path: Path
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

    def test_a_source_that_goes_back_ends_it(self, admin_client: Client, tmp_path: Path) -> None:
        corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*EDITED)))
        import_one(write(tmp_path))
        assert Conflict.objects.get().settled == "gone"
        import_one(write(tmp_path, briefing(*EDITED)))
        assert Conflict.objects.get().settled == ""

    def test_a_source_that_comes_to_agree_ends_it(self, admin_client: Client, tmp_path: Path) -> None:
        corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*EDITED)))
        import_one(write(tmp_path, briefing().replace(ANSWER, BY_EAR)))
        assert Conflict.objects.get().settled == "gone"

    def test_a_source_that_agrees_for_a_while_and_goes_back_makes_none(
        self, admin_client: Client, tmp_path: Path
    ) -> None:
        corrected_answer(admin_client, tmp_path)
        for version in (briefing().replace(ANSWER, BY_EAR), briefing()):
            import_one(write(tmp_path, version))
            assert not Conflict.objects.open().exists()
        import_one(write(tmp_path, briefing(*EDITED)))
        assert Conflict.objects.open().get().before == ANSWER

    def test_a_person_who_corrects_again_knows_what_the_source_says_by_then(
        self, admin_client: Client, tmp_path: Path
    ) -> None:
        answer = corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing().replace(ANSWER, BY_EAR)))
        correct(admin_client, answer, text="By ear again.")
        import_one(write(tmp_path))
        assert (Conflict.objects.open().get().before, Conflict.objects.get().theirs) == (BY_EAR, ANSWER)

    def test_a_speaker_who_was_merged_is_nobody_new(self, admin_client: Client, tmp_path: Path) -> None:
        import_one(write(tmp_path))
        answer = Turn.objects.get(text=ANSWER)
        correct(admin_client, answer, speaker=str(make.speaker("Ottoline Brace").pk))
        Speaker.objects.filter(name="Elena Marsh").update(merged_into=make.speaker("Elena J. Marsh"))
        import_one(write(tmp_path, briefing(*EDITED)))
        assert not Conflict.objects.exists()

    def test_a_conference_is_known_by_what_was_printed_however_much_is_corrected(
        self, admin_client: Client, tmp_path: Path
    ) -> None:
        import_one(write(tmp_path))
        for turn in Turn.objects.all():
            correct(admin_client, turn, text="Other words.")
        assert import_one(write(tmp_path, briefing(*EDITED))).outcome == "changed"
        assert {turn.text for turn in Turn.objects.all()} == {"Other words."}

    def test_a_withdrawn_correction_is_told(self, admin_client: Client, tmp_path: Path) -> None:
        answer = corrected_answer(admin_client, tmp_path)
        result = import_one(write(tmp_path, briefing(*TURNS[:2], *TURNS[3:])))
        assert any("is withdrawn, with its corrections" in note.message for note in result.notes)
        import_one(write(tmp_path))
        answer.refresh_from_db()
        assert (answer.text, answer.position) == (BY_EAR, 2)


class TestSettled:
    def test_what_is_kept_stays_settled_until_the_source_says_yet_another_thing(
        self, admin_client: Client, admin_user: User, tmp_path: Path
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

    def test_what_is_taken_follows_the_source_again(self, admin_client: Client, tmp_path: Path) -> None:
        answer = corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*EDITED)))
        settle(admin_client, "take_selected")
        answer.refresh_from_db()
        assert ("very end" in answer.text, answer.decided_fields, answer.source_values) == (True, [], {})
        import_one(write(tmp_path, briefing(*AGAIN)))
        answer.refresh_from_db()
        assert "bitter end" in answer.text
        assert Conflict.objects.get().settled == "theirs"

    def test_suggested_topics_follow_the_words_that_are_taken(self, admin_client: Client, tmp_path: Path) -> None:
        TopicPhrase.objects.create(topic=make.topic("Bitterness"), text="bitter")
        answer = corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*AGAIN)))
        annotate_pending()
        assert not Tag.objects.exists()
        settle(admin_client, "take_selected")
        annotate_pending()
        assert Tag.objects.get().turn == answer

    def test_a_date_and_a_speaker_are_taken_as_what_they_are(self, admin_client: Client, tmp_path: Path) -> None:
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

    def test_nobody_is_taken_too(self, admin_client: Client) -> None:
        turn = in_conflict_about_the_speaker(None)
        settle(admin_client, "take_selected")
        turn.refresh_from_db()
        assert (turn.speaker, turn.decided_fields) == (None, [])

    def test_a_speaker_who_was_deleted_meanwhile_is_not_taken(self, admin_client: Client) -> None:
        turn = in_conflict_about_the_speaker(10**6)
        assert "was deleted here since" in settle(admin_client, "take_selected").content.decode()
        turn.refresh_from_db()
        assert (Conflict.objects.get().settled, str(turn.speaker)) == ("", "Ottoline Brace")

    def test_a_new_correction_is_what_the_conflict_is_about(
        self, admin_client: Client, admin_user: User, tmp_path: Path
    ) -> None:
        answer = corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*EDITED)))
        correct(admin_client, answer, text="By ear again.")
        assert (Conflict.objects.get().mine, Conflict.objects.get().settled) == ("By ear again.", "")
        correct(admin_client, answer, text=str(Conflict.objects.get().theirs))
        assert (Conflict.objects.get().settled, Conflict.objects.get().settled_by) == ("mine", admin_user)


class TestPages:
    def test_the_list_shows_what_there_is_to_settle_with_the_difference_marked(
        self, admin_client: Client, tmp_path: Path
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
    def test_one_is_settled_on_its_own_page(
        self, admin_client: Client, tmp_path: Path, button: str, settled: str
    ) -> None:
        corrected_answer(admin_client, tmp_path)
        import_one(write(tmp_path, briefing(*EDITED)))
        url = reverse("admin:conferences_conflict_change", args=[Conflict.objects.get().pk])
        page = admin_client.get(url).content.decode()
        assert "Keep ours" in page
        assert reverse("admin:conferences_turn_change", args=[Turn.objects.get(text=BY_EAR).pk]) in page
        assert admin_client.post(url, {button: "1"}).status_code == 302
        assert Conflict.objects.get().settled == settled
        assert "Keep ours" not in admin_client.get(url).content.decode()

    def test_who_may_only_look_settles_nothing(self, client: Client) -> None:
        conflict = Conflict.objects.create(
            conference=make.conference(), field="title", found_at=datetime.datetime.now(datetime.UTC)
        )
        url = reverse("admin:conferences_conflict_change", args=[conflict.pk])
        assert client.post(url, {"_keep": "1"})["Location"].startswith(reverse("admin:login"))
        reader = User.objects.create_user("reader", is_staff=True)
        client.force_login(reader)
        assert client.post(url, {"_keep": "1"}).status_code == 403
        assert Conflict.objects.get().settled == ""

    def test_the_list_takes_as_many_queries_for_many_rows_as_for_few(self, admin_client: Client) -> None:
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

    def test_hostile_values_are_shown_as_text(self, admin_client: Client) -> None:
        hostile, moment = "<script>alert(1)</script>", datetime.datetime.now(datetime.UTC)
        about = {"conference": make.conference(hostile), "found_at": moment}
        conflict = Conflict.objects.create(field="title", mine=hostile, theirs=hostile + "!", before=hostile, **about)
        for url in (LIST, reverse("admin:conferences_conflict_change", args=[conflict.pk])):
            page = admin_client.get(url).content.decode()
            assert "&lt;script&gt;alert(1)" in page
            assert "<script>alert(1)" not in page
