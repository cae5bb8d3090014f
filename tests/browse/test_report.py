"""A reader says that something is wrong: without an account, a few times an hour, to the editors alone."""

import datetime
import threading

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from apps.annotations.decisions import save_decision
from apps.annotations.models import Report
from apps.annotations.reports import MOST, TooManyError, reporter_of
from apps.conferences.models import Turn
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db

FORM = "/turns/abc/report/"
QUEUE = "/admin/annotations/tag/review/"


@pytest.fixture
def turn(db: None) -> Turn:
    return make.turn(make.conference(), "Rockets <b>over</b> Port Calder.", public_id="abc")


def report(client: Client, words: str = "It says ships.", status: int = 302, **given: object) -> str:
    response = client.post(FORM, {"words": words, **given})
    assert response.status_code == status
    return response.content.decode()


def test_every_turn_leads_to_the_form(client: Client, turn: Turn) -> None:
    assert FORM in get(client, turn.conference.get_absolute_url()).links


def test_a_reader_reports_a_turn_or_a_topic_that_is_shown_on_it(client: Client, turn: Turn) -> None:
    arms = make.tag(turn, make.topic("Arms")).topic
    assert "Rockets <b>over</b> Port Calder." in get(client, FORM).text
    assert "Thank you." in client.post(FORM, {"words": "No.", "topic": arms.pk}, follow=True).content.decode()
    report(client)
    assert set(Report.objects.values_list("turn", "topic", "words")) == {
        (turn.pk, arms.pk, "No."),
        (turn.pk, None, "It says ships."),
    }


@pytest.mark.usefixtures("turn")
class TestRefused:
    @pytest.mark.parametrize("words", ["", " ", "x" * (Report.LONGEST + 1), "nul\0"])
    def test_no_words_or_too_many_are_refused(self, client: Client, words: str) -> None:
        report(client, words, status=200)
        assert not Report.objects.exists()

    def test_a_topic_that_is_not_shown_there_is_refused(self, client: Client) -> None:
        report(client, topic=make.topic("Cyber").pk, status=200)
        assert not Report.objects.exists()

    def test_a_program_that_fills_in_every_field_is_thanked_and_not_heard(self, client: Client) -> None:
        report(client, website="http://example.org")
        assert not Report.objects.exists()

    def test_a_forged_form_is_refused(self) -> None:
        report(Client(enforce_csrf_checks=True), status=403)

    def test_an_address_is_heard_five_times_an_hour_and_keeps_its_words(self, client: Client) -> None:
        for _ in range(MOST):
            report(client)
        page = report(client, "My sixth.", status=429)
        assert "5 reports came from your address within an hour." in page
        assert "My sixth." in page
        report(Client(REMOTE_ADDR="192.0.2.7"))
        Report.objects.update(created_at=timezone.now() - datetime.timedelta(minutes=61))
        report(client)
        assert Report.objects.count() == MOST + 2

    def test_behind_a_proxy_it_is_the_address_that_the_proxy_added(self, client: Client) -> None:
        with override_settings(HTTPS=True):
            client.post(FORM, {"words": "No."}, headers={"X-Forwarded-For": "203.0.113.9, 192.0.2.7"})
        client.post(FORM, {"words": "No."}, headers={"X-Forwarded-For": "203.0.113.9"})
        reporters = list(Report.objects.order_by("pk").values_list("reporter", flat=True))
        assert reporters == [reporter_of("192.0.2.7"), reporter_of("127.0.0.1")]


def test_an_address_is_kept_as_a_code_one_for_a_whole_network_of_ipv6() -> None:
    assert "192.0.2.7" not in reporter_of("192.0.2.7")
    assert reporter_of("192.0.2.7") != reporter_of("192.0.2.8")
    assert reporter_of("2001:db8::1") == reporter_of("2001:db8::ffff:2") != reporter_of("2001:db8:1::1")
    assert reporter_of("") == reporter_of("")


def test_an_address_of_ipv4_is_one_of_many_however_it_is_written() -> None:
    assert reporter_of("::ffff:192.0.2.7") == reporter_of("192.0.2.7") != reporter_of("::ffff:192.0.2.8")


