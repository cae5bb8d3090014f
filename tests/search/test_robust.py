"""Whatever happens to the index, it ends equal to the database, and readers go on."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from apps.conferences.models import Conference, Turn
from apps.search import index as index_module
from apps.search import opened as opened_module
from apps.search.check import differences
from apps.search.checksums import segment_files
from apps.search.errors import SearchUnavailableError
from apps.search.folder import BusyError, Folder
from apps.search.index import current, reading
from apps.search.news import prune
from apps.search.opened import version_of
from apps.search.sync import make_anew, sync
from tests import make
from tests.processes import start
from tests.search.finding import found

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder() -> Folder:
    index_module._not_before.clear()
    return Folder.of_site()


@pytest.fixture
def ferry() -> Turn:
    return make.turn(make.conference("Harbour"), "The ferry sails.")


def equal() -> bool:
    return not list(differences(current()))


def many(count: int) -> None:
    """Conferences enough to be in the middle of."""
    for number in range(count):
        conference = make.conference(f"Conference {number}")
        Turn.objects.bulk_create(
            Turn(
                conference=conference,
                public_id=f"boat{number:05x}{place:05x}",
                position=place,
                exchange=0,
                kind="answer",
                text=f"boat{number} words{place} " * 40,
                first_line=1,
                last_line=1,
            )
            for place in range(40)
        )


def killed_while(lock: str, delay: float, *arguments: str) -> None:
    """``manage.py index``, killed so many seconds after it began to hold the lock."""
    process, folder = start("index", *arguments), Folder.of_site()
    while process.poll() is None:
        try:
            with folder.locked(lock, 0):
                time.sleep(0.001)
        except BusyError:
            time.sleep(delay)
            break
    process.kill()
    process.communicate()


def wait_until(it_is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not it_is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def forget_what_is_open() -> None:
    """As another process would find it."""
    index_module._opened.clear()
    opened_module._verified.clear()


@pytest.mark.parametrize("delay", [0, 0.02, 0.05, 0.1, 0.2])
def test_a_sync_killed_at_any_moment_is_made_good_by_the_next(delay: float, folder: Folder, ferry: Turn) -> None:
    many(30)
    make_anew(folder)
    Turn.objects.update(text=f"Again {delay}")
    killed_while("updating", delay)
    assert sync(folder)
    assert equal()


def test_files_that_a_killed_sync_left_are_in_no_ones_way(folder: Folder, ferry: Turn, tmp_path: Path) -> None:
    many(2)
    make_anew(folder)
    path = folder.current()
    assert path is not None
    before = shutil.copytree(path, tmp_path / "before")
    Turn.objects.filter(pk=ferry.pk).update(text="Again")
    assert sync(folder)
    left = {file.name for file in path.glob("*.del")} - {file.name for file in before.glob("*.del")}
    shutil.rmtree(path)
    shutil.copytree(before, path)
    managed = path / ".managed.json"
    managed.write_text(json.dumps([*json.loads(managed.read_text()), *left]))
    for name in left:
        (path / name).write_bytes(b"begun and")
    forget_what_is_open()
    Turn.objects.filter(pk=ferry.pk).update(text="And again")
    assert sync(folder)
    assert equal()


@pytest.mark.parametrize("delay", [0, 0.05, 0.1, 0.2, 0.4])
def test_a_rebuild_killed_at_any_moment_leaves_readers_an_index(delay: float, folder: Folder, ferry: Turn) -> None:
    many(30)
    make_anew(folder)
    killed_while("making", delay, "--rebuild")
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    make_anew(folder)
    assert [path for path in folder.path.iterdir() if path.is_dir()] == [folder.current()]
    assert equal()


def test_a_deleted_folder_is_made_again(folder: Folder, ferry: Turn) -> None:
    assert found("plain", "ferry")
    subprocess.run(["rm", "-r", str(folder.path)], check=True)
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert equal()


@pytest.mark.parametrize("content", [b"", b"nonsense", None])
def test_a_damaged_file_is_noticed_by_who_opens_it_and_the_index_made_anew(
    content: bytes | None, folder: Folder, ferry: Turn
) -> None:
    """None: bits are flipped in the middle, which tantivy itself does not notice."""
    assert found("plain", "ferry")
    for suffix in ("idx", "pos", "fast", "store", "term", "fieldnorm"):
        path = current().path
        damage(next(file for file in segment_files(path) if file.suffix == f".{suffix}"), content)
        forget_what_is_open()
        assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
        assert current().path != path
    assert equal()


def damage(file: Path, content: bytes | None) -> None:
    was = bytearray(file.read_bytes())
    was[len(was) // 4] ^= 0xFF
    file.unlink()
    file.write_bytes(was if content is None else content)


def test_the_command_says_what_is_damaged_and_mends_it(folder: Folder, ferry: Turn) -> None:
    file = next(segment_files(current().path))
    damage(file, None)
    check = start("index", "--check")
    assert f"the file {file.name} is damaged" in check.communicate()[1]
    assert check.returncode == 1
    forget_what_is_open()
    call_command("index")
    forget_what_is_open()
    call_command("index", check=True)  # or it raises


def test_what_is_damaged_while_it_is_read_is_made_anew(folder: Folder, ferry: Turn) -> None:
    path = current().path
    with pytest.raises(SearchUnavailableError, match="try again"), reading():
        for file in path.glob("*.store"):
            file.write_bytes(os.urandom(file.stat().st_size))
        raise ValueError("as tantivy says when it reads nonsense")
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert current().path != path


@pytest.mark.parametrize(
    ("page", "shown"),
    [("/conferences/", "Harbour"), ("/concordance/lines.csv", "ferry"), ("/trends/counts.csv", "2019")],
)
def test_a_page_that_meets_damage_says_so_and_the_next_is_answered(
    page: str, shown: str, client: Client, folder: Folder, ferry: Turn
) -> None:
    make_anew(folder)
    assert client.get(f"{page}?q=sails").status_code == 200  # another question: what was counted of this one is kept
    for kind in ("idx", "term", "fast"):
        for file in current().path.glob(f"*.{kind}"):
            file.write_bytes(b"\xff" * file.stat().st_size)
    assert client.get(f"{page}?q=ferry").status_code == 503
    assert shown in client.get(f"{page}?q=ferry").getvalue().decode()


def test_an_error_of_a_query_is_not_taken_for_damage(folder: Folder, ferry: Turn) -> None:
    path = current().path
    with pytest.raises(ValueError, match="no such field"), reading():
        raise ValueError("no such field")
    assert current().path == path


def test_an_index_of_an_older_schema_is_made_anew(folder: Folder, ferry: Turn) -> None:
    path = current().path
    older = path.with_name(path.name.replace("v", "v0", 1))
    path.rename(older)
    (folder.path / "current").write_text(older.name)
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert not older.exists()


def test_an_index_of_another_database_is_made_anew(folder: Folder, ferry: Turn) -> None:
    """As after a restored backup: tables of that name, but other transactions."""
    path = current().path
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE again (LIKE search_change INCLUDING ALL); ALTER TABLE search_change RENAME TO search_was;"
            "ALTER TABLE again RENAME TO search_change"
        )
        try:
            assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
            assert current().path != path
        finally:
            cursor.execute("DROP TABLE search_change; ALTER TABLE search_was RENAME TO search_change")


def test_what_the_log_has_forgotten_is_made_anew(folder: Folder, ferry: Turn) -> None:
    path = current().path
    Turn.objects.update(text="The boat sails.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_change SET at = now() - interval '8 days'")
        wait = time.monotonic() + 120
        while time.monotonic() < wait:  # for older transactions, in whatever database of the server
            prune()
            cursor.execute("SELECT FROM search_change WHERE at < now() - interval '7 days'")
            if not cursor.rowcount:
                break
            time.sleep(0.1)
    assert found("plain", "boat") == [(ferry.conference.pk, ferry.pk)]
    assert current().path != path
    again = current().path
    prune()
    Turn.objects.update(text="The ship sails.")
    assert found("plain", "ship") == [(ferry.conference.pk, ferry.pk)]
    assert current().path == again


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
    opened = Path(f"/proc/{pid}/fd")
    return any(os.path.realpath(one) == str(file.resolve()) for one in opened.iterdir())


def test_two_processes_and_four_threads_at_once_end_equal(folder: Folder, ferry: Turn) -> None:
    many(10)
    make_anew(folder)

    def work() -> None:
        for _ in range(5):
            sync(folder)
        connection.close()

    for number in range(3):
        Turn.objects.update(text=f"Word{number}")
        others = [start("index"), start("index", "--rebuild")]
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [other.wait() for other in others] == [0, 0]
    assert equal()


def test_a_full_disk_hides_no_correction_and_is_written_when_there_is_room_again(
    folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "WRITTEN_AFTER", 0)
    version = current().version
    many(3)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write then fails as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limit[1]))
    try:
        assert len(found("plain", "boat1")) == 40
        wait_until(lambda: "cannot be brought up to date" in caplog.text)
        assert version_of(current().path) == version
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    index_module._not_before.clear()
    current()
    wait_until(lambda: version_of(current().path) != version)
    assert len(found("plain", "boat1")) == 40
    assert equal()


def test_much_news_waits_where_the_disk_is_full(
    folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers go on with what there is."""
    assert found("plain", "ferry")
    many(3)
    monkeypatch.setattr(index_module, "SMALL", 2)
    (folder.path / "updating").unlink()
    (folder.path / "updating").mkdir()  # no lock can be had, as where nothing can be written
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert "cannot be brought up to date" in caplog.text
    (folder.path / "updating").rmdir()
    assert not found("plain", "boat1"), "it waits a while before it tries again"
    monkeypatch.setattr(index_module, "SMALL", 40)
    index_module._not_before.clear()
    assert len(found("plain", "boat1")) == 40


