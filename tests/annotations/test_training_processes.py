"""Training by several real processes, one of which is killed."""

import signal
import time
from io import StringIO

import psycopg2
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import LearnedTopic, Tag, TopicModel
from tests import make
from tests.annotations.judged import BESIDE, LANGUAGE, OF_PORT, OF_TALE, TALE, briefing, judged, said
from tests.config.processes import wait_for
from tests.locks import waiting
from tests.processes import start

pytestmark = pytest.mark.django_db(transaction=True)


def until(question: str) -> None:
    """Wait until the database answers with a row."""
    for _ in range(3000):
        with connection.cursor() as cursor:
            cursor.execute(question)
            if cursor.fetchone():
                return
        time.sleep(0.02)
    raise AssertionError(question)


def record() -> None:
    judged()
    for text, of in ((BESIDE, OF_PORT), (TALE, OF_TALE)):
        make.turn(make.conference(language=LANGUAGE), said(text, of, 3))
    annotate_pending()


def everything() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (Tag, TopicModel, LearnedTopic)]


def test_a_training_that_is_killed_while_it_writes_leaves_the_old_model_and_its_suggestions() -> None:
    record()
    call_command("train_topics", stdout=StringIO())
    briefing(99, 4)
    annotate_pending()
    Tag.objects.filter(decided_at=None, turn__text__startswith="A ferry").reject(User.objects.get())
    before = everything()
    editor = psycopg2.connect(**connection.get_connection_params())
    try:
        with editor.cursor() as cursor:  # who holds a tag lets it go no further than to the middle of its writes
            cursor.execute("SELECT * FROM annotations_tag WHERE decided_at IS NULL FOR UPDATE")
            training = start("train_topics")
            wait_for(lambda: waiting() == 1)
            training.send_signal(signal.SIGKILL)
            training.communicate(timeout=60)
    finally:
        editor.close()
    until(
        "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_locks WHERE mode = 'ExclusiveLock'"
        " AND relation = 'annotations_topicmodel'::regclass"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"  # else another worker's
    )
    assert everything() == before
    told = StringIO()
    call_command("train_topics", stdout=told)
    assert "Suggestions on" in told.getvalue()
    assert TopicModel.objects.get().version != before[1][0]["version"]  # type: ignore[index]


def test_two_who_train_at_once_end_as_one() -> None:
    record()
    both = [start("train_topics") for _ in range(2)]
    told = sorted(process.communicate(timeout=180)[0].partition(" ")[0] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert told == ["Model", "Nothing"]
    assert TopicModel.objects.count() == 1
    assert Tag.objects.filter(origin="model").count() == 1


def test_who_annotates_while_a_model_is_replaced_ends_with_the_new_one() -> None:
    record()
    conference = make.conference(language=LANGUAGE)
    for number in range(3):
        make.turn(conference, said(BESIDE, OF_PORT, number))
    processes = [start("train_topics"), start("annotate", "--processes", 1)]
    assert [process.wait(timeout=180) for process in processes] == [0, 0]
    annotate_pending()
    version = TopicModel.objects.get().version
    found = Tag.objects.filter(turn__conference=conference).values_list("origin", "model")
    assert list(found) == [("model", version)] * 3


def test_an_editor_who_needs_what_a_training_has_locked_is_never_the_one_that_is_turned_away() -> None:
    record()
    briefing(99, 4)
    annotate_pending()
    undecided = list(Tag.objects.filter(decided_at=None).order_by("pk").values_list("pk", flat=True))
    editor = psycopg2.connect(**connection.get_connection_params())
    try:
        with editor.cursor() as cursor:
            cursor.execute("SELECT * FROM annotations_tag WHERE id = %s FOR UPDATE", [undecided[-1]])
            training = start("train_topics")
            wait_for(lambda: waiting() == 1)
            cursor.execute(
                "UPDATE annotations_tag SET status = 'rejected', decided_at = now(), decided_by_id = %s"
                " WHERE id = ANY(%s)",
                [User.objects.get().pk, undecided],
            )
        editor.commit()
    finally:
        editor.close()
    assert training.wait(timeout=120) == 0, training.communicate()
    assert set(Tag.objects.filter(pk__in=undecided).values_list("status", "model")) == {("rejected", "")}
