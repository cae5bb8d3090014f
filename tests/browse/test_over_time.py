"""The timeline above a list."""

from datetime import date

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.chart import Chart, chart
from apps.search.timeline import Unit
from tests import make
from tests.browse.pages import get

LIST = "/conferences/"
DAYS = st.dates()


def drawn(client: Client, query: str = "") -> Chart:
    found: Chart = client.get(f"{LIST}?{query}").context["chart"]
    return found


def bars(of: Chart) -> dict[str, list[tuple[str, int]]]:
    return {row.name: [(str(bar.period), bar.count) for bar in row.bars] for row in of.rows}


@pytest.mark.django_db
class TestPage:
    def test_a_bar_says_its_month_and_narrows_the_list_to_it(self, client: Client) -> None:
        for day in ("2019-02-04", "2019-02-05", "2019-07-01"):
            make.conference(day=day)
        (row,) = drawn(client).rows
        assert [(str(bar.period), bar.count, bar.height) for bar in row.bars] == [
            ("February 2019", 2, 100),
            ("July 2019", 1, 50),
        ]
        assert row.bars[0].url == "?date_after=2019-02-01&date_before=2019-02-28"
        assert client.get(LIST + row.bars[0].url).context["page"].paginator.count == 2

    def test_the_table_behind_it_has_the_same_links_and_counts(self, client: Client) -> None:
        for day in ("2019-02-04", "2019-07-01"):
            make.conference(day=day)
        page = get(client, LIST)
        assert page.links.count("?date_after=2019-02-01&date_before=2019-02-28") == 2
        assert "When All February 2019 1 July 2019 1" in page.text
        assert page.attributes("svg", **{"aria-hidden": "true"})

    @pytest.mark.parametrize(
        "query",
        [
            "date_after=2019-02-05&date_before=2019-07-03",
            "date_after=2019-02-05",
            "topic=energy",
            "topic=energy&topic=missiles",
            "topic=energy&topic=missiles&date_before=2019-07-03&status=source",
            "topic=energy&status=source",
        ],
    )
    def test_each_bar_leads_to_as_many_as_it_counts(self, client: Client, query: str) -> None:
        energy = make.topic("Energy")
        topics = [energy, make.topic("Missiles"), make.topic("Gas", parent=energy)]
        for place, day in enumerate(("2019-02-04", "2019-02-05", "2019-07-01", "2019-07-04", "2019-07-05")):
            turn = make.turn(make.conference(day=day))
            for topic in topics[place % 2 :]:
                make.tag(turn, topic, status="suggested" if place == 1 else "confirmed")
        page = get(client, f"{LIST}?{query}")
        for row in drawn(client, query).rows:
            for bar in row.bars:
                assert client.get(LIST + bar.url).context["page"].paginator.count == bar.count
                assert page.links.count(bar.url) == 2

    @pytest.mark.parametrize(
        ("days", "first"),
        [
            (("2019-05-04", "2019-06-30"), "4 May 2019"),
            (("2019-05-04", "2019-08-30"), "May 2019"),
            (("2001-05-04", "2019-08-30"), "2001"),
            (("1101-05-04", "2019-08-30"), "1100 to 1109"),
            (("0001-05-04", "9999-08-30"), "1 to 99"),
        ],
    )
    def test_bars_are_days_months_years_or_more_as_the_time_between_asks_for(
        self, client: Client, days: tuple[str, str], first: str
    ) -> None:
        for day in days:
            make.conference(day=day)
        assert str(drawn(client).rows[0].bars[0].period) == first

    def test_all_of_one_day_is_not_drawn(self, client: Client) -> None:
        make.conference(day="2019-05-04")
        assert drawn(client) is None

    def test_what_has_no_date_is_counted_below(self, client: Client) -> None:
        for day in ("2019-02-04", "2019-07-01", None):
            make.conference(day=day)
        assert "1 without a date" in get(client, LIST).text

    def test_a_chosen_topic_is_split_into_those_below_it(self, client: Client) -> None:
        defence = make.topic("Defence")
        for name, day in (("Missiles", "2019-02-04"), ("Cyber", "2019-07-01")):
            make.tag(make.turn(make.conference(day=day)), make.topic(name, parent=defence))
        assert bars(drawn(client, "topic=defence")) == {
            "Defence": [("February 2019", 1), ("July 2019", 1)],
            "Cyber": [("July 2019", 1)],
            "Missiles": [("February 2019", 1)],
        }

    def test_a_topic_below_of_the_same_name_has_a_row_of_its_own(self, client: Client) -> None:
        energy = make.topic("Energy")
        make.tag(make.turn(make.conference(day="2019-02-04")), make.topic("Energy", parent=energy, slug="below"))
        make.tag(make.turn(make.conference(day="2019-07-01")), energy)
        assert [(row.name, [bar.count for bar in row.bars]) for row in drawn(client, "topic=energy").rows] == [
            ("Energy", [1, 1]),
            ("Energy", [1]),
        ]

    def test_several_topics_stand_beside_what_they_have_in_common(self, client: Client) -> None:
        energy, missiles = make.topic("Energy"), make.topic("Missiles")
        for day, topics in (("2019-02-04", [energy, missiles]), ("2019-07-01", [energy])):
            turn = make.turn(make.conference(day=day))
            for topic in topics:
                make.tag(turn, topic)
        assert bars(drawn(client, "topic=energy&topic=missiles")) == {
            "Energy and Missiles": [("February 2019", 1)],
            "Energy": [("February 2019", 1), ("July 2019", 1)],
            "Missiles": [("February 2019", 1)],
        }


@given(st.lists(DAYS, min_size=1, max_size=30), st.booleans())
def test_every_one_is_in_one_bar_whose_days_hold_it_and_bars_are_few(days: list[date], months: bool) -> None:
    if months:
        unit, numbers = Unit.MONTH, [day.year * 12 + day.month - 1 for day in days]
    else:
        days = [day for day in days if abs(day - days[0]).days < 50]
        unit, numbers = Unit.DAY, [day.toordinal() for day in days]
    counts = {number: numbers.count(number) for number in numbers}
    found = chart(unit, [("", counts, lambda first, last: f"{first} {last}")])
    if found is None:
        return
    (row,) = found.rows
    assert sum(bar.count for bar in row.bars) == len(days)
    for bar in row.bars:
        assert bar.count == sum(bar.period.first <= day <= bar.period.last for day in days)
        assert 0 < bar.height <= 100
        assert 0 <= bar.x < found.width
    assert found.width <= 130
