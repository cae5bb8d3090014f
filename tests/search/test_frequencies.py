"""How often something is said, month by month."""

import pytest

from apps.conferences.models import Turn
from apps.search.frequencies import per_10_000, words_by_month
from apps.search.index import current
from apps.search.language import read
from apps.search.query import SearchQuery
from apps.search.schema import Level
from tests import make

pytestmark = pytest.mark.django_db

MAY_2019, DECEMBER_2018 = 2019 * 12 + 4, 2018 * 12 + 11


def test_the_words_of_passages_are_summed_by_month() -> None:
    for day, text in (
        ("2019-05-04", "Fares rise."),
        ("2019-05-30", "No fares at all."),
        ("2018-12-01", "Fares."),
        ("2018-12-02", "A ferry."),
        (None, "Fares."),
    ):
        make.turn(make.conference(day=day), text)
    found = words_by_month(SearchQuery(words=read("fares").expression, level=Level.TURN), current())
    assert found == {DECEMBER_2018: 1, MAY_2019: 6}
    everything = words_by_month(SearchQuery(level=Level.TURN), current())
    assert everything == {DECEMBER_2018: 3, MAY_2019: 6}


def test_all_words_are_those_of_the_rows() -> None:
    for number in range(12):
        make.turn(make.conference(day=f"2019-{number % 4 + 1:02}-04"), "word\n\n two " * number + "end")
    turns = Turn.objects.filter(conference__event_date__isnull=False)
    found = words_by_month(SearchQuery(level=Level.TURN), current())
    assert sum(found.values()) == sum(len(turn.text.split()) for turn in turns)


@pytest.mark.parametrize(("found", "words", "rate"), [(0, 5, 0.0), (3, 10_000, 3.0), (1, 4_000, 2.5), (2, 2, 10_000.0)])
def test_a_rate_is_of_10_000_words(found: int, words: int, rate: float) -> None:
    assert per_10_000(found, words) == rate
