"""What a signed-in editor can say about topics where a conference is read, and that readers see none of it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.annotations.models import Tag
from apps.conferences.models import Turn
from apps.history.models import Act
from tests import make
from tests.browse.pages import Page, get

pytestmark = pytest.mark.django_db

OFFERED = ("Add topic", "Confirm", "Reject")


@pytest.fixture
def turn() -> Turn:
    return make.turn(make.conference(), "Rockets over Port Calder.", public_id="abc")


@pytest.fixture
def tag(turn: Turn) -> Tag:
    about = make.topic("Arms")
    return make.tag(turn, about, origin="rule", status="suggested", score=0.5, evidence=[[0, 7]])


@pytest.fixture
def editor() -> User:
    return make.editor()


@pytest.fixture
def editing(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def sent(client: Client, **given: object) -> Page:
    """The conference's page, where a plain form leads back to."""
    response = client.post("/turns/abc/topics/", given)
    assert response.status_code == 302
    assert response["Location"].endswith("#turn-abc") or "#" in response["Location"]
    return get(client, response["Location"])


class TestReaders:
    def test_they_are_offered_nothing_and_the_page_says_nothing_of_cookies(self, client: Client, tag: Tag) -> None:
        response = client.get(tag.conference.get_absolute_url())
        page = Page(response.content.decode())
        assert not [words for words in OFFERED if words in page.text]
        assert not page.attributes("script")
        assert not response.cookies
        assert response["Vary"] == "Accept-Encoding"
        assert not response.has_header("Cache-Control")

    def test_an_account_without_the_right_is_offered_nothing(self, client: Client, tag: Tag) -> None:
        client.force_login(User.objects.create_user("reader"))
        assert "Add topic" not in get(client, tag.conference.get_absolute_url()).text
        assert client.post("/turns/abc/topics/", {"decision": "confirm", "tag": tag.pk}).status_code == 403

    def test_who_is_not_signed_in_decides_nothing(self, client: Client, tag: Tag) -> None:
        response = client.post("/turns/abc/topics/", {"decision": "reject", "tag": tag.pk, "seen": "suggested"})
        assert response["Location"].startswith("/admin/login/")
        assert Tag.objects.undecided().count() == 1

    @pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
    def test_who_was_signed_out_meanwhile_is_told_and_comes_back_to_the_turn(
        self, client: Client, editor: User, tag: Tag, headers: dict[str, str]
    ) -> None:
        editor.set_password("ferry-7")
        editor.save()
        given = {"decision": "reject", "tag": tag.pk, "seen": "suggested"}
        response = client.post("/turns/abc/topics/", given, headers=headers)
        assert response.status_code == (200 if headers else 302)
        assert not response.content
        sign_in = response["HX-Redirect" if headers else "Location"]
        assert "what you sent was not recorded" in get(client, sign_in).text
        back = client.post(sign_in, {"username": "edna", "password": "ferry-7"})["Location"]
        assert back == tag.turn.get_absolute_url()  # type: ignore[union-attr]
        page = get(client, back)
        assert "your decision was not recorded" in page.text
        assert page.attributes("button", value="reject")
        assert Tag.objects.undecided().count() == 1

    def test_a_forged_form_is_refused(self, editor: User, tag: Tag) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)
        assert client.post("/turns/abc/topics/", {"decision": "reject", "tag": tag.pk}).status_code == 403