def test_without_a_folder_that_can_be_written_a_search_says_so(
    ferry: Turn, settings: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    settings.SEARCH_DIR = tmp_path / "file"  # type: ignore[attr-defined]
    with pytest.raises(SearchUnavailableError):
        current()
    assert "cannot be brought up to date" in caplog.text


def test_much_news_is_brought_in_by_a_process_of_its_own_while_the_old_index_is_read(
    folder: Folder, ferry: Turn
) -> None:
    """As a web worker does, in a process with the environment of one."""
    make_anew(folder)
    many(60)
    code = """
import django, json, time
django.setup()
from apps.search.index import current
start = time.monotonic()
counts = [current().searcher.num_docs]
first = time.monotonic() - start
while counts[-1] < 60 * 41 and time.monotonic() - start < 60:
    counts.append(current().searcher.num_docs)
print(json.dumps([counts[0], counts[-1]]))
"""
    from tests.processes import database_url

    env = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "apps.config.settings"}
    out = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True).stdout
    first, last = json.loads(out)
    assert last == 60 * 41 + 3
    assert first in {3, last}
    assert Conference.objects.count() == 61


def test_the_process_that_brings_in_much_news_has_the_database_of_who_started_it(folder: Folder, ferry: Turn) -> None:
    """Here it is the test's own; its settings name the site's."""
    make_anew(folder)
    many(41)
    wait_until(lambda: current().searcher.num_docs == 41 * 41 + 3)
    assert equal()
