"""Out and in again: whatever happened to the record, it comes back row for row."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.annotations.models import Tag, TopicPhrase
from apps.conferences.models import Conflict, Speaker
from apps.conferences.settling import keep_mine, take_theirs
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.archive.moving import contents, empty_the_record, end_transaction, export_to, restore, rows
from tests.conferences.test_corrections_stand import CORRECTIONS, EDITS, correct, edited, undone
from tests.conferences.transcripts import import_one, write
from tests.history.acting import acting

pytestmark = pytest.mark.django_db

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("source"), EDITS),
        st.tuples(st.just("correct"), CORRECTIONS),
        st.tuples(st.sampled_from(["retag", "merge", "settle", "undo", "delete", "sql"]), st.integers(0, 9)),
    ),
    max_size=6,
)


@given(STEPS, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
@settings(max_examples=8, deadline=None)
def test_whatever_happened_an_archive_brings_it_all_back_and_makes_the_same_archive_again(
    steps: list[tuple[str, Any]], encoding: str
) -> None:
    with undone(), tempfile.TemporaryDirectory() as name:
        end_transaction()
        folder = Path(name)
        path = write(folder)
        TopicPhrase.objects.create(topic=make.topic("Fares"), text="fares")
        import_one(path)
        client = Client()
        user = User.objects.create_superuser("editor")
        client.force_login(user)
        for what, value in steps:
            if what == "source":
                path.write_bytes(edited(value).encode(encoding, errors="replace"))
                result = import_one(path)
                assert result.outcome != "failed", result.message
            elif what == "correct":
                for correction in value:
                    correct(client, *correction)
            else:
                with acting(what, user=user.pk):
                    do(what, value, user)
                end_transaction()
        before = rows()

        first = export_to(folder / "first")
        empty_the_record()
        restore(first)
        assert rows() == before
        assert contents(export_to(folder / "second")) == contents(first)
        again = import_one(path)
        assert again.outcome == "unchanged", again
        assert rows() == before


def do(what: str, number: int, user: User) -> None:
    if what == "retag":
        Tag.objects.filter(pk__gt=number).reject(user)
    elif what == "merge":
        [kept, *others] = Speaker.objects.filter(merged_into=None).order_by("pk")[: number % 3 + 1]
        Speaker.objects.filter(pk__in=[other.pk for other in others]).update(merged_into=kept)
    elif what == "settle":
        (take_theirs if number % 2 else keep_mine)(Conflict.objects.all(), user)
    elif what == "delete":
        Tag.objects.order_by("-pk").filter(pk__gt=number).delete()
        Speaker.objects.create(name="Ottoline Brace", slug=f"brace-{Speaker.objects.count()}").delete()
    elif what == "sql":
        TopicPhrase.objects.update(text=f"ferry {number}")
    elif acts := list(Act.objects.exclude(metadata__has_key="machine").order_by("created_at")):
        undo(acts[number % len(acts)])
