"""The filtered list."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Tag
from apps.browse.fragments import ANCHOR
from apps.conferences.models import Conference
from tests import make
from tests.browse.pages import bring_up_to_date, get

pytestmark = pytest.mark.django_db

LIST = "/conferences/"


def titles(client: Client, query: str) -> list[str]:
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return [result["conference"].title for result in response.context["results"]]


def test_without_filters_the_list_holds_every_conference_newest_first_and_undated_last(client: Client) -> None:
    for title, day in (("Old", "2001-01-01"), ("Undated", None), ("New", "2020-01-01")):
        make.conference(title, day)
    assert titles(client, "") == ["New", "Old", "Undated"]
    assert "3 conferences" in get(client, LIST).text


class TestWords:
    def test_every_word_must_occur_but_anywhere_in_the_conference(self, client: Client) -> None:
        both = make.conference("Both")
        make.turn(both, "The missile flew.")
        make.turn(both, "Its range is known.")
        make.turn(make.conference("One"), "The missile flew.")
        make.conference("Missile range, in the title")
        assert sorted(titles(client, "q=MISSILE+range")) == ["Both", "Missile range, in the title"]

    def test_a_quoted_phrase_must_occur_as_it_stands(self, client: Client) -> None:
        make.turn(make.conference("Phrase"), "The missile range grew.")
        make.turn(make.conference("Words"), "The range of the missile grew.")
        assert titles(client, "q=%22missile+range%22") == ["Phrase"]

    def test_a_withdrawn_turn_is_not_found(self, client: Client) -> None:
        turn = make.turn(make.conference(), "The missile flew.")
        turn.position, turn.withdrawn_at = None, datetime.datetime.now(datetime.UTC)
        turn.save()
        assert titles(client, "q=missile") == []

    def test_the_two_passages_with_most_of_the_words_are_shown_with_hits_marked_and_link_to_their_turns(
        self, client: Client
    ) -> None:
        conference = make.conference()
        make.turn(conference, "A missile.")
        make.turn(conference, "A range.")
        best = make.turn(conference, "A missile <range>.", speaker=make.speaker("Elena Marsh"))
        make.turn(conference, "Nothing of it.")
        page = get(client, f"{LIST}?q=missile+range")
        assert "3 turns match" in page.text
        assert len(page.attributes("a", **{"class": "passage"})) == 2
        there = f"{conference.get_absolute_url()}?q=missile+range&turn={best.public_id}.2#{ANCHOR}"
        assert f"{there}:~:text=%E2%96%B8-,missile" in page.links
        assert "A <mark>missile</mark> &lt;<mark>range</mark>&gt;." in page.html

    def test_a_hit_in_the_title_is_marked(self, client: Client) -> None:
        make.conference("Missile talks")
        assert "<mark>Missile</mark> talks" in get(client, f"{LIST}?q=missile").html

    def test_the_title_leads_to_the_page_where_the_words_are_marked(self, client: Client) -> None:
        conference = make.conference("Talks")
        make.turn(conference, "A missile.")
        there = f"{conference.get_absolute_url()}?q=missile"
        assert there in get(client, f"{LIST}?q=missile").links
        assert "A <mark>missile</mark>." in get(client, there).html

    def test_hostile_words_are_shown_as_words(self, client: Client) -> None:
        make.turn(make.conference("<script>alert(1)</script>"), "<script>alert(2)</script>", label="<script>")
        page = get(client, f"{LIST}?q=%3Cscript%3E")
        assert "<script>alert" not in page.html
        assert "&lt;<mark>script</mark>&gt;alert(2)" in page.html
        assert page.attributes("input", name="q", value="<script>")


class TestTopics:
    def test_all_chosen_topics_must_occur_and_a_topic_stands_for_those_below_it(self, client: Client) -> None:
        defence, energy = make.topic("Defence"), make.topic("Energy")
        missiles = make.topic("Missiles", parent=defence)
        both, one = make.conference("Both"), make.conference("One")
        make.tag(make.turn(both), missiles)
        make.tag(both, energy)
        make.tag(make.turn(one), missiles)
        assert sorted(titles(client, "topic=defence")) == ["Both", "One"]
        assert titles(client, "topic=defence&topic=energy") == ["Both"]

    def test_an_unknown_topic_is_said_beside_the_field_and_the_known_one_still_filters(self, client: Client) -> None:
        make.tag(make.conference("Tagged"), make.topic("Missiles"))
        make.conference("Untagged")
        assert titles(client, "topic=missiles&topic=nope") == ["Tagged"]
        assert "There is no topic “nope”" in get(client, f"{LIST}?topic=missiles&topic=nope").text

    def test_the_tree_counts_conferences_once_under_the_other_filters(self, client: Client) -> None:
        defence = make.topic("Defence")
        missiles, cyber = make.topic("Missiles", parent=defence), make.topic("Cyber", parent=defence)
        new, old = make.conference("New", "2020-01-01"), make.conference("Old", "2001-01-01")
        for conference in (new, old):
            for topic in (missiles, cyber):
                make.tag(make.turn(conference), topic)
                make.tag(make.turn(conference), topic)
        (top,) = client.get(f"{LIST}?date_after=2010-01-01").context["facets"][0].choices
        assert (top.name, top.count) == ("Defence", 1)
        assert [(below.name, below.count) for below in top.below] == [("Cyber", 1), ("Missiles", 1)]

    def test_a_rejected_tag_and_an_unlikely_suggestion_find_nothing(self, client: Client) -> None:
        turn = make.turn(make.conference())
        suggestion = {"origin": "rule", "status": "suggested"}
        make.tag(turn, make.topic("Missiles"), score=0.9, **suggestion)
        make.tag(turn, make.topic("Energy"), score=0.1, **suggestion)
        Tag.objects.filter(topic__slug="missiles").reject(User.objects.create_user("editor"))
        assert titles(client, "topic=missiles") == titles(client, "topic=energy") == []


class TestDays:
    def test_both_days_are_inside(self, client: Client) -> None:
        for day in ("2019-05-03", "2019-05-04", "2019-05-05", "2019-05-06"):
            make.conference(day, day)
        assert titles(client, "date_after=2019-05-04&date_before=2019-05-05") == ["2019-05-05", "2019-05-04"]

    def test_what_is_no_date_is_said_beside_the_field_and_the_other_filters_still_work(self, client: Client) -> None:
        make.conference("Old", "2001-01-01")
        make.conference("New", "2020-01-01")
        assert titles(client, "date_after=banana&date_before=2010-01-01") == ["Old"]
        page = get(client, f"{LIST}?date_after=banana")
        assert "This is not a date" in page.text
        (field,) = page.attributes("input", name="date_after")
        assert field["aria-invalid"] == "true"
        assert field["aria-describedby"] in page.ids

    def test_days_the_wrong_way_round_are_said(self, client: Client) -> None:
        make.conference("New", "2020-01-01")
        assert titles(client, "date_after=2019-01-01&date_before=2018-01-01") == ["New"]
        page = get(client, f"{LIST}?date_after=2019-01-01&date_before=2018-01-01")
        assert "This is before the first day" in page.text


class TestSpeakerAndSource:
    def test_a_speaker_is_found_under_a_name_that_was_merged(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh", slug="elena-marsh")
        earlier = make.speaker("E. Marsh", slug="e-marsh", merged_into=speaker)
        make.turn(make.conference("Under the old name"), speaker=earlier)
        make.conference("Without her")
        assert titles(client, "speaker=elena-marsh") == titles(client, "speaker=e-marsh") == ["Under the old name"]

    def test_a_source_is_found_by_its_slug(self, client: Client) -> None:
        make.conference("Theirs", source=make.source("Sarvandia Watch"))
        make.conference("Ours")
        assert titles(client, "source=sarvandia-watch") == ["Theirs"]

    @pytest.mark.parametrize("field", ["speaker", "source"])
    def test_an_unknown_one_is_said_and_left_out(self, client: Client, field: str) -> None:
        make.conference("There")
        assert titles(client, f"{field}=nobody") == ["There"]
        assert f"There is no {field} “nobody”" in get(client, f"{LIST}?{field}=nobody").text

    @pytest.mark.parametrize("field", ["speaker", "source"])
    def test_of_several_any_one_will_do(self, client: Client, field: str) -> None:
        for name in ("One", "Two", "Three"):
            conference = make.conference(name, source=make.source(name))
            make.turn(conference, speaker=make.speaker(name, slug=name.lower()))
        assert sorted(titles(client, f"{field}=one&{field}=two")) == ["One", "Two"]


class TestTopicsOfEach:
    def suggest(self, number: int) -> Conference:
        conference = make.conference()
        turn = make.turn(conference)
        for name in range(number):
            topic = make.topic(f"Topic {name}")
            make.tag(turn, topic, origin="rule", status="suggested", score=0.9 - name / 50)
        return conference

    def test_what_is_vouched_for_and_three_suggestions_are_shown_and_the_rest_is_a_link(self, client: Client) -> None:
        conference = self.suggest(6)
        make.tag(conference, make.topic("Vouched"))
        page = get(client, LIST)
        shown = "Vouched source Topic 0 ? (suggested) Topic 1 ? (suggested) Topic 2 ? (suggested) 3 more"
        assert shown in page.text
        assert f"{conference.get_absolute_url()}#topics" in page.links
        assert "topics" in get(client, conference.get_absolute_url()).ids

    def test_with_nothing_left_out_there_is_no_such_link(self, client: Client) -> None:
        self.suggest(3)
        assert "more" not in get(client, LIST).text

    def test_a_suggestion_that_the_list_is_filtered_by_is_among_those_shown(self, client: Client) -> None:
        self.suggest(6)
        text = get(client, f"{LIST}?topic=topic-5").text
        assert "Topic 5 ? (suggested) Topic 0 ? (suggested) Topic 1 ? (suggested) 3 more" in text


class TestChips:
    def test_each_filter_has_a_link_that_takes_only_it_off(self, client: Client) -> None:
        for name in ("Missiles", "Energy"):
            make.topic(name)
        page = get(client, f"{LIST}?q=range&topic=missiles&topic=energy&date_after=2019-05-04&date_before=&page=2")
        chips = [attrs["href"] for attrs in page.attributes("a", **{"class": "chip"})]
        assert chips == [
            "?date_after=2019-05-04&topic=energy&topic=missiles",
            "?q=range&topic=energy&topic=missiles",
            "?q=range&date_after=2019-05-04&topic=missiles",
            "?q=range&date_after=2019-05-04&topic=energy",
        ]
        assert "First day 4 May 2019" in page.text

    def test_an_invalid_value_has_no_chip(self, client: Client) -> None:
        make.conference()
        assert not get(client, f"{LIST}?date_after=banana").attributes("a", **{"class": "chip"})

    def test_an_empty_result_says_how_many_match_without_each_filter(self, client: Client) -> None:
        make.turn(make.conference("Missile talks", "2001-01-01"))
        make.conference("Energy talks", "2001-01-01")
        page = get(client, f"{LIST}?q=missile&date_after=2019-01-01")
        assert "No conferences with “missile”, since 2019 of 2 in all" in page.text
        assert "No conference matches. Drop a filter:" in page.text
        assert "without first day “1 January 2019” 1 conference" in page.text
        assert "without words" not in page.text

    def test_an_empty_result_that_no_single_filter_explains_offers_to_clear_all(self, client: Client) -> None:
        make.conference("Energy talks", "2001-01-01")
        page = get(client, f"{LIST}?q=missile&date_after=2019-01-01")
        assert "No conference matches, whichever one filter is dropped. Clear all" in page.text
        assert "Drop a filter" not in page.text
        assert page.links.count(LIST) == 3
        assert "There are no conferences yet" not in page.text


def test_pages_keep_the_filters(client: Client) -> None:
    for _ in range(41):
        make.conference("Missile talks")
    page = get(client, f"{LIST}?q=missile&page=2")
    assert "?q=missile&page=1" in page.links
    assert "?q=missile&page=3" in page.links
    assert len(client.get(f"{LIST}?page=999").context["results"]) == 1
    for number in ("banana", "0", "-5", "-999", "²", ""):
        assert client.get(f"{LIST}?page={number}").context["page"].number == 1
    assert client.get(f"{LIST}?page={'9' * 5_000}").context["page"].number == 3


@pytest.mark.django_db(transaction=True)  # in a test's own transaction the index reads what is new each time
def test_the_list_asks_the_database_as_often_for_many_rows_as_for_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    topic, query = make.topic(), f"{LIST}?q=missile&topic=missiles&speaker=elena-marsh&source=meridian-alliance"
    speaker = make.speaker(slug="elena-marsh")

    def add(conferences: int) -> None:
        for _ in range(conferences):
            conference = make.conference()
            for _ in range(3):
                make.tag(make.turn(conference, "A missile.", speaker=speaker), topic)

    for conferences in (4, 4):
        add(conferences)
        bring_up_to_date()
        with django_assert_num_queries(6):
            assert client.get(query).status_code == 200
