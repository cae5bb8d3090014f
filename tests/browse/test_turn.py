"""The permanent address of a turn, and how it is cited."""

import datetime
from urllib.parse import urlencode

import pytest
from django.test import Client

from apps.conferences.models import Turn, TurnKey
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db

WORDS = "The fares stay as they are until the end of the year."
REWORDED = "The fares stay as they are until the very end of winter."


def withdraw(turn: Turn) -> None:
    Turn.objects.filter(pk=turn.pk).update(
        position=None, withdrawn_at=datetime.datetime(2020, 5, 6, tzinfo=datetime.UTC)
    )


def reword(turn: Turn, text: str = REWORDED) -> None:
    Turn.objects.filter(pk=turn.pk).update(text=text)


class TestAddress:
    def test_it_leads_to_the_turn_in_its_conference(self, client: Client) -> None:
        turn = make.turn(make.conference())
        response = client.get(f"/turns/{turn.public_id}/")
        assert response.status_code == 302
        assert response["Location"] == f"{turn.conference.get_absolute_url()}?turn={turn.public_id}#t-{turn.public_id}"

    def test_it_leads_there_still_after_the_date_was_corrected(self, client: Client) -> None:
        turn = make.turn(make.conference(day="2019-05-04", slug="talks"))
        turn.conference.event_date = datetime.date(2019, 5, 5)
        turn.conference.save()
        location = client.get(f"/turns/{turn.public_id}/")["Location"]
        assert location == f"/conferences/2019/05/05/talks/?turn={turn.public_id}#t-{turn.public_id}"

    def test_another_key_of_it_leads_to_its_address_with_the_citation(self, client: Client) -> None:
        turn = make.turn(make.conference())
        TurnKey.objects.create(turn=turn, key="abcdef")
        assert client.get("/turns/abcdef/?v=01234567")["Location"] == f"/turns/{turn.public_id}/?v=01234567"
        assert client.get("/turns/abcdef/")["Location"] == f"/turns/{turn.public_id}/"

    @pytest.mark.parametrize("address", ["no-such-turn/", "no-such-turn/cite/", "x" * 500 + "/", "%00/"])
    def test_what_was_never_a_turn_is_not_found(self, client: Client, address: str) -> None:
        assert client.get(f"/turns/{address}").status_code == 404


