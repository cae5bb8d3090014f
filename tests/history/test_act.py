"""An act reaches the history by whatever statement a row is written."""

import pytest
from django.db import connection, transaction

from apps.conferences.importing.rows import copy_rows
from apps.conferences.models import Organisation, Speaker
from apps.history.act import act
from apps.history.changes import event_models
from apps.history.models import Act

pytestmark = pytest.mark.django_db

FIELDS = ["name", "slug", "aliases"]


@pytest.mark.django_db(transaction=True)
def test_copy_belongs_to_its_act_though_nothing_was_written_before_it() -> None:
    with transaction.atomic():
        with act(act="First"):
            copy_rows(Speaker, FIELDS, [["Elena Marsh", "elena-marsh", "{}"], ["Ana\tRuiz\\", "ana-ruiz", "{}"]])
        with act(act="Second"):
            copy_rows(Organisation, FIELDS, [["Harbour Gazette", "harbour-gazette", "{}"]])
    assert sorted(Speaker.objects.values_list("name", flat=True)) == ["Ana\tRuiz\\", "Elena Marsh"]
    first, second = Act.objects.get(metadata__act="First"), Act.objects.get(metadata__act="Second")
    assert set(event_models()[Speaker].objects.values_list("pgh_context", flat=True)) == {first.pk}
    assert set(event_models()[Organisation].objects.values_list("pgh_context", flat=True)) == {second.pk}


def test_what_a_machine_copies_is_not_written_down() -> None:
    with act(act="Import", machine=True):
        copy_rows(Speaker, FIELDS, [["Elena Marsh", "elena-marsh", "{}"]])
    assert Speaker.objects.exists()
    assert not Act.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_later_transaction_is_another_act() -> None:
    with transaction.atomic(), act(act="First"):
        copy_rows(Speaker, FIELDS, [["Elena Marsh", "elena-marsh", "{}"]])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE conferences_speaker SET name = 'Elena Mársh'")
    assert Act.objects.filter(metadata__has_key="database_user").count() == 1
