"""Workers as processes that are really killed: no task is lost, none is done by two at once."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from apps.conferences.importing import import_files
from apps.conferences.models import Conference, ImportedFile, ImportRun, Turn, Upload
from apps.conferences.uploads.deciding import start_import
from apps.conferences.uploads.report import runs_of
from apps.conferences.uploads.stored_file import stored_files
from apps.conferences.uploads.storing import store
from apps.config.background.abandoned import MOST_ATTEMPTS, free_abandoned
from tests.conferences.transcripts import TURNS, briefing
from tests.conferences.uploading import chosen, work
from tests.config.processes import start, wait_for
from tests.locks import waiting

pytestmark = pytest.mark.django_db(transaction=True)

FILES = 12


@pytest.fixture
def workers() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Those that a test starts; none outlives it."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def ready_to_import(name: str = "edith") -> Upload:
    """An upload that was looked at and that somebody has said to import."""
    user = User.objects.create_user(name)
    texts = (briefing(*TURNS, f"Elena Marsh: Thank you, {number}.", title=f"On {number}") for number in range(FILES))
    upload = store([chosen(f"{number}.txt", text) for number, text in enumerate(texts)], "Meridian Alliance", user)
    work()
    upload.refresh_from_db()
    assert start_import(upload, user)
    return upload


def is_done(upload: Upload) -> bool:
    upload.refresh_from_db()
    return upload.state == Upload.State.DONE


def outcomes(upload: Upload) -> set[str]:
    return set(upload.files.values_list("outcome", flat=True))


@contextmanager
def nobody_may_write_turns() -> Iterator[None]:
    """An import stops in the middle of a conference: begun, but without its turns."""
    other = psycopg2.connect(**connection.get_connection_params())
    with other, other.cursor() as cursor:
        cursor.execute("LOCK TABLE conferences_turn IN EXCLUSIVE MODE")
        yield
    other.close()


def test_an_import_whose_worker_is_killed_in_the_middle_is_finished_by_the_next(
    workers: list[subprocess.Popen[bytes]],
) -> None:
    upload = ready_to_import()
    with nobody_may_write_turns():
        workers.append(start("db_worker"))
        wait_for(lambda: waiting() == 1)
        assert free_abandoned() == 0  # its worker lives
        workers[0].kill()
        workers[0].wait()
    wait_for(lambda: free_abandoned() == 1)
    assert not Conference.objects.exists()
    workers.append(start("db_worker"))
    wait_for(lambda: is_done(upload))
    assert Conference.objects.count() == FILES
    assert Turn.objects.count() == FILES * (len(TURNS) + 1)
    assert outcomes(upload) == {"created"}
    assert {run.user for run in ImportRun.objects.all()} == {upload.user}


def test_what_an_earlier_worker_imported_is_reported_as_what_it_was(workers: list[subprocess.Popen[bytes]]) -> None:
    upload = ready_to_import()
    list(import_files(stored_files(upload)[:5], upload.user))  # and killed before it wrote that down
    workers.append(start("db_worker"))
    wait_for(lambda: is_done(upload))
    assert outcomes(upload) == {"created"}
    assert ImportedFile.objects.filter(outcome="created").count() == FILES
    assert ImportRun.objects.count() == runs_of(upload).count() == 2


def test_the_same_files_imported_by_two_workers_at_once_end_as_one(workers: list[subprocess.Popen[bytes]]) -> None:
    uploads = [ready_to_import("edith"), ready_to_import("edgar")]
    workers += [start("db_worker"), start("db_worker")]
    wait_for(lambda: all(map(is_done, uploads)))
    assert Conference.objects.count() == FILES
    assert Turn.objects.count() == FILES * (len(TURNS) + 1)
    both = [dict(upload.files.values_list("name", "outcome")) for upload in uploads]
    assert all({both[0][name], both[1][name]} == {"created", "unchanged"} for name in both[0])


def test_a_task_that_is_queued_twice_is_done_once_at_a_time(workers: list[subprocess.Popen[bytes]]) -> None:
    upload = ready_to_import()
    first = DBTaskResult.objects.ready().get()
    DBTaskResult.objects.create(
        task_path=first.task_path, args_kwargs=first.args_kwargs, backend_name="default", run_after=first.run_after
    )
    workers += [start("db_worker"), start("db_worker")]
    wait_for(lambda: DBTaskResult.objects.successful().filter(task_path=first.task_path).count() == 2)
    assert is_done(upload)
    assert ImportRun.objects.count() == 1
    assert outcomes(upload) == {"created"}


def test_a_task_that_took_many_workers_with_it_is_given_up() -> None:
    upload = ready_to_import()
    task = DBTaskResult.objects.ready().get()
    task.worker_ids = ["another"] * (MOST_ATTEMPTS - 1)
    task.claim("the last")
    assert free_abandoned() == 0
    task.refresh_from_db()
    assert task.status == "FAILED"
    assert task.finished_at is not None
    assert task.finished_at <= timezone.now()
    upload.refresh_from_db()
    assert upload.state == "importing"  # and its page offers to go on