class TestCitedWords:
    def test_unchanged_ones_are_read_in_their_place(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        response = client.get(f"/turns/{turn.public_id}/?v={turn.words_hash}")
        assert response["Location"] == turn.get_absolute_url()

    def test_changed_ones_are_shown_with_the_difference_marked(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        address = f"/turns/{turn.public_id}/?v={turn.words_hash}"
        reword(turn)
        page = get(client, address)
        assert "The words have changed since this was cited." in page.text
        assert "until the <ins>very</ins> end of <del>the year.</del><ins>winter.</ins></p>" in page.html
        assert turn.get_absolute_url() in page.links

    def test_any_earlier_version_can_have_been_cited(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        reword(turn)
        reword(turn, "Free ferries for all.")
        for words in (WORDS, REWORDED):
            page = get(client, f"/turns/{turn.public_id}/?v={Turn(text=words).words_hash}")
            assert "<del>The fares" in page.html

    def test_words_that_came_back_have_not_changed(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        reword(turn)
        reword(turn, WORDS)
        assert client.get(f"/turns/{turn.public_id}/?v={turn.words_hash}").status_code == 302

    def test_other_spacing_is_no_change(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        address = f"/turns/{turn.public_id}/?v={turn.words_hash}"
        reword(turn, WORDS.replace(" until", "\n\nuntil"))
        assert client.get(address).status_code == 302

    def test_words_that_nobody_knows_are_not_made_up(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        page = get(client, f"/turns/{turn.public_id}/?v=00000000")
        assert "The link cites other words than these, and Rostrum does not know them." in page.text
        assert WORDS in page.text

    def test_a_hash_in_capitals_is_the_same(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        address = f"/turns/{turn.public_id}/?v={turn.words_hash.upper()}"
        assert client.get(address).status_code == 302
        reword(turn, "Other words.")
        assert "The words have changed since this was cited." in get(client, address).text

    @pytest.mark.parametrize("wrong", ["1", "zzzzzzzz", "<script>", "0" * 9, "0000000"])
    def test_a_link_that_was_cut_short_or_mistyped_does_not_pass_for_the_cited_words(
        self, client: Client, wrong: str
    ) -> None:
        turn = make.turn(make.conference(), WORDS)
        page = get(client, f"/turns/{turn.public_id}/?{urlencode({'v': wrong})}")
        assert "The link was cut short or mistyped, so it does not say which words it cites." in page.text
        assert WORDS in page.text

    def test_a_link_without_a_hash_leads_to_the_turn(self, client: Client) -> None:
        turn = make.turn(make.conference())
        assert client.get(f"/turns/{turn.public_id}/?v=")["Location"] == turn.get_absolute_url()

    def test_hostile_words_are_shown_as_words(self, client: Client) -> None:
        turn = make.turn(make.conference(), "<script>alert(1)</script> then", label="<s>")
        address = f"/turns/{turn.public_id}/?v={turn.words_hash}"
        reword(turn, "<script>alert(2)</script> then")
        for page in (get(client, address), get(client, f"/turns/{turn.public_id}/cite/")):
            assert not page.attributes("script")
            assert not page.attributes("s")


class TestWithdrawn:
    def test_it_is_read_at_its_address_with_its_words_and_tags_and_since_when(self, client: Client) -> None:
        turn = make.turn(make.conference("Ferry talks"), WORDS, speaker=make.speaker("Elena Marsh"))
        make.tag(turn, make.topic("Fares"))
        withdraw(turn)
        page = get(client, f"/turns/{turn.public_id}/")
        for words in ("Elena Marsh", "Ferry talks", "4 May 2019", "Withdrawn since 6 May 2020", WORDS, "Fares source"):
            assert words in page.text
        assert turn.conference.get_absolute_url() in page.links

    def test_a_tag_that_was_rejected_is_not_shown(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        make.tag(turn, make.topic("Fares"), origin="rule", status="suggested", score=0.1)
        withdraw(turn)
        assert not get(client, f"/turns/{turn.public_id}/").attributes("ul", **{"class": "tags"})

    def test_it_says_that_the_words_had_changed_too(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        address = f"/turns/{turn.public_id}/?v={turn.words_hash}"
        reword(turn)
        withdraw(turn)
        page = get(client, address)
        assert "Withdrawn since" in page.text
        assert "The words have changed since this was cited." in page.text
        assert "<ins>very</ins>" in page.html


class TestCite:
    def test_the_citation_names_speaker_title_source_date_and_an_address_that_holds(self, client: Client) -> None:
        conference = make.conference("Ferry talks", "2019-05-04")
        speaker = make.speaker("E. Marsh", merged_into=make.speaker("Elena Marsh"))
        turn = make.turn(conference, WORDS, speaker=speaker)
        page = get(client, f"/turns/{turn.public_id}/cite/")
        address = f"http://testserver/turns/{turn.public_id}/?v={turn.words_hash}"
        assert f"Elena Marsh, “Ferry talks”, Meridian Alliance, 4 May 2019, {address}" in page.text
        assert client.get(address).status_code == 302

    def test_what_is_not_known_is_left_out(self, client: Client) -> None:
        turn = make.turn(make.conference("Ferry talks", None), label="Q")
        nobody = make.turn(turn.conference)
        assert "Q, “Ferry talks”, Meridian Alliance, http" in get(client, f"/turns/{turn.public_id}/cite/").text
        assert "Citation “Ferry talks”, Meri" in get(client, f"/turns/{nobody.public_id}/cite/").text

    def test_each_turn_of_a_conference_links_to_it(self, client: Client) -> None:
        turn = make.turn(make.conference())
        assert f"/turns/{turn.public_id}/cite/" in get(client, turn.conference.get_absolute_url()).links

    def test_earlier_words_are_listed_with_what_changed(self, client: Client) -> None:
        turn = make.turn(make.conference(), WORDS)
        reword(turn)
        page = get(client, f"/turns/{turn.public_id}/cite/")
        [link] = [link for link in page.links if "?v=" in link]
        assert "<ins>very</ins>" in get(client, link).html

    def test_a_withdrawn_turn_can_be_cited(self, client: Client) -> None:
        turn = make.turn(make.conference())
        withdraw(turn)
        page = get(client, f"/turns/{turn.public_id}/cite/")
        assert f"/turns/{turn.public_id}/" in page.links
        assert "Withdrawn since 6 May 2020" in page.text
