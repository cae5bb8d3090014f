"""The first page."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.search.language import LONGEST
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def test_an_empty_site_says_how_to_import(client: Client) -> None:
    assert "manage.py import_transcripts" in get(client, "/").text


def test_it_shows_the_newest_conferences_the_topics_and_how_much_there_is(client: Client) -> None:
    for year in range(2010, 2018):
        make.turn(make.conference(f"Talks of {year}", f"{year}-05-04"))
    topic = make.topic("Missiles")
    make.tag(make.conference("Newest", "2020-01-01"), topic)
    make.topic("Never tagged")
    page = get(client, "/")
    assert "9 conferences 8 turns 2010–2020" in page.text
    assert "Newest" in page.text
    assert "Talks of 2010" not in page.text
    assert "Missiles 1" in page.text
    assert "Never tagged" not in page.text
    assert page.attributes("form", role="search", action="/conferences/")
    (field,) = page.attributes("input", name="q")
    assert field["maxlength"] == str(LONGEST)


def test_the_search_of_every_page_takes_no_more_than_the_list_does(client: Client) -> None:
    for field in get(client, "/topics/").attributes("input", name="q"):
        assert field["maxlength"] == str(LONGEST)


def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("Missiles", "Energy"):
        topic = make.topic(name)
        for _ in range(3):
            make.tag(make.turn(make.conference()), topic)
        with django_assert_num_queries(7):
            assert client.get("/").status_code == 200