@pytest.mark.django_db(transaction=True)
def test_many_at_once_from_one_address_are_no_more_than_it_may_send() -> None:
    turn = make.turn(make.conference())

    def send() -> None:
        try:
            Report.objects.receive(turn, None, "No.", "192.0.2.7")
        except TooManyError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(MOST + 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Report.objects.count() == MOST


@pytest.mark.usefixtures("turn")
class TestEditors:
    @pytest.fixture
    def editor(self, client: Client) -> User:
        user = make.editor()
        client.force_login(user)
        return user

    def test_the_queue_says_that_there_are_reports_and_an_editor_closes_them(
        self, client: Client, editor: User
    ) -> None:
        report(Client(REMOTE_ADDR="192.0.2.7"), "<b>Ships</b>")
        assert "1 report from readers" in get(client, "/admin/annotations/tag/review/").text
        listed = client.get("/admin/annotations/report/").content.decode()
        assert "&lt;b&gt;Ships" in listed
        assert "192.0.2.7" not in listed
        assert reporter_of("192.0.2.7") not in listed
        sent = Report.objects.get()
        client.post("/admin/annotations/report/", {"action": "close_selected", "_selected_action": [sent.pk]})
        sent.refresh_from_db()
        assert sent.closed_by == editor
        assert "Ships" not in client.get("/admin/annotations/report/").content.decode()
        assert "Ships" in client.get("/admin/annotations/report/?state=closed").content.decode()

    def test_what_was_closed_can_be_opened_again(self, client: Client, editor: User) -> None:
        report(client)
        Report.objects.all().close(editor)
        pk = Report.objects.get().pk
        address = "/admin/annotations/report/?state=closed"
        client.post(address, {"action": "reopen_selected", "_selected_action": [pk]})
        assert Report.objects.open().exists()

    def test_a_confirmed_topic_that_is_reported_comes_to_the_queue_until_an_editor_has_decided_again(
        self, client: Client, editor: User, turn: Turn
    ) -> None:
        anna = User.objects.create_user("anna")
        tag = make.tag(turn, make.topic("Arms"), decided_by=anna, decided_at=timezone.now(), origin="rule")
        assert "Nothing waits." in get(client, QUEUE).text
        report(client, "It is about ships.", topic=tag.topic_id)
        page = get(client, QUEUE).text
        assert "A reader says: “It is about ships.”" in page
        assert "Confirmed by anna, and reported by a reader since." in page
        client.post(QUEUE, {"tag": tag.pk, "seen": "confirmed", "decision": "confirm"})
        assert "Nothing waits." in get(client, QUEUE).text
        tag.refresh_from_db()
        assert (tag.status, tag.decided_by) == ("confirmed", editor)

    @pytest.mark.parametrize("decision", ["confirm", "reject"])
    def test_a_decision_about_the_topic_settles_all_reports_of_it_and_its_undo_opens_them_again(
        self, client: Client, editor: User, turn: Turn, decision: str
    ) -> None:
        tag = make.tag(turn, make.topic("Arms"), status="suggested", origin="rule", score=0.9)
        for number in range(3):
            report(Client(REMOTE_ADDR=f"192.0.2.{number}"), f"Ships {number}.", topic=tag.topic_id)
        report(client, "Not the minister.")
        page = get(client, QUEUE).text
        assert "4 reports from readers" in page
        assert [page.count(f"Ships {number}.") for number in range(3)] == [1, 1, 1]
        client.post(QUEUE, {"tag": tag.pk, "seen": "suggested", "decision": decision})
        page = get(client, QUEUE).text
        assert "1 report from readers" in page
        assert "Ships" not in page
        tag.refresh_from_db()
        closed = Report.objects.exclude(closed_at=None)
        assert set(closed.values_list("closed_by", "closed_at")) == {(editor.pk, tag.decided_at)}
        client.post(f"{QUEUE}undo/")
        assert Report.objects.open().count() == 4

    def test_a_decision_taken_back_by_hand_opens_what_it_had_settled(self, editor: User, turn: Turn) -> None:
        tag = make.tag(turn, make.topic("Arms"), status="suggested", origin="rule", score=0.9)
        Report.objects.receive(turn, tag.topic, "Ships.", "192.0.2.7")
        for status, still_open in [("rejected", 0), ("suggested", 1)]:
            tag.status = status
            save_decision(tag, ["status"], editor)
            assert Report.objects.open().count() == still_open

    @pytest.mark.usefixtures("editor")
    def test_a_topic_that_is_rejected_for_the_whole_conference_settles_the_reports_of_its_turns(
        self, client: Client, turn: Turn
    ) -> None:
        arms, anna = make.topic("Arms"), User.objects.create_user("anna")
        make.tag(turn, arms, status="suggested", origin="rule", score=0.9)
        kept = make.tag(make.turn(turn.conference), arms, decided_by=anna, decided_at=timezone.now(), origin="rule")
        for about in (turn, turn.conference, kept.turn or turn, make.turn(make.conference())):
            Report.objects.receive(about, arms, "Ships.", "192.0.2.7")
        sent = {"conference": turn.conference_id, "topic": arms.pk, "status": "rejected", "turn": ""}
        assert client.post("/admin/annotations/tag/add/", sent).status_code == 302
        assert Report.objects.open().get(conference=turn.conference).turn == kept.turn
        assert "2 reports from readers" in get(client, QUEUE).text

    @pytest.mark.usefixtures("editor")
    @pytest.mark.parametrize("status", ["suggested", "confirmed", "rejected"])
    @pytest.mark.parametrize("whole", [False, True])
    def test_every_open_report_is_in_the_queue_once_whatever_was_decided_before(
        self, client: Client, turn: Turn, status: str, whole: bool
    ) -> None:
        later = timezone.now() + datetime.timedelta(hours=1)
        decided = {"decided_by": User.objects.create_user("anna"), "decided_at": later} if status != "suggested" else {}
        place = turn.conference if whole else turn
        tag = make.tag(place, make.topic("Arms"), origin="rule", status=status, score=0.9, **decided)
        Report.objects.receive(turn, tag.topic, "Ships.", "192.0.2.7")
        page = get(client, QUEUE).text
        assert "1 report from readers" in page
        assert page.count("Ships.") == 1

    def test_a_report_of_a_turn_stands_in_the_queue_though_no_topic_does(
        self, client: Client, editor: User, turn: Turn
    ) -> None:
        report(client, "<b>Not</b> the minister.")
        page = get(client, QUEUE)
        assert "A reader says of a turn: “<b>Not</b> the minister.”" in page.text
        assert turn.permalink in page.links
        Report.objects.all().close(editor)
        assert "A reader says" not in get(client, QUEUE).text

    @pytest.mark.usefixtures("editor")
    def test_a_topic_of_the_whole_conference_can_be_reported_and_comes_to_the_queue(
        self, client: Client, turn: Turn
    ) -> None:
        tag = make.tag(turn.conference, make.topic("Nuclear"), origin="source")
        form = f"/conferences/{turn.conference_id}/report/"
        assert form in get(client, turn.conference.get_absolute_url()).links
        report(client, "Of cyber alone.", topic=tag.topic_id, status=200)
        assert not Report.objects.exists()
        assert client.post(form, {"words": "Of cyber alone.", "topic": tag.topic_id}).status_code == 302
        page = get(client, QUEUE)
        assert "A reader says of “Nuclear” of a whole conference: “Of cyber alone.”" in page.text
        assert turn.conference.get_absolute_url() in page.links
        listed = get(client, "/admin/annotations/report/")
        assert f"/admin/conferences/conference/{turn.conference_id}/change/" in listed.links

    def test_a_conference_without_a_turn_can_be_reported(self, client: Client, editor: User) -> None:
        empty = make.conference()
        client.post(f"/conferences/{empty.pk}/report/", {"words": "Of another day."})
        assert "A reader says of a conference: “Of another day.”" in get(client, QUEUE).text
        Report.objects.all().close(editor)
        empty.delete()
        assert not Report.objects.exists()
