"""The one process of a machine that writes what changes, so that none that serves has to."""

import gc
import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections

from apps.search.folder import FOLLOWED, BusyError, Folder
from apps.search.index import PAUSE, WRITTEN_AFTER, unwritten
from apps.search.sync import SMALL, sync

LOOK = 0.1
"""Seconds between two looks at the log of changes."""
FIRST = 50
"""Of much the newest are written first: what a page or two of the newest shows."""
REST = 3
BURST = 30.0
"""Seconds of a processor before it rests ``REST`` times as long: its index must not slow down an import of hours."""
logger = logging.getLogger(__name__)


def write_what_changes(is_over: Callable[[float], bool]) -> None:
    """Until ``is_over(seconds)``, which waits so long for the end, says so.  While another process does it, this waits.

    To make an index anew is left to who searches.
    """
    folder, looks = Folder.of_site(), Looks()
    while not is_over(LOOK):
        try:
            with folder.locked(FOLLOWED, wait=0):
                while (folder.path / FOLLOWED).exists() and not is_over(looks.pause):
                    looks.take(folder)
        except (BusyError, OSError):  # if nothing can be written in there, who searches says so
            continue


class Looks:
    """One look after the other, and how long to wait until the next."""

    def __init__(self) -> None:
        self.pause = LOOK
        self._first_seen: float | None = None
        self._waiting: list[int] = []
        self._worked = 0.0

    def take(self, folder: Folder) -> None:
        self._worked = max(0.0, self._worked - self.pause / REST)
        self.pause, begun = LOOK, time.process_time()
        close_old_connections()
        try:
            changed = unwritten(folder).conferences or []
            if not self._is_due(changed):
                self._waiting = changed
            else:
                self.pause = LOOK if self._write(folder, changed) else WRITTEN_AFTER
                self._worked += time.process_time() - begun
                self.pause = max(self.pause, REST * (self._worked - BURST))
                gc.collect()
        except (OSError, ValueError, DatabaseError) as error:
            logger.error("The search index in %s cannot be brought up to date: %s", folder.path, error)
            self.pause = PAUSE

    def _is_due(self, changed: list[int]) -> bool:
        """What a search would not read itself at once, little when it is a second old."""
        if not changed:
            self._first_seen = None
            return False
        self._first_seen = self._first_seen or time.monotonic()
        return len(changed) > SMALL or time.monotonic() >= self._first_seen + WRITTEN_AFTER

    def _write(self, folder: Folder, changed: list[int]) -> bool:
        """Of much the newest first, and what waited: readers may have found that from memory, and shall go on to.

        Returns whether it could: else the index has to be made anew.
        """
        waited, self._waiting, self._first_seen = self._waiting, [], None
        return sync(folder, first={*waited, *changed[-FIRST:]} if len(changed) > FIRST else ())
