"""A prepared query gives what the query itself gives, whatever it is given and whoever asks."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from apps.conferences.models import Conference, Turn
from apps.conferences.prepared import Among, Given, PairAmong, Prepared
from tests import make

pytestmark = pytest.mark.django_db


def test_a_list_may_have_any_length(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ids = [make.conference(title).pk for title in ("One", "Two", "Three")]
    titles = Prepared(Conference.objects.filter(Among("pk", "ids")).order_by("pk").values_list("pk", "title"))
    for some in ([], ids[:1], ids, [*ids, 0]):
        with django_assert_num_queries(1):
            found = titles(ids=some)
        assert found == list(Conference.objects.filter(pk__in=some).order_by("pk").values_list("pk", "title"))


def test_pairs_are_found_together_only() -> None:
    one, other = make.conference(), make.conference()
    turns = {(of.pk, number): make.turn(of, exchange=number).pk for of in (one, other) for number in (1, 2)}
    asked = Prepared(Turn.objects.filter(PairAmong("conference", "exchange", "pairs")).values_list("pk"))
    wanted = ((one.pk, 1), (other.pk, 2))
    assert {pk for (pk,) in asked(pairs=wanted)} == {turns[pair] for pair in wanted}


def test_what_is_given_is_never_sql() -> None:
    make.conference("Robert'); DROP TABLE conferences_conference; -- %s")
    titled = Prepared(Conference.objects.filter(title=Given("title"), delivery="").values_list("title"))
    (found,) = Conference.objects.values_list("title")
    assert titled(title=found[0]) == [found]
    assert titled(title="' OR ''='") == []


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_on_its_own_connection() -> None:
    make.conference("One")
    titles = Prepared(Conference.objects.filter(Among("title", "titles")).values_list("title"))

    def ask() -> list[tuple[Any, ...]]:
        try:
            return titles(titles=["One"])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert [threads.submit(ask).result() for _ in range(2)] == [[("One",)]] * 2
