"""The index, brought up to date: what a search asks first."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from apps.conferences.models import Conference
from apps.search.errors import SearchUnavailableError
from apps.search.folder import FOLLOWED, MAKING, BusyError, Folder
from apps.search.layered import Overlay
from apps.search.news import News, news
from apps.search.opened import OpenIndex, panics_as_errors, verify, version_of
from apps.search.sync import HELD, SMALL, make_anew, sync

WRITTEN_AFTER = 1.0
"""Seconds until these few are written to the disk, with what changes until then.  They can be found at once."""
WAIT = 0.5
"""Seconds that a request waits for others; after that it is answered with what there is."""
PAUSE = 10.0
"""Seconds after a failure until the next attempt."""
BEING_MADE = "The search index is being made. Please try again in a minute."
logger = logging.getLogger(__name__)

_opened: dict[Path, OpenIndex] = {}
"""What this process has open: by folder, that is by database."""
_overlays: dict[Path, Overlay] = {}
"""What changed since then, until it is written."""
_putting = threading.Lock()
_unreadable: set[Path] = set()
"""Generations of which that was said."""
_to_write: dict[Path, threading.Timer] = {}
_not_before: dict[Path, float] = {}
_beside: dict[Path, "subprocess.Popen[bytes]"] = {}


def current() -> OpenIndex:
    """The index with everything that the database holds by now; while much changes, with what it held a moment ago.

    Raises SearchUnavailableError where there is none yet.
    """
    folder = Folder.of_site()
    opened = _newest(folder)
    since = news(opened.state if opened else None)
    if since:
        opened = _put_over(folder, opened, since)
        if opened is None:
            _update(folder, since)
            opened = _newest(folder) or _still_open(folder)
    if opened is None or opened.state.database != since.state.database:
        raise SearchUnavailableError(BEING_MADE)
    if folder.path in _overlays:
        _write_later(folder)
    return opened


@contextmanager
def reading() -> Iterator[OpenIndex]:
    """``current()`` to ask within the block.  Where that fails because a file is damaged, another index is made.

    Raises SearchUnavailableError then, and as ``current`` does.
    """
    opened = current()
    try:
        with panics_as_errors():
            yield opened
    except (OSError, ValueError) as error:
        if _is_whole(opened.path):
            raise
        _forget(opened, error)
        raise SearchUnavailableError(BEING_MADE) from error


def look_after(*, one_more: bool = False) -> None:
    """Another index is made where a file of what is open is no longer as it was when it was verified.

    ``one_more``: also where a disk lost what was written in one of them.  Of a deleted file nothing is lost to who has
    it open: that one goes on with it until then.
    """
    opened = _opened.get(Folder.of_site().path)
    if opened is None:
        return
    try:
        verify(opened.path, again=int(one_more))
    except FileNotFoundError as error:
        Folder.of_site().forget(opened.path, error)
    except (OSError, ValueError) as error:
        _forget(opened, error)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the index stands, for who watches over the site."""

    documents: int | None
    """Conferences and turns; None where there is no index that searches can be answered from."""
    waiting: int | None
    """Conferences that changed and that the index has not as they are; None: it has to be made anew."""
    can_be_written: bool
    """False while there is little room, the folder is not ours, or the last attempt failed in whatever process: what
    changes is then found from memory at best."""
    being_made: bool
    """By whatever process."""


def standing() -> Standing:
    """Leaves the index as it is, and waits for nothing."""
    folder = Folder.of_site()
    opened = _newest(folder)
    since = news(opened.state if opened else None)
    waiting = None if since.conferences is None else len(since.conferences)
    opened = opened or _still_open(folder)
    is_answered = opened is not None and opened.state.database == since.state.database
    return Standing(
        opened.searcher.num_docs - 1 if opened and is_answered else None,
        waiting,
        can_be_written=not folder.has_failed() and folder.can_be_written(),
        being_made=folder.is_locked(MAKING),
    )


def unwritten(folder: Folder) -> News:
    """What the newest commit has not seen, if this process has it from memory or not."""
    written = _written(folder)
    return news(written.state if written else None)


def is_brought_up_to_date_beside() -> bool:
    """Whether a process of its own is at it that this one started."""
    process = _beside.get(Folder.of_site().path)
    return process is not None and process.poll() is None


def _forget(opened: OpenIndex, error: Exception) -> None:
    folder = Folder.of_site()
    folder.forget(opened.path, error)
    _opened.pop(folder.path, None)


def _is_whole(generation: Path) -> bool:
    try:
        verify(generation, again=None)
    except (OSError, ValueError):
        return False
    return True


