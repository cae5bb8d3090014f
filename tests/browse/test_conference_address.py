"""Where a conference stands, and where its earlier addresses lead."""

import pytest
from django.test import Client

from apps.conferences.models import Conference
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def test_a_conference_stands_at_its_date_and_slug(client: Client) -> None:
    make.conference("Talks", "2019-05-04", slug="talks")
    assert "Talks" in get(client, "/conferences/2019/05/04/talks/").text


def test_an_undated_one_stands_at_its_slug(client: Client) -> None:
    make.conference("Talks", None, slug="talks")
    assert "No date" in get(client, "/conferences/undated/talks/").text


@pytest.mark.parametrize("wrong", ["2018/05/04", "2019/5/4", "undated"])
def test_a_link_from_before_the_date_was_corrected_leads_to_it(client: Client, wrong: str) -> None:
    make.conference("Talks", "2019-05-04", slug="talks")
    for file in ("", "source.txt"):
        response = client.get(f"/conferences/{wrong}/talks/{file}")
        assert response.status_code == 302
        assert response["Location"] == f"/conferences/2019/05/04/talks/{file}"


def test_a_link_from_before_the_date_was_taken_away_leads_to_it(client: Client) -> None:
    make.conference("Talks", None, slug="talks")
    assert client.get("/conferences/2019/05/04/talks/")["Location"] == "/conferences/undated/talks/"


@pytest.mark.parametrize("file", ["", "source.txt"])
def test_an_earlier_address_leads_to_its_conference_though_another_has_the_slug(client: Client, file: str) -> None:
    corrected = make.conference(day="2019-05-04", slug="talks")
    make.conference(day="2019-06-04", slug="talks")
    for day in ("2019-05-05", None, "2019-05-06"):
        Conference.objects.filter(pk=corrected.pk).update(event_date=day)
    for was in ("2019/05/04", "2019/05/05", "undated"):
        response = client.get(f"/conferences/{was}/talks/{file}")
        assert (response.status_code, response["Location"]) == (302, f"/conferences/2019/05/06/talks/{file}")
    assert client.get(f"/conferences/2019/06/04/talks/{file}").status_code == 200


def test_a_slug_at_two_dates_is_not_guessed(client: Client) -> None:
    make.conference(day="2019-05-04", slug="talks")
    make.conference(day="2020-05-04", slug="talks")
    assert client.get("/conferences/2021/05/04/talks/").status_code == 404
    assert client.get("/conferences/2020/05/04/talks/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "2019/13/45/talks/",
        "2019/02/29/talks/",
        "0/0/0/talks/",
        "99999999999999999999/01/01/talks/",
        "2019/05/04/other/",
        "2019/05/04/ta%00lks/",
        "2019/05/04/t%C3%A4lks/",
        "2019/05/04/talks/source.txt/",
        "undated/other/",
    ],
)
def test_what_cannot_be_is_not_found(client: Client, address: str) -> None:
    make.conference("Talks", "2019-05-04", slug="talks")
    assert client.get(f"/conferences/{address}").status_code == 404


def test_a_conference_of_the_year_999_can_be_read(client: Client) -> None:
    conference = make.conference(day="0999-01-01")
    assert client.get(conference.get_absolute_url()).status_code == 200
