"""Annotation by several real processes, one of which is killed."""

import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator

import psutil
import psycopg2
import pytest
from django.db import connection, transaction

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import AnnotatedTurn, PendingAnnotation, Tag
from apps.conferences.models import Turn
from tests import make
from tests.annotations.judged import LANGUAGE
from tests.config.processes import wait_for
from tests.locks import waiting
from tests.processes import start

COUNTED = """
CREATE TABLE times_annotated (turn_id bigint);
CREATE FUNCTION count_annotated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO times_annotated VALUES (NEW.turn_id);
    PERFORM pg_sleep(0.01);  -- or all is done before anything can be killed
    RETURN NEW;
END $$;
CREATE TRIGGER count_annotated AFTER INSERT OR UPDATE ON annotations_annotatedturn
    FOR EACH ROW EXECUTE FUNCTION count_annotated();
"""
UNCOUNTED = "DROP TABLE times_annotated; DROP FUNCTION count_annotated CASCADE"


@pytest.fixture
def counted(transactional_db: None) -> Iterator[None]:
    """Each annotation of a turn is written down, and takes its time."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)
    yield
    with connection.cursor() as cursor:
        cursor.execute(UNCOUNTED)


def record(conferences: int) -> None:
    """So many conferences of five turns, each of which shows a topic."""
    make.topic("Missiles").phrases.create(text="missiles")
    Turn.objects.bulk_create(
        Turn(
            conference=conference,
            public_id=f"{conference.pk:05x}{position:05x}",
            position=position,
            exchange=0,
            kind="statement",
            text="No missiles.",
            first_line=1,
            last_line=1,
        )
        for conference in [make.conference(f"Briefing {number}", language=LANGUAGE) for number in range(conferences)]
        for position in range(5)
    )


@pytest.mark.django_db(transaction=True)
def test_two_processes_of_which_one_is_killed_annotate_each_turn_once(counted: None) -> None:
    record(30)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE annotations_annotatedturn IN EXCLUSIVE MODE")
        killed, other = (start("annotate", "--processes", 1) for _ in range(2))
        while waiting() < 2:  # neither does all before the other has begun
            assert killed.poll() is other.poll() is None, (killed.communicate(), other.communicate())
            time.sleep(0.01)
    while PendingAnnotation.objects.count() > 20:
        assert killed.poll() is None, killed.communicate()
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    left = PendingAnnotation.objects.count()
    killed.communicate(timeout=60)
    assert left > 5  # else it had nothing left to be killed in
    other.communicate(timeout=120)
    assert other.returncode == 0
    assert annotate_pending().turns in {0, 5}  # what the killed one held may have become free too late
    with connection.cursor() as cursor:
        cursor.execute("SELECT turn_id FROM times_annotated")
        times = Counter(turn for (turn,) in cursor.fetchall())
    assert times == dict.fromkeys(Turn.objects.values_list("pk", flat=True), 1)
    assert Tag.objects.count() == AnnotatedTurn.objects.count() == 150
    assert not PendingAnnotation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_command_uses_several_processes_which_end_when_it_is_killed(counted: None) -> None:
    record(30)
    command = start("annotate", "--processes", 2)
    while PendingAnnotation.objects.count() > 28:
        assert command.poll() is None, command.communicate()
        time.sleep(0.01)
    # besides them Python starts a process that looks after what they share
    helpers = [child for child in psutil.Process(command.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    assert len(helpers) == 2
    command.send_signal(signal.SIGKILL)
    command.communicate(timeout=60)
    _, alive = psutil.wait_procs(helpers, timeout=60)
    assert not alive
    assert PendingAnnotation.objects.exists()
    again = start("annotate", "--processes", 2)
    told, complaint = again.communicate(timeout=120)
    assert (again.returncode, complaint) == (0, "")
    assert "0 changed, 0 removed." in told
    assert Tag.objects.count() == AnnotatedTurn.objects.count() == 150
    assert not PendingAnnotation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_another_process_works_on_is_passed_over() -> None:
    held, free = make.turn(make.conference()), make.turn(make.conference())
    other = psycopg2.connect(**connection.get_connection_params())
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM annotations_pendingannotation WHERE conference_id = %s FOR UPDATE", [held.conference_id]
            )
            annotate_pending()
            assert AnnotatedTurn.objects.get().turn == free
        other.rollback()
    finally:
        other.close()
    annotate_pending()
    assert AnnotatedTurn.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_who_edits_a_turn_meanwhile_is_never_the_one_that_must_begin_again() -> None:
    make.topic("Missiles").phrases.create(text="missiles")
    turn = make.turn(make.conference(), "No missiles.")
    editor = psycopg2.connect(**connection.get_connection_params())
    try:
        with editor.cursor() as cursor:
            cursor.execute("SELECT * FROM conferences_turn WHERE id = %s FOR UPDATE", [turn.pk])
            annotating = threading.Thread(target=_annotate)
            annotating.start()
            wait_for(lambda: waiting() == 1)
            cursor.execute("UPDATE conferences_turn SET text = 'No more missiles.' WHERE id = %s", [turn.pk])
        editor.commit()
        annotating.join(timeout=30)
    finally:
        editor.close()
    annotate_pending()  # the thread passes over what the editor holds just then
    assert Tag.objects.get().evidence == [[8, 16]]
    assert not PendingAnnotation.objects.exists()


def _annotate() -> None:
    try:
        annotate_pending()
    finally:
        connection.close()  # of this thread
