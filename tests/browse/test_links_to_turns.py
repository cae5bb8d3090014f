"""Whatever leads to a turn leads to the part of its conference that holds it."""

import re

import pytest
from django.test import Client

from apps.browse import parts
from apps.browse.fragments import ANCHOR
from apps.browse.parts import BESIDE
from apps.conferences.models import Turn
from tests import make
from tests.browse.long_talks import FEW, long_talk
from tests.browse.pages import Page, get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few turns make a part."""
    monkeypatch.setattr(parts, "LONGEST", FEW)


@pytest.fixture
def turn() -> Turn:
    """In the last part."""
    turn = long_talk().turns.get(text="At dawn. 12")
    make.tag(turn, make.topic("Flight", slug="flight"), evidence=[[0, 8]])
    return turn


def leads(client: Client, address: str, turn: Turn) -> None:
    """Whether a browser that follows the address has the turn on its page, at the fragment."""
    path, _, fragment = address.partition("#")
    response = client.get(path, follow=True)
    if response.redirect_chain and "#" in response.redirect_chain[-1][0]:
        fragment = response.redirect_chain[-1][0].partition("#")[2]
    anchor, page = fragment.partition(":~:")[0], Page(response.content.decode())
    assert anchor in {turn.anchor, ANCHOR}
    assert {anchor, turn.anchor} <= {*page.ids}


def test_its_own_address_and_its_permanent_one_lead_to_its_part(client: Client, turn: Turn) -> None:
    leads(client, turn.get_absolute_url(), turn)
    leads(client, turn.permalink, turn)
    leads(client, f"{turn.permalink}?v={turn.words_hash}", turn)


def test_the_link_on_the_turn_itself_holds_when_parts_are_cut_elsewhere(
    client: Client, turn: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = get(client, turn.get_absolute_url().partition("#")[0])
    [link] = [link for link in page.links if link.endswith(f"#{turn.anchor}") and "?" in link]
    monkeypatch.setattr(parts, "LONGEST", 3 * (BESIDE + 20))
    leads(client, turn.conference.get_absolute_url() + link, turn)


@pytest.mark.parametrize(
    "page",
    [
        "/passages/?q=dawn+12",
        "/conferences/?q=%22dawn+12%22",
        "/concordance/?q=%22dawn+12%22",
        "/topics/flight/",
        "/turns/{turn}/cite/",
        "/turns/{turn}/report/",
    ],
)
def test_every_page_that_leads_to_it_leads_to_its_part(client: Client, turn: Turn, page: str) -> None:
    links = [link for link in get(client, page.format(turn=turn.public_id)).links if f"turn={turn.public_id}" in link]
    assert links
    for link in links:
        leads(client, link, turn)


def test_the_lists_of_a_speaker_and_an_outlet_lead_to_its_part(client: Client, turn: Turn) -> None:
    speaker, outlet = make.speaker(slug="marsh"), make.organisation(slug="gazette")
    Turn.objects.filter(pk=turn.pk).update(speaker=speaker, organisation=outlet)
    make.mention(turn, entity := make.entity())
    for address in ("/speakers/marsh/", "/organisations/gazette/", entity.get_absolute_url()):
        [link] = [link for link in get(client, address).links if f"#{turn.anchor}" in link]
        leads(client, link, turn)


def test_the_addresses_in_a_file_of_lines_lead_to_its_part(client: Client, turn: Turn) -> None:
    file = b"".join(client.get("/concordance/lines.csv?q=%22dawn+12%22")).decode()
    [address] = re.findall(r"http://testserver(\S+)", file)
    leads(client, address, turn)


def test_the_link_of_one_that_was_withdrawn_since_leads_to_where_it_is_read(client: Client, turn: Turn) -> None:
    address = turn.get_absolute_url()
    Turn.objects.filter(pk=turn.pk).update(position=None, withdrawn_at="2020-05-06T00:00Z")
    response = client.get(address.partition("#")[0], follow=True)
    assert response.request["PATH_INFO"] == turn.permalink
    assert "Withdrawn since 6 May 2020" in Page(response.content.decode()).text


@pytest.mark.parametrize("given", ["", "never-was", "<script>", "x" * 3000, "a/b", "\0"])
def test_what_was_never_a_turn_is_read_from_the_beginning(client: Client, given: str) -> None:
    conference = long_talk()
    response = client.get(conference.get_absolute_url(), {"turn": given})
    assert response.context["part"].number == 1
