"""What is spoken of: the tree, and the page of one topic."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def test_the_tree_counts_conferences_not_tags(client: Client) -> None:
    defence = make.topic("Defence", description="Armed forces.")
    missiles = make.topic("Missiles", parent=defence)
    conference = make.conference()
    make.tag(make.turn(conference), missiles)
    make.tag(make.turn(conference), missiles)
    assert "Defence 1 Armed forces. Missiles 1" in get(client, "/topics/").text


class TestPage:
    def test_it_shows_where_the_topic_belongs_and_the_passages_that_carry_it(self, client: Client) -> None:
        defence = make.topic("Defence", description="Armed forces.")
        missiles = make.topic("Missiles", parent=defence)
        turn = make.turn(make.conference("Talks"), "The <missile> flew.")
        make.turn(turn.conference, "Another turn.")
        make.tag(turn, missiles, evidence=[[5, 12]])
        for topic in (defence, missiles):
            page = get(client, topic.get_absolute_url())
            assert "The &lt;<mark>missile</mark>&gt; flew." in page.html
            assert "Another turn." not in page.text
            assert turn.get_absolute_url() in page.links
        assert defence.get_absolute_url() in page.links
        assert "Missiles 1" in get(client, defence.get_absolute_url()).text

    def test_years_without_a_conference_stand_in_the_row_and_each_year_leads_to_its_list(self, client: Client) -> None:
        topic = make.topic()
        for day in ("2017-01-01", "2017-05-01", "2019-01-01"):
            make.tag(make.conference(day=day), topic)
        make.tag(make.conference(day=None), topic)
        page = get(client, topic.get_absolute_url())
        assert "2 conferences in 2017 none in2018 1 conference in 2019 1 without a date" in page.text
        assert "4 conferences" in page.text
        assert "/conferences/?topic=missiles&date_after=2017-01-01&date_before=2017-12-31" in page.links

    def test_where_every_conference_has_a_date_nothing_is_said_of_dates(self, client: Client) -> None:
        topic = make.topic()
        make.tag(make.conference(), topic)
        assert "without a date" not in get(client, topic.get_absolute_url()).text

    def test_a_row_of_very_many_years_shows_only_those_with_something(self, client: Client) -> None:
        topic = make.topic()
        for day in ("0999-01-01", "2019-01-01"):
            make.tag(make.conference(day=day), topic)
        assert [year.year for year in client.get(topic.get_absolute_url()).context["years"]] == [999, 2019]

    def test_a_conference_tagged_as_a_whole_is_listed_without_passages(self, client: Client) -> None:
        topic = make.topic()
        make.tag(make.conference("Talks"), topic)
        page = get(client, topic.get_absolute_url())
        assert "1 conference" in page.text
        assert not page.attributes("ul", **{"class": "passages"})

    def test_an_unused_topic_and_an_unknown_one(self, client: Client) -> None:
        assert "0 conferences" in get(client, make.topic().get_absolute_url()).text
        assert client.get("/topics/nope/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    topic = make.topic()
    for name in ("Ballistic", "Cruise"):
        below = make.topic(name, parent=topic)
        for _ in range(3):
            make.tag(make.turn(make.conference()), below)
        with django_assert_num_queries(7):
            assert client.get(topic.get_absolute_url()).status_code == 200
        with django_assert_num_queries(2):
            assert client.get("/topics/").status_code == 200
