"""How many are found over time."""

from datetime import date

import pytest

from apps.search.language import read
from apps.search.query import SearchQuery
from apps.search.search import search
from apps.search.timeline import Unit, timeline
from tests import make

pytestmark = pytest.mark.django_db

MAY_2019, DECEMBER_2018 = 2019 * 12 + 4, 2018 * 12 + 11


@pytest.fixture
def fares() -> SearchQuery:
    for day in ("2019-05-04", "2019-05-30", "2018-12-01", None):
        make.turn(make.conference(day=day), "Fares.")
    return SearchQuery(words=read("fares").expression)


def test_each_month_is_counted_and_what_has_no_date_is_left_out(fares: SearchQuery) -> None:
    results = search(fares, timeline=True)
    assert results.timeline is not None
    assert list(results.timeline.counts.items()) == [(DECEMBER_2018, 1), (MAY_2019, 2)]
    assert results.total - sum(results.timeline.counts.values()) == 1


def test_days_and_years_are_counted_as_well(fares: SearchQuery) -> None:
    assert timeline(fares, Unit.YEAR).counts == {2018: 1, 2019: 2}
    days = [date(2018, 12, 1), date(2019, 5, 4), date(2019, 5, 30)]
    assert timeline(fares, Unit.DAY).counts == {day.toordinal(): 1 for day in days}


def test_each_chosen_topic_has_its_own_line_as_if_it_were_chosen_alone() -> None:
    missiles, ships = make.topic("Missiles"), make.topic("Ships")
    both = make.turn(make.conference(day="2019-05-04"))
    one = make.turn(make.conference(day="2018-12-01"))
    for turn, topic in ((both, missiles), (both, ships), (one, missiles)):
        make.tag(turn, topic)
    over_time = timeline(SearchQuery(topics=(missiles.pk, ships.pk)))
    assert over_time.counts == {MAY_2019: 1}
    assert over_time.topics == {missiles.pk: {DECEMBER_2018: 1, MAY_2019: 1}, ships.pk: {MAY_2019: 1}}