class TestEditors:
    def test_they_are_offered_what_can_be_said_and_no_cache_keeps_it(self, editing: Client, tag: Tag) -> None:
        response = editing.get(tag.conference.get_absolute_url())
        page = Page(response.content.decode())
        assert all(words in page.text for words in OFFERED)
        assert response["Cache-Control"] == "private"
        assert "Cookie" in response["Vary"]
        assert all((script["src"] or "").startswith("/static/") for script in page.attributes("script"))

    @pytest.mark.parametrize(("decision", "status"), [("confirm", "confirmed"), ("reject", "rejected")])
    def test_a_decision_is_an_act_of_theirs_and_is_said_at_the_turn(
        self, editing: Client, editor: User, tag: Tag, decision: str, status: str
    ) -> None:
        page = sent(editing, decision=decision, tag=tag.pk, seen="suggested")
        assert f"“Arms”: {status}. Undo" in page.text
        tag.refresh_from_db()
        assert (tag.status, tag.decided_by) == (status, editor)
        act = Act.objects.get(metadata__act=f"Reading page: {decision}")
        assert f"/admin/history/act/{act.pk}/undo/" in page.links
        assert "Undo" not in get(editing, tag.conference.get_absolute_url()).text

    def test_what_is_confirmed_can_still_be_rejected(self, editing: Client, tag: Tag) -> None:
        page = sent(editing, decision="confirm", tag=tag.pk, seen="suggested")
        assert not page.attributes("button", value="confirm")
        sent(editing, decision="reject", tag=tag.pk, seen="confirmed")
        assert not Tag.objects.shown().exists()

    @pytest.mark.parametrize("name", ["Cyber", "cyber", "Defence: Cyber"])
    def test_a_topic_is_added_by_its_name(self, editing: Client, turn: Turn, name: str) -> None:
        make.topic("Cyber", parent=make.topic("Defence"))
        assert "“Cyber”: confirmed." in sent(editing, decision="add", topic=name).text
        added = Tag.objects.get()
        assert (added.turn, added.origin, added.status) == (turn, "human", "confirmed")

    def test_who_adds_a_topic_that_another_editor_had_rejected_is_told(self, editing: Client, tag: Tag) -> None:
        Tag.objects.filter(pk=tag.pk).reject(User.objects.create_user("anna"))
        assert "“Arms”: confirmed. anna had rejected it." in sent(editing, decision="add", topic="Arms").text

    def test_a_topic_that_was_rejected_there_is_confirmed_again(self, editing: Client, tag: Tag) -> None:
        sent(editing, decision="reject", tag=tag.pk, seen="suggested")
        sent(editing, decision="add", topic="Arms")
        assert Tag.objects.get().status == "confirmed"

    @pytest.mark.usefixtures("turn")
    def test_what_is_no_topic_is_said_to_be_none(self, editing: Client) -> None:
        for above in ("Defence", "Trade"):
            make.topic("Talks", parent=make.topic(above), slug=above)
        assert "There is no topic “Nonsense”." in sent(editing, decision="add", topic="Nonsense").text
        assert "Several topics are called “Talks”." in sent(editing, decision="add", topic="Talks").text
        assert "Which topic?" in sent(editing, decision="add").text
        assert not Tag.objects.exists()

    def test_what_another_editor_decided_meanwhile_is_left_alone(self, editing: Client, tag: Tag) -> None:
        Tag.objects.filter(pk=tag.pk).confirm(User.objects.create_user("olaf"))
        page = sent(editing, decision="reject", tag=tag.pk, seen="suggested")
        assert "Left alone. “Arms” is confirmed meanwhile, by olaf." in page.text

    def test_a_tag_of_another_turn_is_not_decided_here(self, editing: Client, tag: Tag) -> None:
        elsewhere = make.tag(make.turn(tag.conference), tag.topic, origin="rule", status="suggested", score=0.5)
        assert "not on this turn" in sent(editing, decision="reject", tag=elsewhere.pk, seen="suggested").text
        assert Tag.objects.undecided().count() == 2

    def test_htmx_gets_the_turn_alone_as_it_stands_now(self, editing: Client, tag: Tag) -> None:
        given = {"decision": "reject", "tag": tag.pk, "seen": "suggested"}
        response = editing.post("/turns/abc/topics/", given, headers={"HX-Request": "true"})
        page = Page(response.content.decode())
        assert page.tags[0][1]["class"] == "turn turn-statement"
        assert "“Arms”: rejected." in page.text
        assert not page.attributes("span", **{"class": "evidence"})
