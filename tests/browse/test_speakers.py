"""Who speaks: the list, and the page of one person."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


class TestList:
    def test_those_heard_at_the_most_conferences_come_first_and_the_unheard_not_at_all(self, client: Client) -> None:
        often, once = make.speaker("Elena Marsh"), make.speaker("Ana Ilve")
        make.speaker("Never heard")
        for speaker in (once, often, often):
            make.turn(make.conference(), speaker=speaker)
        page = get(client, "/speakers/")
        assert "Elena Marsh 2 conferences, 2 turns Ana Ilve 1 conference, 1 turn" in page.text
        assert "Never heard" not in page.text

    def test_a_merged_speaker_counts_as_who_they_are(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh")
        conference = make.conference()
        make.turn(conference, speaker=speaker)
        make.turn(conference, speaker=make.speaker("E. Marsh", merged_into=speaker))
        page = get(client, "/speakers/")
        assert "Elena Marsh 1 conference, 2 turns" in page.text
        assert "E. Marsh" not in page.text

    def test_who_is_found_by_a_merged_name_counts_with_all_turns(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh")
        make.turn(make.conference(), speaker=speaker)
        middle = make.speaker("Helena Marsh", merged_into=speaker)
        make.turn(make.conference(), speaker=make.speaker("Ellie Brace", merged_into=middle))
        assert "Elena Marsh 2 conferences, 2 turns" in get(client, "/speakers/?q=brace").text

    def test_a_name_is_found_in_any_part_of_it_or_an_alias(self, client: Client) -> None:
        for name, aliases in (("Elena Marsh", []), ("Ana Ilve", ["Anna Marshal"]), ("Bo Ek", [])):
            make.turn(make.conference(), speaker=make.speaker(name, aliases=aliases))
        text = get(client, "/speakers/?q=marsh").text
        assert "Elena Marsh" in text
        assert "Ana Ilve" in text
        assert "Bo Ek" not in text

    @pytest.mark.parametrize("name", ["nobody", "%00", "%", "%3Cscript%3E", "x" * 3000])
    def test_a_name_that_nobody_has_is_said(self, client: Client, name: str) -> None:
        make.turn(make.conference(), speaker=make.speaker())
        page = get(client, f"/speakers/?q={name}")
        assert not page.attributes("script")
        assert ("Nobody is called" in page.text) == (name != "%00")


class TestPage:
    def test_it_says_what_is_known_of_the_person(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh", aliases=["Helen Marsh"])
        outlet = make.organisation("Harbour Gazette")
        kinds = ["statement", "moderator", "other", "answer", "answer", "question"]
        make.speaker("E. Marsh", aliases=["Ellie Marsh"], merged_into=speaker)
        for day, kind in zip(["2017-01-01"] + 5 * ["2019-01-01"], kinds, strict=True):
            make.turn(make.conference(day=day), kind=kind, speaker=speaker, role="Chair", organisation=outlet)
        text = get(client, speaker.get_absolute_url()).text
        assert "Also printed as Helen Marsh, E. Marsh, Ellie Marsh" in text
        assert "Printed with Chair, Harbour Gazette 1 January 2017 to 1 January 2019, 6 turns" in text
        assert "Turns 1 statement 2 answers 1 question 1 as moderator 1 other" in text
        assert "6 conferences" in text

    def test_conferences_stand_newest_first_with_links_to_the_turns(self, client: Client) -> None:
        speaker = make.speaker()
        for day in ("2001-01-01", "2020-01-01"):
            conference = make.conference(f"Talks of {day}", day)
            for _ in range(6):
                turn = make.turn(conference, "Words of hers.", speaker=speaker)
            make.turn(conference, "Words of another.")
        page = get(client, speaker.get_absolute_url())
        assert page.text.index("Talks of 2020-01-01") < page.text.index("Talks of 2001-01-01")
        assert page.text.count("Words of hers.") == 8
        assert page.text.count("2 more turns") == 2
        assert "Words of another." not in page.text
        assert any(link.startswith(f"{turn.conference.get_absolute_url()}?turn=") for link in page.links)

    def test_a_merged_speaker_leads_to_who_they_are_over_any_number_of_merges(self, client: Client) -> None:
        last = make.speaker("Elena Marsh", slug="elena-marsh")
        middle = make.speaker("E. Marsh", merged_into=last)
        first = make.speaker("Marsh", merged_into=middle)
        assert client.get(first.get_absolute_url())["Location"] == "/speakers/elena-marsh/"

    def test_offices_stand_in_the_order_of_time_the_latest_first_with_the_outlet_by_its_present_name(
        self, client: Client
    ) -> None:
        speaker, gazette = make.speaker(), make.organisation("Harbour Gazette")
        printed = make.organisation("The Harbour Gazette", merged_into=gazette)
        for day, role, outlet in (
            ("2011-03-04", "Editor", printed),
            ("2012-03-04", "Editor", gazette),
            ("2019-05-04", "Minister", None),
            ("2019-05-04", "", None),
        ):
            make.turn(make.conference(day=day), speaker=speaker, role=role, organisation=outlet)
        text = get(client, speaker.get_absolute_url()).text
        assert (
            "Printed with Minister 4 May 2019, 1 turn Editor, Harbour Gazette 4 March 2011 to 4 March 2012, 2 turns"
            in text
        )

    def test_a_speaker_of_whom_nothing_is_left_keeps_a_page_that_says_so(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh")
        make.turn(make.conference(), speaker=speaker, position=None, withdrawn_at=timezone.now())
        page = get(client, speaker.get_absolute_url())
        assert "No conference has anything of Elena Marsh at present." in page.text
        assert "0 conferences" not in page.text

    def test_nobody_is_not_found(self, client: Client) -> None:
        assert client.get("/speakers/nobody/").status_code == 404
        assert client.get("/speakers/no%00body/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speaker = make.speaker()
    for _ in range(2):
        for _ in range(4):
            conference = make.conference()
            make.turn(conference, speaker=speaker, role="Chair")
            make.turn(conference, speaker=make.speaker("Ana Ilve"))
        with django_assert_num_queries(7):
            assert client.get(speaker.get_absolute_url()).status_code == 200
        with django_assert_num_queries(3):
            assert client.get("/speakers/").status_code == 200
