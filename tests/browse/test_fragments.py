"""Links that lead to words in a transcript."""

import pytest
from django.test import Client

from apps.browse.excerpts import Span
from apps.browse.fragments import ANCHOR, SIGN, link_to_words
from apps.browse.listed import ListedConference, ListedTurn
from apps.conferences.models import Turn
from tests import make
from tests.browse.pages import get

TALK = ListedConference(1, "talk", "Talk", "", None, "", False, "en", "Alliance")
MARKED = f'<span id="{ANCHOR}"><span class="sign" aria-hidden="true">{SIGN}</span>'


def link(text: str, span: Span | None) -> str:
    return link_to_words(ListedTurn(1, "0a", "answer", 1, text, "Marsh", None, TALK), "missile", span)


@pytest.mark.parametrize(
    ("text", "span", "there"),
    [
        ("A missile.", None, "0a#t-0a"),
        ("A missile.", (2, 9), f"0a.2#{ANCHOR}:~:text=%E2%96%B8-,missile"),
        ("A well-known\nmissile.", (2, 20), f"0a.2#{ANCHOR}:~:text=%E2%96%B8-,well%2Dknown%20missile"),
        ("The missile’s.", (4, 11), f"0a.4#{ANCHOR}:~:text=%E2%96%B8-,missile,-%E2%80%99s"),
        ("A missile.\n\nRange.", (2, 17), f"0a.2#{ANCHOR}:~:text=%E2%96%B8-,missile."),
    ],
)
def test_a_link_has_an_anchor_and_the_words_as_they_stand_in_one_paragraph(
    text: str, span: Span | None, there: str
) -> None:
    assert link(text, span) == f"/conferences/undated/talk/?q=missile&turn={there}"


def led_to(client: Client, turn: Turn, at: object, query: str = "missile") -> str:
    """What the page has at the anchor."""
    page = get(client, f"{turn.conference.get_absolute_url()}?q={query}&turn={turn.public_id}{at}")
    assert page.ids.count(ANCHOR) == page.html.count(SIGN) <= 1
    return page.html.partition(MARKED)[2].partition("</span>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at", "query", "there"),
    [
        (2, "missile", "<mark>Missile</mark>"),
        (15, "missile", "<mark>missile</mark>"),
        (12, "missile", "<mark>missile</mark>"),
        (99_999_999, "missile", "<mark>missiles</mark>"),
        (2, "ferry", "A Missile. The "),
    ],
)
def test_where_the_words_changed_it_leads_to_the_next_ones_that_are_marked(
    client: Client, at: int, query: str, there: str
) -> None:
    turn = make.turn(make.conference(), "A Missile. The missile range.\n\nMore missiles.")
    make.tag(turn, make.topic("Missiles"), evidence=[[15, 28]])
    make.turn(turn.conference, "A missile, earlier.")
    assert led_to(client, turn, f".{at}", query) == there


@pytest.mark.django_db
@pytest.mark.parametrize("at", ["", ".", ".x", ".-1", ".1.2", "." + "9" * 20, ".²"])
def test_an_address_without_a_place_leads_to_no_words(client: Client, at: str) -> None:
    assert led_to(client, make.turn(make.conference(), "A missile."), at) == ""