def _newest(folder: Folder) -> OpenIndex | None:
    """What is written, with what this process has over it."""
    written, overlay = _written(folder), _overlays.get(folder.path)
    if written is None or overlay is None:
        return written
    if overlay.base is not written:
        _overlays.pop(folder.path, None)
        return written
    return overlay.opened


def _still_open(folder: Folder) -> OpenIndex | None:
    """The same of a generation that is the current one no more, unless it is damaged."""
    known, overlay = _opened.get(folder.path), _overlays.get(folder.path)
    if known is None or folder.is_damaged(known.path):
        return None
    return overlay.opened if overlay and overlay.base is known else known


def _written(folder: Folder) -> OpenIndex | None:
    """The newest commit of the current generation, opened again only if there is a newer one."""
    path = folder.current()
    if path is None:
        return None
    known = _opened.get(folder.path)
    try:
        if known is None or version_of(path) != known.version:
            known = _opened[folder.path] = OpenIndex.read(path)
    except (OSError, ValueError) as error:
        if folder.current() != path:  # another one took its place just now
            return _written(folder)
        if path not in _unreadable:  # many may ask until another one is made
            _unreadable.add(path)
            logger.error("The search index %s cannot be read and will be made anew: %s", path, error)
        return None
    return known


def _put_over(folder: Folder, opened: OpenIndex | None, since: News) -> OpenIndex | None:
    """``opened`` with its news over it, in memory, which will be written.  None where that would be too much."""
    with _putting:
        if opened is None or opened is not _newest(folder):  # another thread was quicker
            opened = _newest(folder)
            since = news(opened.state if opened else None)
        if opened is None or since.conferences is None:
            return None
        if len(since.conferences) > SMALL and not folder.has_failed():  # else nobody would write it in a moment
            return None
        overlay = _overlays.get(folder.path)
        if overlay is None or overlay.opened is not opened:
            overlay = Overlay(opened)
        if len(overlay.changed.union(since.conferences)) > HELD:
            return None
        _overlays[folder.path] = overlay
        return overlay.put(since)


def _write_later(folder: Folder) -> None:
    """Not what a transaction may yet roll back, nor where it failed a moment ago, or another process does it."""
    if folder.path in _to_write or connection.in_atomic_block or folder.is_locked(FOLLOWED):
        return
    is_pausing = time.monotonic() < _not_before.get(folder.path, 0)
    if not is_pausing:
        timer = _to_write[folder.path] = threading.Timer(WRITTEN_AFTER, _write, [folder])
        timer.daemon = True
        timer.start()


def _write(folder: Folder) -> None:
    try:
        sync(folder, wait=WAIT)
    except BusyError:
        pass  # who writes now writes this too, or the next search has it written
    except (OSError, ValueError, DatabaseError) as error:
        _failed(folder, error)
    finally:
        _to_write.pop(folder.path, None)
        connection.close()


def _failed(folder: Folder, error: Exception) -> None:
    logger.error("The search index in %s cannot be brought up to date: %s", folder.path, error)
    _not_before[folder.path] = time.monotonic() + PAUSE


def _update(folder: Folder, since: News) -> None:
    """Bring the index up to date, or have it done; what stands in the way is logged and tried again after a pause."""
    if time.monotonic() < _not_before.get(folder.path, 0):
        return
    if since.conferences is not None and folder.is_locked(FOLLOWED):
        return  # the process that holds it does it
    try:
        if connection.in_atomic_block or _is_small(since):
            if not sync(folder, wait=WAIT):
                make_anew(folder, wait=WAIT, if_needed=True)
        else:
            _update_beside(folder, since)
    except BusyError:
        return
    except (OSError, ValueError) as error:
        _failed(folder, error)


def _is_small(since: News) -> bool:
    if since.conferences is None:
        return Conference.objects.count() <= HELD
    return len(since.conferences) <= SMALL


def _update_beside(folder: Folder, since: News) -> None:
    """Let ``manage.py index`` do it, unless somebody is at it already.

    The newest conferences, and what was at hand from memory, can be found at once.
    """
    process = _beside.get(folder.path)
    if process and process.poll() is None:
        return
    with folder.locked(MAKING, WAIT):
        overlay = _overlays.get(folder.path)
        first = {*(since.conferences or [])[-SMALL:], *(overlay.changed if overlay else ())}
        sync(folder, wait=WAIT, first=first, rest=False)
    if process and process.returncode:
        _beside.pop(folder.path)
        raise OSError(f"manage.py index ended with status {process.returncode}")
    manage = str(settings.BASE_DIR / "manage.py")
    command = [sys.executable, manage, "index", "--database", str(connection.settings_dict["NAME"])]
    _beside[folder.path] = subprocess.Popen(command)  # noqa: S603
