"""An index that is damaged, old or of another database is made anew, and readers go on."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from apps.conferences.models import Turn
from apps.search import catching_up
from apps.search import index as index_module
from apps.search import opened as opened_module
from apps.search.checksums import segment_files
from apps.search.errors import SearchUnavailableError
from apps.search.folder import MAKING, PREFIX, Folder
from apps.search.following import rest, step
from apps.search.index import current, reading, standing
from apps.search.news import prune
from apps.search.sync import make_anew
from tests.processes import start
from tests.search.finding import found
from tests.search.mishaps import equal, forget_what_is_open

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("folder")]


def test_a_deleted_folder_is_made_again(folder: Folder, ferry: Turn) -> None:
    assert found("plain", "ferry")
    subprocess.run(["rm", "-r", str(folder.path)], check=True)
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert equal()


@pytest.mark.parametrize("name", ["nonsense", PREFIX + "x" * 400, PREFIX + "\0", None])
def test_whatever_is_said_to_be_the_current_generation_searches_are_answered(
    name: str | None, folder: Folder, ferry: Turn
) -> None:
    """None: that is a folder."""
    make_anew(folder)
    said = folder.path / "current"
    said.unlink()
    said.mkdir() if name is None else said.write_text(name)
    assert standing().waiting is None
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


def test_what_one_process_found_damaged_no_other_goes_on_with(
    folder: Folder, ferry: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or who watches over the site would be told something else by each."""
    monkeypatch.setattr(index_module, "WAIT", 0)
    make_anew(folder)
    opened = current()
    damage(next(opened.path.glob("*.idx")), b"")
    with folder.locked(MAKING):
        step()
        for process in ({}, {folder.path: opened}):
            monkeypatch.setattr(index_module, "_opened", process)
            assert standing().documents is None
            with pytest.raises(SearchUnavailableError):
                current()
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]


@pytest.mark.parametrize("can_be_said", [True, False])
def test_damage_is_noticed_while_the_index_needs_no_following(can_be_said: bool, folder: Folder, ferry: Turn) -> None:
    """For a while after it was made nobody looks for changes.  False: the folder cannot be written."""
    make_anew(folder)
    damage(next(current().path.glob("*.idx")), None)
    if not can_be_said:
        (folder.path / "damaged").unlink(missing_ok=True)
        (folder.path / "damaged").mkdir()
    rest(0.01)
    assert standing().documents is None


@pytest.mark.parametrize("kind", ["idx", "fast", "json"])
def test_what_is_damaged_in_a_file_that_is_open_is_noticed_though_nothing_fails(
    kind: str, folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture
) -> None:
    make_anew(folder)
    path = current().path
    file = path / "meta.json" if kind == "json" else next(path.glob(f"*.{kind}"))
    with file.open("r+b") as opened:
        opened.write(bytes([opened.read(1)[0] ^ 0x11]))
    step()
    assert "damaged" in caplog.text
    assert current().path != path
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]


@pytest.mark.parametrize("who", ["serves", "writes"])
def test_a_file_that_is_gone_is_noticed_and_the_index_made_anew(
    who: str, folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has it open goes on with it meanwhile."""
    monkeypatch.setattr(index_module, "WAIT", 0)
    monkeypatch.setattr(catching_up, "WRITTEN_AFTER", 0)
    make_anew(folder)
    path = current().path
    max(path.glob("*.idx"), key=lambda file: file.stat().st_size).unlink()
    Turn.objects.update(text="The boat sails.")
    with folder.locked(MAKING):
        for _ in range(2):
            step() if who == "serves" else catching_up.Looks().take(folder)
        assert standing().waiting is None
        assert standing().documents == 2
        assert found("plain", "sails") == [(ferry.conference.pk, ferry.pk)]
    assert [record.levelname for record in caplog.records].count("ERROR") == 1
    assert "is missing" in caplog.text
    assert found("plain", "boat") == [(ferry.conference.pk, ferry.pk)]
    assert current().path != path
    assert equal()


def test_what_a_disk_has_lost_is_noticed_when_it_is_read_again(folder: Folder, ferry: Turn) -> None:
    make_anew(folder)
    path = current().path
    damaged = list(segment_files(path))[-1]
    damage(damaged, None)
    about = damaged.stat()
    opened_module._verified[damaged] = about.st_ino, about.st_size, about.st_ctime_ns
    for _ in segment_files(path):
        step()
        assert current().path == path
        step(one_more=True)
    assert current().path != path


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
