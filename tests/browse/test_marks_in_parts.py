"""Words that are looked for in a conference of several parts."""

import pytest
from django.test import Client

from apps.browse import parts
from tests.browse.long_talks import FEW, long_talk
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few turns make a part."""
    monkeypatch.setattr(parts, "LONGEST", FEW)


def test_words_in_other_parts_are_told_with_links_to_the_first_of_each(client: Client) -> None:
    conference = long_talk()
    address = conference.get_absolute_url()
    [there] = conference.turns.filter(text="At dawn. 5")
    page = get(client, f"{address}?q=dawn")
    assert "Marked 4 times in this part: dawn · first · part 2 (4 turns) · part 3 (4 turns)" in page.text
    [link] = [link for link in page.links if there.public_id in link]
    assert link == f"?q=dawn&turn={there.public_id}#{there.anchor}"
    assert "<mark>dawn</mark>" in get(client, address + link).html


def test_where_this_part_has_none_the_others_are_told(client: Client) -> None:
    conference = long_talk()
    page = get(client, f"{conference.get_absolute_url()}?q=12")
    assert "Not in this part: 12 · part 3 (2 turns)" in page.text


def test_the_words_stay_marked_from_part_to_part_until_the_marks_are_taken_off(client: Client) -> None:
    address = long_talk().get_absolute_url()
    page = get(client, f"{address}?q=dawn&part=2")
    assert page.attributes("a", rel="next", href="?q=dawn&part=3")
    assert "<mark>dawn</mark>" in get(client, f"{address}?q=dawn&part=3").html
    assert "?part=2" in page.links
    assert "<mark>" not in get(client, f"{address}?part=2").html


def test_nothing_is_said_of_other_parts_where_all_is_on_one_page(client: Client) -> None:
    page = get(client, f"{long_talk().get_absolute_url()}?q=dawn&part=all")
    assert "Marked 12 times: dawn · first · take" in page.text
