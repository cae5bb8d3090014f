"""The review queue as a page: what is shown, and what one key press does."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Tag
from apps.annotations.review import show
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.annotations.reviewing import QUEUE, judged, suggestion
from tests.browse.pages import get

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]


@pytest.fixture
def editor(client: Client) -> User:
    user = make.editor()
    client.force_login(user)
    return user


class TestPage:
    def test_it_shows_the_turn_its_evidence_and_what_was_said_around_it(self, client: Client) -> None:
        conference = make.conference()
        make.turn(conference, "Before it.", "statement")
        make.turn(conference, "What of <i>rockets</i>?", "question", exchange=1)
        answer = make.turn(conference, "Rockets <b>are</b> bad.", "answer", exchange=1)
        suggestion(make.topic("Arms"), on=answer)
        response = client.get(QUEUE).content.decode()
        assert "<mark>Rockets</mark> &lt;b&gt;are" in response
        assert "What of &lt;i&gt;rockets" in response
        assert "Before it." not in response

    def test_the_turns_of_an_exchange_stand_in_order_around_it(self) -> None:
        conference = make.conference()
        words = ["First?", "Yes.", "Rockets?", "No."]
        turns = [make.turn(conference, text, "question", exchange=1) for text in words]
        suggestion(make.topic(), on=turns[2])
        shown = show(Tag.objects.most_instructive_first().get())
        assert ([one.text for one in shown.before], [one.text for one in shown.after]) == (["First?", "Yes."], ["No."])

    def test_it_runs_as_many_queries_however_many_wait(
        self, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        topic = make.topic()
        for waiting in (4, 20):
            for _ in range(waiting):
                suggestion(topic)
            with django_assert_max_num_queries(13):
                client.get(QUEUE)

    def test_many_are_counted_as_one_reads_numbers(self) -> None:
        said = render_to_string("admin/annotations/review/queue.html", {"count": 10019, "reports": 1500})
        assert "10,019 suggestions wait." in said
        assert "1,500 reports from readers" in said

    def test_it_needs_no_script_of_its_own_page(self, client: Client) -> None:
        suggestion(make.topic())
        page = get(client, QUEUE)
        assert all(script.get("src") for script in page.attributes("script"))
        assert page.attributes("button", name="decision", value="confirm")

    @pytest.mark.parametrize("place", ["", "undo/"])
    def test_who_was_signed_out_meanwhile_is_told_and_comes_back_to_the_queue(self, client: Client, place: str) -> None:
        tag = suggestion(make.topic())
        client.logout()
        sent = {"tag": tag.pk, "decision": "confirm"}
        response = client.post(f"{QUEUE}{place}?score_to=0.9", sent, headers={"HX-Request": "true"})
        assert (response.status_code, response.content) == (200, b"")
        assert "what you sent was not recorded" in get(client, response["HX-Redirect"]).text
        client.force_login(User.objects.get())
        back = client.get(parse_qs(urlsplit(response["HX-Redirect"]).query)["next"][0], follow=True)
        assert back.request["PATH_INFO"] == QUEUE
        assert back.request["QUERY_STRING"] == "score_to=0.9"
        assert Tag.objects.awaiting().get() == tag
        assert "not recorded" not in get(Client(), f"{reverse('admin:login')}?next={QUEUE}").text

    def test_who_may_only_look_at_tags_is_kept_out(self, client: Client) -> None:
        client.force_login(User.objects.create_user("clerk", is_staff=True))
        for place in ("", "all/"):
            assert client.get(f"{QUEUE}{place}").status_code == 403
        assert client.post(f"{QUEUE}undo/").status_code == 403


class TestDecisions:
    @pytest.mark.parametrize(("decision", "status"), [("confirm", "confirmed"), ("reject", "rejected")])
    def test_a_decision_is_an_act_of_its_author_and_the_next_is_there_at_once(
        self, client: Client, editor: User, decision: str, status: str
    ) -> None:
        topic = make.topic("Arms")
        tag, _next = suggestion(topic), suggestion(topic, text="Rockets again.")
        page = judged(client, tag, decision)
        assert f"“Arms”: {status}." in page
        assert "<mark>Rockets</mark> again." in page
        tag.refresh_from_db()
        assert (tag.status, tag.decided_by) == (status, editor)
        act = Act.objects.get(metadata__act=f"Review: {decision}")
        assert act.metadata["user"] == editor.pk

    def test_who_presses_keys_has_the_next_in_the_answer_to_the_decision_and_nothing_else(self, client: Client) -> None:
        tag, _next = suggestion(make.topic("Arms")), suggestion(make.topic("Cyber"), text="Rockets again.")
        sent = {"tag": tag.pk, "decision": "confirm"}
        answer = client.post(QUEUE, sent, headers={"HX-Request": "true"})
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "“Arms”: confirmed." in page
        assert "<mark>Rockets</mark> again." in page
        assert "<html" not in page
        assert "Any source" not in page

    def test_another_topic_rejects_the_suggestion_and_stands_in_its_place(self, client: Client) -> None:
        tag, other = suggestion(make.topic("Arms")), make.topic("Cyber")
        judged(client, tag, "topic", topic=other.pk)
        states = Tag.objects.order_by("pk").values_list("topic__name", "status", "origin", "evidence")
        assert list(states) == [("Arms", "rejected", "rule", [[0, 7]]), ("Cyber", "confirmed", "human", [[0, 7]])]

    def test_another_topic_that_is_suggested_there_already_is_confirmed(self, client: Client) -> None:
        tag = suggestion(make.topic("Arms"))
        there = suggestion(make.topic("Cyber"), on=tag.turn)
        judged(client, tag, "topic", topic=there.topic.pk)
        assert dict(Tag.objects.values_list("topic__name", "status")) == {"Arms": "rejected", "Cyber": "confirmed"}
        assert Tag.objects.get(topic=there.topic).origin == "rule"

    def test_another_topic_that_somebody_rejected_there_is_confirmed_and_says_who_had(self, client: Client) -> None:
        tag, other = suggestion(make.topic("Missiles")), make.topic("Space")
        standing = suggestion(other, on=tag.turn)
        Tag.objects.filter(pk=standing.pk).reject(User.objects.create_user("ole"))
        assert "“Space”: confirmed. ole had rejected it." in judged(client, tag, "topic", topic=other.pk)

    def test_change_without_a_topic_asks_for_one_and_stays(self, client: Client) -> None:
        tag = suggestion(make.topic())
        assert "Choose the topic." in judged(client, tag, "topic")
        assert Tag.objects.awaiting().count() == 1

    def test_what_another_editor_decided_meanwhile_is_left_alone(self, client: Client) -> None:
        tag = suggestion(make.topic("Arms"))
        Tag.objects.filter(pk=tag.pk).reject(User.objects.create_user("olaf"))
        assert "Left alone. “Arms” is rejected meanwhile, by olaf." in judged(client, tag, "confirm")
        tag.refresh_from_db()
        assert tag.status == "rejected"

    @pytest.mark.parametrize("gone", ["0", "", "x", "9" * 30])
    def test_a_suggestion_that_is_gone_is_said_to_be(self, client: Client, gone: str) -> None:
        page = client.post(QUEUE, {"tag": gone, "decision": "confirm"}, follow=True).content.decode()
        assert "That suggestion is gone" in page

    def test_later_puts_it_aside_and_keeps_the_filters(self, client: Client) -> None:
        topic = make.topic()
        first, second = suggestion(topic), suggestion(topic)
        page = get(client, f"{QUEUE}?topic={topic.pk}&skip={first.pk}")
        assert page.attributes("input", name="tag", value=str(second.pk))
        assert f"?topic={topic.pk}&skip={first.pk}&skip={second.pk}" in page.links


class TestUndo:
    def test_it_takes_back_one_decision_after_the_other_and_shows_each_again(self, client: Client) -> None:
        topic = make.topic()
        first, second = suggestion(topic), suggestion(topic)
        judged(client, first, "confirm")
        judged(client, second, "topic", topic=make.topic("Cyber").pk)
        for tag in (second, first):
            response = client.post(f"{QUEUE}undo/?topic={topic.pk}", follow=True)
            assert response.redirect_chain[0][0] == f"{QUEUE}?topic={topic.pk}&tag={tag.pk}"
            assert f'name="tag" value="{tag.pk}"' in response.content.decode()
        assert set(Tag.objects.undecided().filter(status="suggested")) == {first, second} == set(Tag.objects.all())
        assert "There is nothing to undo." in client.post(f"{QUEUE}undo/", follow=True).content.decode()

    def test_what_somebody_changed_since_stays(self, client: Client) -> None:
        tag = suggestion(make.topic())
        judged(client, tag, "confirm")
        other = Client()
        other.force_login(User.objects.create_superuser("olaf"))
        changed = reverse("admin:annotations_tag_change", args=[tag.pk])
        sent = filled_in(other.get(changed).content)
        other.post(changed, {**sent, "status": "rejected"})
        assert "changed again since" in client.post(f"{QUEUE}undo/", follow=True).content.decode()
        tag.refresh_from_db()
        assert tag.status == "rejected"


def test_all_that_the_filters_find_is_counted_first_then_decided_as_one_act(client: Client) -> None:
    arms, cyber = make.topic("Arms"), make.topic("Cyber")
    for topic in (arms, arms, cyber):
        suggestion(topic)
    address = f"{QUEUE}all/?topic={arms.pk}"
    assert f"{QUEUE}all/?topic={arms.pk}" in get(client, f"{QUEUE}?topic={arms.pk}").links
    assert "2 tags chosen: all that the filters find" in get(client, address).text
    counted = client.post(address, {"decision": "reject", "preview": "1"})
    assert "To change: 2" in counted.content.decode()
    assert Tag.objects.awaiting().count() == 3
    client.post(address, {"decision": "reject", "run": "1", "seen": counted.context["seen"]})
    assert list(Tag.objects.awaiting().values_list("topic__name", flat=True)) == ["Cyber"]
    assert Act.objects.filter(metadata__act="Reject tags").count() == 1


def test_suggestions_on_the_same_words_can_be_decided_together(client: Client) -> None:
    topic = make.topic("Arms")
    for text in ("Rockets.", "ROCKETS again.", "Missile."):
        suggestion(topic, text=text)
    [link] = [link for link in get(client, QUEUE).links if "on=Rockets" in link]
    assert "2 tags chosen" in get(client, link).text
