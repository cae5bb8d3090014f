"""Who a merged row is by now: the database keeps that in step, and refuses circles, whoever writes."""

import threading
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.conferences.models import Named, Organisation, Speaker
from tests import make

MODELS = pytest.mark.parametrize("model", [Speaker, Organisation])


def rows(model: type[Named], count: int) -> list[Named]:
    made = make.speaker if model is Speaker else make.organisation
    return [made(f"Name {number}") for number in range(count)]


def put_into(row: Named, other: Named | None) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(merged_into=other)


def survivor(row: Named) -> Named:
    return type(row)._default_manager.get(pk=row.pk).present


@MODELS
@pytest.mark.django_db
def test_a_chain_of_merges_leads_to_its_end_and_breaks_where_a_merge_is_taken_back(model: type[Named]) -> None:
    a, b, c, d = rows(model, 4)
    put_into(a, b)
    put_into(c, d)
    put_into(b, c)
    assert [survivor(one) for one in (a, b, c, d)] == [d, d, d, d]
    put_into(b, None)
    assert [survivor(one) for one in (a, b, c, d)] == [b, b, d, d]


@MODELS
@pytest.mark.django_db
def test_rows_may_come_in_any_order_as_from_an_archive(model: type[Named]) -> None:
    a, b, c = rows(model, 3)
    model._default_manager.all().delete()
    a.merged_into, b.merged_into = b, c
    model._default_manager.bulk_create([a, b, c])
    assert [survivor(one) for one in (a, b, c)] == [c, c, c]


@MODELS
@pytest.mark.django_db
def test_a_stale_form_does_not_bring_back_an_earlier_survivor(model: type[Named]) -> None:
    a, b = rows(model, 2)
    put_into(a, b)
    stale = model._default_manager.get(pk=a.pk)
    put_into(a, None)
    stale.merged_into = None
    stale.save()
    assert survivor(a) == a


@MODELS
@pytest.mark.django_db
@pytest.mark.parametrize("back", [0, 1])
def test_a_circle_is_refused(model: type[Named], back: int) -> None:
    some = rows(model, 4)
    for one, other in pairwise(some):
        put_into(one, other)
    with pytest.raises(IntegrityError, match="not_merged_in_a_circle"), transaction.atomic():
        put_into(some[-1], some[back])
    assert survivor(some[0]) == some[-1]


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=14))
@settings(max_examples=40, deadline=None)
@pytest.mark.django_db
def test_whatever_is_merged_and_taken_back_the_survivor_is_the_end_of_the_chain(
    merges: list[tuple[int, int | None]],
) -> None:
    with transaction.atomic():
        some = rows(Speaker, 6)
        into: dict[int, int] = {}

        def end(at: int) -> int:
            return end(into[at]) if at in into else at

        for one, other in merges:
            into.pop(one, None)
            circle = other is not None and end(other) == one
            try:
                with transaction.atomic():
                    put_into(some[one], None if other is None else some[other])
                refused = False
            except IntegrityError:
                refused = True
            assert refused == circle
            now = dict(Speaker.objects.values_list("pk", "merged_into"))
            places = {row.pk: at for at, row in enumerate(some)}
            into = {places[pk]: places[to] for pk, to in now.items() if to}
            assert [survivor(row) for row in some] == [some[end(at)] for at in range(6)]
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_two_merges_at_once_make_no_circle() -> None:
    a, b = rows(Speaker, 2)
    errors: list[str] = []
    started = threading.Event()

    def other() -> None:
        try:
            started.wait(10)
            put_into(b, a)
        except IntegrityError as error:
            errors.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    thread.start()
    with transaction.atomic():
        put_into(a, b)
        started.set()
        thread.join(0.5)  # it waits for this transaction
        assert thread.is_alive()
    thread.join(10)
    assert "not_merged_in_a_circle" in errors[0]
    assert (survivor(a), survivor(b)) == (b, b)
