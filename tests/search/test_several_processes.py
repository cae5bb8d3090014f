"""Several processes that ask and change the index at once end with one that equals the database."""

import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from apps.conferences.models import Conference, Turn
from apps.search import catching_up
from apps.search import index as index_module
from apps.search.folder import FOLLOWED, Folder
from apps.search.index import current, is_brought_up_to_date_beside, unwritten
from apps.search.models import Change
from apps.search.sync import make_anew, sync
from tests import make
from tests.locks import waiting
from tests.processes import start
from tests.search.finding import found
from tests.search.mishaps import equal, many, wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("folder")]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="who waits for a lock is read from /proc")
def test_of_two_processes_that_find_no_index_one_makes_it(folder: Folder, ferry: Turn) -> None:
    many(10)
    shutil.rmtree(folder.path, ignore_errors=True)
    with folder.locked("making"):
        others = [start("index", err=subprocess.PIPE) for _ in range(2)]
        wait_until(lambda: all(waits_for(other.pid, folder.path / "making") for other in others))
    told = "".join(other.communicate()[1] for other in others)
    assert told.count("The search index was made") == 1
    assert equal()


def waits_for(pid: int, file: Path) -> bool:
    """Whether the process has the file open."""
    for one in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # it was closed meanwhile
            if one.readlink() == file.resolve():
                return True
    return False


def test_two_processes_and_four_threads_at_once_end_equal(folder: Folder, ferry: Turn) -> None:
    many(10)
    make_anew(folder)

    def work() -> None:
        for _ in range(5):
            sync(folder)
        connection.close()

    for number in range(2):
        Turn.objects.update(text=f"Word{number}")
        others = [start("index"), start("index", "--rebuild")]
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [other.wait() for other in others] == [0, 0]
    assert equal()


@pytest.mark.parametrize("differs", [False, True])
def test_what_changes_while_the_index_is_checked_is_no_difference(
    differs: bool, folder: Folder, ferry: Turn, capsys: pytest.CaptureFixture[str]
) -> None:
    if differs:
        make_anew(folder)
        Turn.objects.filter(pk=ferry.pk).update(text="The boat sails.")
        Change.objects.all().delete()  # as if the triggers had been switched off
    else:
        many(1)
        make_anew(folder)
    told = []

    def check() -> None:
        try:
            call_command("index", check=True)
        except CommandError as error:
            told.append(str(error))
        connection.close()

    thread = threading.Thread(target=check)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE conferences_turn")
        thread.start()
        wait_until(lambda: waiting() == 1)
        make.turn(make.conference("New"))
        Turn.objects.filter(text__startswith="boat").update(text="Other words.")
    thread.join()
    assert told == (["The search index differs from the database in 4 places."] if differs else [])
    assert ("changed since the index was brought up to date" in capsys.readouterr().out) is True


def test_much_news_is_brought_in_by_a_process_of_its_own_while_the_old_index_is_read(
    folder: Folder, ferry: Turn
) -> None:
    """As a web worker does, in a process with the environment of one."""
    make_anew(folder)
    many(20)  # with 40 turns each
    code = """
import django, json, time
django.setup()
from apps.search import index
from apps.search.index import current
index.SMALL = 2
start = time.monotonic()
counts = [current().searcher.num_docs]
first = time.monotonic() - start
while counts[-1] < 20 * 41 and time.monotonic() - start < 60:
    counts.append(current().searcher.num_docs)
print(json.dumps([counts[0], counts[-1]]))
"""
    from tests.processes import database_url

    env = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "apps.config.settings"}
    out = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True).stdout
    first, last = json.loads(out)
    assert last == 20 * 41 + 3
    assert first == 2 * 41 + 3, "the newest are there at once"
    assert Conference.objects.count() == 21


def test_what_was_found_from_memory_is_found_while_much_else_is_brought_in(
    folder: Folder, ferry: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a process on the database of who started it: here it is the test's own; its settings name the site's."""
    monkeypatch.setattr(index_module, "SMALL", 2)
    make_anew(folder)
    Turn.objects.filter(pk=ferry.pk).update(text="The boat sails.")
    assert found("plain", "sails") == found("plain", "boat") == [(ferry.conference.pk, ferry.pk)]
    with folder.locked("updating"):
        many(5)
        assert found("plain", "boat") == [(ferry.conference.pk, ferry.pk)], "another process is at it"
    assert found("plain", "boat") == [(ferry.conference.pk, ferry.pk)]
    assert len(found("plain", "boat4")) == 40, "the newest"
    wait_until(lambda: current().searcher.num_docs == 5 * 41 + 3 and not is_brought_up_to_date_beside())
    assert equal()


def test_what_changes_is_written_by_the_one_process_for_that(
    folder: Folder, ferry: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who searches starts no other, and goes on with what there is."""
    monkeypatch.setattr(index_module, "SMALL", 2)
    monkeypatch.setattr(catching_up, "SMALL", 2)
    monkeypatch.setattr(index_module, "_update_beside", None)
    monkeypatch.setattr(catching_up, "WRITTEN_AFTER", 0.1)
    make_anew(folder)
    over = threading.Event()

    def work() -> None:
        catching_up.write_what_changes(over.wait)
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        wait_until(lambda: folder.is_locked(FOLLOWED))
        many(5)
        wait_until(lambda: current().searcher.num_docs == 5 * 41 + 3)
        Turn.objects.filter(pk=ferry.pk).update(text="The boat sails.")
        assert found("plain", "sails") == [(ferry.conference.pk, ferry.pk)]
        wait_until(lambda: not unwritten(folder))
    finally:
        over.set()
        thread.join()
    assert not folder.is_locked(FOLLOWED)
    assert equal()


def test_little_after_little_is_found_at_once_and_left_to_the_process_that_writes(
    folder: Folder, ferry: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As much as can be held: who searches writes nothing, however much there is."""
    monkeypatch.setattr(index_module, "SMALL", 2)
    monkeypatch.setattr(index_module, "HELD", 5)
    monkeypatch.setattr(catching_up, "SMALL", 2)
    make_anew(folder)
    with folder.locked(FOLLOWED):
        for lot, seen in enumerate([40, 40, 0]):
            many(2, f"boat{lot}")
            assert len(found("plain", f"boat{lot}1")) == seen
        assert len(unwritten(folder).conferences or []) == 6
        catching_up.Looks().take(folder)
    assert not unwritten(folder)
    assert len(found("plain", "boat21")) == 40
    assert equal()


def test_of_much_the_newest_come_first_and_nothing_goes_that_was_found_from_memory(
    folder: Folder, ferry: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (index_module, catching_up):
        monkeypatch.setattr(module, "SMALL", 2)
    monkeypatch.setattr(catching_up, "FIRST", 1)
    make_anew(folder)
    looks = catching_up.Looks()

    def work() -> None:
        looks.take(folder)
        connection.close()

    with folder.locked(FOLLOWED):
        Turn.objects.filter(pk=ferry.pk).update(text="The boat sails.")
        looks.take(folder)
        assert found("plain", "sails") == [(ferry.conference.pk, ferry.pk)]
        assert unwritten(folder), "it waits"
        many(20)
        thread = threading.Thread(target=work)
        thread.start()
        had = [(0, 0)]
        while had[-1] != (40, 40):
            assert found("plain", "sails") == [(ferry.conference.pk, ferry.pk)]
            had.append((len(found("plain", "boat19")), len(found("plain", "boat18"))))
        thread.join()
    assert (40, 0) in had
    assert equal()
