"""Where the index lies: generations side by side in one folder, of which one is current.

SEARCH_DIR/<database>/current             the name of the current generation
SEARCH_DIR/<database>/damaged             the name of the last one that was found damaged
SEARCH_DIR/<database>/v1-<number>/        a generation: an index in files of tantivy
SEARCH_DIR/<database>/updating, making    locks, of who changes the current one and of who makes another
SEARCH_DIR/<database>/followed            a lock, of the process that writes what changes (catching_up.py)
SEARCH_DIR/<database>/failed              is there while the last attempt to write failed
"""

import fcntl
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

from apps.search.schema import VERSION

FOLLOWED, MAKING = "followed", "making"
"""Names of locks."""
POLL = 0.005  # seconds
ROOM = 1_000_000
"""Bytes: about what one correction takes."""
PREFIX = f"v{VERSION}-"
logger = logging.getLogger(__name__)


class BusyError(RuntimeError):
    """Another process or thread holds the lock."""


class Folder:
    """The generations of one database's index.  What writes raises OSError where the folder cannot be written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of_site(cls) -> "Folder":
        """The one of the database that the site is connected to."""
        return cls(Path(settings.SEARCH_DIR, str(connection.settings_dict["NAME"])))

    def current(self) -> Path | None:
        """The current generation, or None where there is none of this version."""
        path = self._said("current")
        try:
            return path if path and path.name.startswith(PREFIX) and path.is_dir() else None
        except (OSError, ValueError):  # it is no name of a file
            return None

    def begin(self) -> Path:
        """An empty folder for another generation; what others left unfinished is removed.  Hold ``making``."""
        self._remove_all_but(self.current())
        path = self.path / f"{PREFIX}{time.time_ns()}"
        path.mkdir()
        return path

    def make_current(self, path: Path) -> None:
        """From now on readers open this one.  Those of the others go on with what they have open."""
        new = self.path / "current.new"
        with new.open("w") as file:
            file.write(path.name)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path / "current")
        self._remove_all_but(path)

    def forget(self, path: Path, error: Exception) -> None:
        """Nobody opens this generation any more, which could not be read, if it is still the current one.

        Unless only a file of it is gone, nobody goes on with it, either.
        """
        if self.current() != path:
            return
        with suppress(OSError):  # where nothing can be written, whoever opens it finds out again
            if isinstance(error, FileNotFoundError):
                (self.path / "current").unlink(missing_ok=True)
            else:
                (self.path / "current").replace(self.path / "damaged")
            logger.error("The search index %s is damaged and will be made anew: %s", path, error)

    def is_damaged(self, path: Path) -> bool:
        """Whether somebody found that of the generation, whoever has it open."""
        return self._said("damaged") == path

    def can_be_written(self) -> bool:
        """Whether there is a folder, and room in it."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.path) as file:
                file.write(bytes(ROOM))
                file.flush()
        except OSError:
            return False
        return True

    def has_failed(self) -> bool:
        """Whether the last attempt to write an index failed, in whatever process."""
        return (self.path / "failed").exists()

    @contextmanager
    def failures_noted(self) -> Iterator[None]:
        """For ``has_failed``: an empty file can be made on a full disk as well."""
        try:
            yield
        except (OSError, ValueError) as error:
            with suppress(OSError):
                (self.path / "failed").touch()
            if "writer was killed" in str(error):  # as tantivy says when a thread of its own could not write
                left = shutil.disk_usage(self.path).free // 10**6
                raise OSError(f"its files could not be written; {left} MB are left on the disk") from error
            raise
        (self.path / "failed").unlink(missing_ok=True)

    def is_locked(self, name: str) -> bool:
        """Whether somebody holds the lock now."""
        try:
            with (self.path / name).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    @contextmanager
    def locked(self, name: str, wait: float | None = None) -> Iterator[None]:
        """Be the only one, on this machine, who holds the lock; the kernel frees it however the process ends.

        Raises BusyError if another one still holds it after ``wait`` seconds (None: wait for ever).
        """
        self.path.mkdir(parents=True, exist_ok=True)
        deadline = None if wait is None else time.monotonic() + wait
        with (self.path / name).open("ab") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if deadline and time.monotonic() > deadline:
                        raise BusyError(f"Another process holds {self.path / name}.") from None
                    time.sleep(POLL)
            yield

    def _said(self, name: str) -> Path | None:
        """Of a file the generation that it names, if there is one or not."""
        try:
            return self.path / (self.path / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _remove_all_but(self, kept: Path | None) -> None:
        for path in self.path.iterdir():
            if path.is_dir() and path != kept:
                shutil.rmtree(path, ignore_errors=True)
