"""What the list says it is filtered by."""

from html import escape

import pytest
from django.test import Client

from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "1 conference"),
        ("topic=missiles", "1 conference about Missiles"),
        ("topic=missiles&topic=energy", "1 conference about Energy and Missiles"),
        ("date_after=2017-01-01&date_before=2019-12-31", "1 conference, 2017 to 2019"),
        ("date_after=2019-01-01&date_before=2019-12-31", "1 conference, 2019"),
        ("date_after=2019-01-01", "1 conference, since 2019"),
        ("date_before=2019-12-31", "1 conference, until 2019"),
        ("date_after=2019-05-04&date_before=2019-05-04", "1 conference, 4 May 2019"),
        ("date_after=2019-01-01&date_before=2019-05-04", "1 conference, 1 January 2019 to 4 May 2019"),
        ("date_after=2020-01-01", "No conferences, since 2020"),
        ("date_after=banana", "1 conference"),
        ("q=range", "1 conference with “range”"),
        ("q=%22a range%22", '1 conference with "a range"'),
        (f"q={'range+' * 60}", f"1 conference with “{' '.join(['range'] * 16)} …”"),
        ("speaker=e-marsh", "1 conference where Elena Marsh speaks"),
        ("source=meridian-alliance", "1 conference from Meridian Alliance"),
        ("kind=statement&kind=moderator", "1 conference with statements or words of a moderator"),
        ("status=source", "1 conference with topics that are from the source"),
        ("topic=energy&status=confirmed", "No conferences about Energy (confirmed)"),
        (
            "q=range&topic=missiles&speaker=elena-marsh&source=meridian-alliance&date_after=2019-01-01",
            "1 conference about Missiles with “range” where Elena Marsh speaks from Meridian Alliance, since 2019",
        ),
    ],
)
def test_heading_and_title_say_what_is_filtered(client: Client, query: str, said: str) -> None:
    conference, speaker = make.conference(day="2019-05-04"), make.speaker("Elena Marsh", slug="elena-marsh")
    make.speaker("E. Marsh", slug="e-marsh", merged_into=speaker)
    turn = make.turn(conference, "A range.", speaker=speaker)
    for name in ("Missiles", "Energy"):
        make.tag(turn, make.topic(name))
    page = get(client, f"/conferences/?{query}")
    escaped = said.replace('"', "&quot;")
    assert f"<h1>{escaped}</h1>" in page.html
    assert f"<title>{escaped} · Rostrum</title>" in page.html


def test_of_how_many_and_which_page_is_said_below(client: Client) -> None:
    for _ in range(21):
        make.conference("Missiles")
    make.conference("Other")
    assert (
        "21 conferences with “missiles” of 22 in all, page 2 of 2"
        in get(client, "/conferences/?q=missiles&page=2").text
    )
    assert "22 conferences page 1 of 2" in get(client, "/conferences/").text


def test_kinds_of_passages_are_said(client: Client) -> None:
    make.turn(make.conference(), "A ferry?", "question")
    assert "<h1>1 passage among questions and answers</h1>" in get(client, "/passages/?kind=question&kind=answer").html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Trends by year, among 1 passage"),
        ("series=range", "Trends of “range” by year, among 1 passage"),
        ("series=range&series=%22a+range%22&by=month", 'Trends of “range” and "a range" by month, among 1 passage'),
        ("series=range&measure=rate&q=a", "Trends of “range” by year, per 10,000 words, among 1 passage with “a”"),
        ("q=ferry", "Trends by year, among no passages with “ferry”"),
    ],
)
def test_trends_say_what_they_are_of_so_that_a_change_of_it_is_announced(client: Client, query: str, said: str) -> None:
    make.turn(make.conference(), "A range.")
    page = client.get(f"/trends/?{query}", headers={"HX-Request": "true"}).content.decode()
    assert f'role="status">{escape(said)}</p>' in page
    assert f"<h1>{escape(said)}</h1>" in page
