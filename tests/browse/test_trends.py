"""Trends: up to six queries side by side over time."""

import csv
import io

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.browse.periods import Period
from tests import make
from tests.browse.pages import bring_up_to_date, get

pytestmark = pytest.mark.django_db

PAGE = "/trends/"
FILE = "/trends/counts.csv"


def table(client: Client, query: str) -> dict[str, tuple[int, list[tuple[int, float]]]]:
    """By period: the words, and of each series passages and rate."""
    found: list[tuple[Period, int, list[tuple[int, float]]]] = client.get(f"{PAGE}?{query}").context["table"]
    return {str(period): (words, cells) for period, words, cells in found}


def rows(client: Client, query: str) -> list[dict[str, str]]:
    sent = b"".join(client.get(f"{FILE}?{query}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(sent, newline="")))


@pytest.fixture
def talks() -> None:
    for day, text in (
        ("2018-02-01", "A missile flies."),
        ("2019-01-10", "A ferry and a missile."),
        ("2019-03-10", "A ferry."),
        ("2019-08-10", "No more ferries, no missiles."),
        (None, "A missile."),
    ):
        make.turn(make.conference("Talks", day=day), text)


@pytest.mark.usefixtures("talks")
class TestPeriods:
    def test_by_year_is_usual(self, client: Client) -> None:
        found = table(client, "series=missile&series=ferry")
        assert found == {
            "2018": (3, [(1, 10_000 / 3), (0, 0)]),
            "2019": (12, [(2, 20_000 / 12), (3, 30_000 / 12)]),
        }

    def test_by_quarter_those_in_which_nothing_was_said_are_left_out(self, client: Client) -> None:
        found = table(client, "series=missile&series=ferry&by=quarter")
        assert {period: [count for count, _ in cells] for period, (_, cells) in found.items()} == {
            "January to March 2018": [1, 0],
            "January to March 2019": [1, 2],
            "July to September 2019": [1, 1],
        }

    def test_by_month(self, client: Client) -> None:
        assert [*table(client, "by=month")] == ["February 2018", "January 2019", "March 2019", "August 2019"]


@pytest.mark.usefixtures("talks")
def test_without_series_all_passages_are_counted(client: Client) -> None:
    assert table(client, "")["2019"] == (12, [(3, 30_000 / 12)])
    assert "A All passages 4 passages, 2666.67 per 10,000 words; 1 more without a date" in get(client, PAGE).text
    assert "B flies 1 passage, 666.67 per 10,000 words Counted" in get(client, f"{PAGE}?series=ferry&series=flies").text


@pytest.mark.usefixtures("talks")
def test_the_filters_hold_for_passages_and_for_words(client: Client) -> None:
    assert table(client, "series=ferry&year=2019&q=missile") == {"2019": (10, [(2, 2_000.0)])}


def test_a_topic_can_be_a_series(client: Client) -> None:
    turn = make.turn(make.conference(day="2019-01-01"), "A missile.")
    make.turn(make.conference(day="2019-01-01"), "A ferry.")
    make.tag(turn, make.topic("Defence"))
    assert table(client, "series=topic:defence") == {"2019": (4, [(1, 2_500.0)])}


@pytest.mark.usefixtures("talks")
def test_each_line_has_its_own_letter_mark_and_link(client: Client) -> None:
    page = get(client, f"{PAGE}?series=missile&series=ferry&kind=statement")
    for letter in "AB":
        assert page.attributes("g", **{"class": f"line-{letter}"})
    marks = [attrs["d"] for attrs in page.attributes("path", **{"class": "mark"})]
    assert len(set(marks)) == 2
    assert "/passages/?q=ferry&kind=statement" in page.links
    assert page.attributes("input", name="series")[1]["value"] == "ferry"


@pytest.mark.usefixtures("talks")
def test_a_lines_link_lists_the_passages_that_it_counts(client: Client) -> None:
    for query in ("series=ferry", "series=ferry&q=missile", "series=ferry+OR+flies&q=a+OR+no"):
        (line,) = client.get(f"{PAGE}?{query}").context["key"]
        listed = client.get(f"{line['url']}&date_after=0001-01-01").context["page"].paginator.count
        assert listed == line["series"].total > 0


@pytest.mark.usefixtures("talks")
def test_the_chart_is_of_passages_or_of_rates_and_the_table_has_both(client: Client) -> None:
    assert client.get(f"{PAGE}?series=missile").context["drawn"].highest == 2
    page = client.get(f"{PAGE}?series=missile&measure=rate")
    assert page.context["drawn"].highest == 10_000 / 3
    assert "2018 3 1 3333.33" in get(client, f"{PAGE}?series=missile").text


@pytest.mark.usefixtures("talks")
def test_of_more_than_six_the_first_six_are_read_and_the_page_says_so(client: Client) -> None:
    query = "&".join(f"series=w{number}" for number in range(7))
    assert "Only the first 6 were read." in get(client, f"{PAGE}?{query}").text
    assert len(client.get(f"{PAGE}?{query}").context["key"]) == 6


@pytest.mark.usefixtures("talks")
def test_the_page_says_how_a_series_was_read(client: Client) -> None:
    assert "no speaker" in get(client, f"{PAGE}?series=speaker:nobody").text.lower()


@pytest.mark.usefixtures("talks")
def test_the_file_has_a_row_for_each_period_and_series(client: Client) -> None:
    assert rows(client, "series=%3Dferry&series=missile&year=2018") == [
        {
            "period": "2018",
            "first_day": "2018-01-01",
            "last_day": "2018-12-31",
            "series": name,
            "passages": count,
            "words": "3",
            "per_10000_words": rate,
        }
        for name, count, rate in (("'=ferry", "0", "0.0"), ("missile", "1", "3333.3333"))
    ]


def test_a_site_without_passages_says_so(client: Client) -> None:
    assert "There are no conferences yet." in get(client, PAGE).text
    make.turn(make.conference(day=None), "A missile.")
    assert "None of these passages has a date." in get(client, PAGE).text


def test_lists_lead_there_and_back_under_the_same_filters(client: Client) -> None:
    make.turn(make.conference(), "A missile.")
    assert f"{PAGE}?q=missile&kind=statement" in get(client, "/passages/?q=missile&kind=statement").links
    there = get(client, f"{PAGE}?q=missile&kind=statement&series=a&by=month&measure=rate").links
    assert "/passages/?q=missile&kind=statement" in there
    assert f"{FILE}?q=missile&kind=statement&series=a&by=month&measure=rate" in there


@pytest.mark.django_db(transaction=True)  # in a test's own transaction the index reads what is new each time
def test_the_database_is_asked_as_often_for_many_rows_as_for_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        for year in range(2001, 2005):
            make.turn(make.conference(day=f"{year}-01-01"), "A missile.", speaker=make.speaker())
        bring_up_to_date()
        with django_assert_num_queries(2):
            assert client.get(f"{PAGE}?series=missile&series=ferry").status_code == 200
