"""Words that somebody looked for, marked where they are read."""

import pytest
from django.test import Client

from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def test_a_transcript_marks_the_words_it_was_found_by_and_says_how_often(client: Client) -> None:
    conference = make.conference()
    make.turn(conference, "Good morning.")
    turn = make.turn(conference, "Missiles flew. A missile fell & broke.")
    page = get(client, f"{conference.get_absolute_url()}?q=missile")
    assert "<mark>Missiles</mark> flew. A <mark>missile</mark> fell &amp; broke." in page.html
    assert "Marked 2 times: missile" in page.text
    assert f"#{turn.anchor}" in page.links
    assert conference.get_absolute_url() in page.links


def test_words_that_do_not_stand_there_any_more_are_said_not_to(client: Client) -> None:
    conference = make.conference()
    make.turn(conference, "Good morning.")
    page = get(client, f"{conference.get_absolute_url()}?q=missile")
    assert "Not in these words: missile" in page.text
    assert page.html.count("<mark>") == 1


def test_without_words_nothing_is_marked_or_said(client: Client) -> None:
    conference = make.conference()
    make.turn(conference, "Missiles flew.")
    for query in ("", "?q=", "?q=+"):
        page = get(client, f"{conference.get_absolute_url()}{query}")
        assert "mark" not in page.html.replace("css", "")


def test_marks_and_evidence_may_overlap(client: Client) -> None:
    conference = make.conference()
    make.tag(make.turn(conference, "The missile range."), make.topic("Missiles"), evidence=[[4, 17]])
    html = get(client, f"{conference.get_absolute_url()}?q=range").html
    evidence = '<span class="evidence" title="Missiles">'
    assert f"{evidence}missile </span>{evidence}<mark>range</mark></span>" in html


def test_hostile_words_are_shown_as_words(client: Client) -> None:
    conference = make.conference()
    make.turn(conference, "A <script>alert(1)</script>.")
    page = get(client, f"{conference.get_absolute_url()}?q=<script>alert(1)</script>")
    assert not page.attributes("script")
    assert "&lt;<mark>script&gt;alert</mark>(<mark>1</mark>)&lt;/<mark>script</mark>&gt;" in page.html


def test_an_address_from_before_keeps_the_words(client: Client) -> None:
    conference = make.conference(day="2019-05-04", slug="talks")
    response = client.get("/conferences/2018/01/01/talks/?q=missile")
    assert response["Location"] == f"{conference.get_absolute_url()}?q=missile"
