"""Where the index cannot be written, readers go on with what there is."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from apps.conferences.models import Turn
from apps.search import index as index_module
from apps.search import sync as sync_module
from apps.search.errors import SearchUnavailableError
from apps.search.folder import Folder
from apps.search.index import current, standing
from apps.search.opened import version_of
from apps.search.sync import make_anew
from tests import make
from tests.search.finding import found
from tests.search.mishaps import equal, many, wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("folder")]


def test_a_full_disk_hides_no_correction_and_is_written_when_there_is_room_again(
    folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "WRITTEN_AFTER", 0)
    version = current().version
    many(3)
    monkeypatch.setattr(Folder, "can_be_written", lambda _: True)  # as where there is room for a little
    with no_room():
        assert len(found("plain", "boat1")) == 40
        wait_until(lambda: "cannot be brought up to date" in caplog.text)
        assert version_of(current().path) == version
        assert not standing().can_be_written
    index_module._not_before.clear()
    current()
    wait_until(lambda: version_of(current().path) != version)
    wait_until(lambda: standing().can_be_written)
    assert len(found("plain", "boat1")) == 40
    assert equal()


@pytest.mark.parametrize(("held", "seen"), [(2, 0), (4, 40)])
def test_very_much_news_waits_where_the_disk_is_full(
    held: int, seen: int, folder: Folder, ferry: Turn, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers go on with what there is, and what can be held in memory."""
    make_anew(folder)
    assert found("plain", "ferry")
    many(3)
    monkeypatch.setattr(index_module, "SMALL", 2)
    monkeypatch.setattr(index_module, "HELD", held)
    (folder.path / "updating").unlink()
    (folder.path / "updating").mkdir()  # no lock can be had, as where nothing can be written
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    assert "cannot be brought up to date" in caplog.text
    (folder.path / "updating").rmdir()
    assert len(found("plain", "boat1")) == seen, "it waits a while before it tries again"
    monkeypatch.undo()
    index_module._not_before.clear()
    assert len(found("plain", "boat1")) == 40


def test_who_cannot_write_much_says_why(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """tantivy meets the full disk in a thread, while more is given to it, and tells only that the thread has ended."""
    make_anew(folder)
    monkeypatch.setattr(sync_module, "MEMORY", 30_000_000)  # the least: the more, the later it begins to write
    for number in range(40):
        make.turn(make.conference(f"Boat {number}"), " ".join(f"boat{number}word{place}" for place in range(20_000)))
    with no_room(), pytest.raises(OSError, match=r"its files could not be written; \d+ MB are left on the disk"):
        sync_module.sync(folder)
    assert folder.has_failed()


@contextmanager
def no_room() -> Iterator[None]:
    """A write fails as on a full disk."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_without_a_folder_that_can_be_written_a_search_says_so(
    ferry: Turn, settings: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    settings.SEARCH_DIR = tmp_path / "file"  # type: ignore[attr-defined]
    with pytest.raises(SearchUnavailableError):
        current()
    assert "cannot be brought up to date" in caplog.text
