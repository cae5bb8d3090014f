"""Passages: the turns that match, each beside the question or the answer that it belongs to."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.browse.fragments import ANCHOR
from apps.browse.passages import Passage
from apps.conferences.models import Conference
from tests import make
from tests.browse.pages import bring_up_to_date, get

pytestmark = pytest.mark.django_db

LIST = "/passages/"


def found(client: Client, query: str) -> list[Passage]:
    passages: list[Passage] = client.get(f"{LIST}?{query}").context["results"]
    return passages


def talk(*turns: tuple[str, str, int]) -> Conference:
    """A conference of texts, each with its kind and the exchange that it is in."""
    conference = make.conference("Talks")
    for text, kind, exchange in turns:
        make.turn(conference, text, kind, exchange=exchange)
    return conference


def test_each_turn_that_matches_is_a_passage_of_its_own(client: Client) -> None:
    talk(("A missile.", "statement", 0), ("Another missile.", "statement", 0), ("A ferry.", "statement", 0))
    assert {passage.turn.text for passage in found(client, "q=missile")} == {"A missile.", "Another missile."}
    assert "2 passages with “missile” of 3 in all" in get(client, f"{LIST}?q=missile").text


def test_an_answer_stands_below_its_question_and_a_question_above_its_answer(client: Client) -> None:
    talk(
        ("Earlier?", "question", 1),
        ("No.", "answer", 1),
        ("A missile?", "question", 2),
        ("One moment.", "moderator", 2),
        ("The ferry.", "answer", 2),
        ("And more.", "answer", 2),
    )
    (asked,) = found(client, "q=missile")
    assert (asked.question, asked.answer and asked.answer.text) == (None, "The ferry.")
    (answered,) = found(client, "q=ferry")
    assert (answered.question and answered.question.text, answered.answer) == ("A missile?", None)
    text = get(client, f"{LIST}?q=ferry").text
    assert text.index("A missile?") < text.index("The ferry.")


def test_a_statement_and_an_unanswered_question_stand_alone(client: Client) -> None:
    talk(("A missile.", "statement", 0), ("A missile?", "question", 1))
    assert [(passage.question, passage.answer) for passage in found(client, "q=missile")] == [(None, None)] * 2


def test_the_words_are_marked_and_nothing_in_them_is_markup(client: Client) -> None:
    talk(("A <b>missile</b> & more.", "statement", 0))
    assert "A &lt;b&gt;<mark>missile</mark>&lt;/b&gt; &amp; more." in get(client, f"{LIST}?q=missile").html


def test_of_a_topic_the_words_it_rests_on_are_marked_and_of_a_name_where_it_stands(client: Client) -> None:
    weapons = make.topic("Weapons")
    missiles = make.topic("Missiles", parent=weapons)
    turn = make.turn(make.conference(), f"{'So. ' * 200}The missile left Port Calder.")
    at = turn.text.index("missile")
    make.tag(turn, missiles, evidence=[[at, at + 7], ["no", 3]])
    port = make.entity("Port Calder")
    make.mention(turn, port, start=at + 13, end=at + 24)
    marked = {
        query: [text for text, is_marked in found(client, query)[0].pieces if is_marked]
        for query in (
            "topic=missiles",
            "topic=weapons&q=-ferry",
            f"entity={port.pk}",
            f"topic=missiles&entity={port.pk}",
        )
    }
    assert list(marked.values()) == [["missile"], ["missile"], ["Port Calder"], ["missile", "Port Calder"]]
    assert [text for text, is_marked in found(client, "topic=missiles&q=left")[0].pieces if is_marked] == ["left"]


def test_a_passage_leads_to_the_words_that_it_shows(client: Client) -> None:
    said = "A ferry. " * 50 + "A missile."
    conference = talk((f"A missile. {said} Again a missile.", "statement", 0))
    (passage,) = found(client, "q=missile")
    address = f"{conference.get_absolute_url()}?q=missile&turn={passage.turn.public_id}"
    assert [text for text, is_marked in passage.pieces if is_marked] == ["missile"] * 2
    assert passage.url.partition(":~:")[0] == f"{address}.{11 + len(said) - 8}#{ANCHOR}"
    assert passage.url in get(client, f"{LIST}?q=missile").links


def test_both_lists_lead_to_each_other_under_the_same_filters(client: Client) -> None:
    talk(("A missile.", "statement", 0))
    query = "?q=missile&kind=statement&order=oldest"
    assert LIST + query in get(client, f"/conferences/{query}").links
    assert "/conferences/" + query in get(client, LIST + query).links


def test_filters_hold_for_the_turn_itself(client: Client) -> None:
    conference, marsh = make.conference(), make.speaker("Elena Marsh", slug="marsh")
    make.turn(conference, "A missile.", speaker=marsh)
    make.turn(conference, "A missile!", "question")
    assert [passage.turn.text for passage in found(client, "q=missile&speaker=marsh")] == ["A missile."]
    assert [passage.turn.text for passage in found(client, "q=missile&kind=question")] == ["A missile!"]


@pytest.mark.parametrize(("order", "first"), [("newest", "2020"), ("oldest", "2001"), ("best", "2010")])
def test_the_order_can_be_chosen(client: Client, order: str, first: str) -> None:
    for year, text in (("2001", "A missile among very many other words here."), ("2020", "A missile, and so on.")):
        make.turn(make.conference(day=f"{year}-01-01"), text)
    make.turn(make.conference(day="2010-01-01"), "Missile missile missile.")
    assert str(found(client, f"q=missile&order={order}")[0].turn.conference.event_date).startswith(first)


def test_without_words_the_newest_come_first(client: Client) -> None:
    for day in ("2001-01-01", "2020-01-01"):
        make.turn(make.conference(day=day), day)
    assert [passage.turn.text for passage in found(client, "")] == ["2020-01-01", "2001-01-01"]
    assert "Best match" not in get(client, LIST).text


@pytest.mark.django_db(transaction=True)  # in a test's own transaction the index reads what is new each time
def test_the_database_is_asked_as_often_for_many_rows_as_for_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        for _ in range(4):
            talk(("A missile?", "question", 1), ("A missile.", "answer", 1))
        bring_up_to_date()
        with django_assert_num_queries(4):
            assert client.get(f"{LIST}?q=missile").status_code == 200
