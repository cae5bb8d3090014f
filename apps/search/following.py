"""The index follows the database while a site is served: what changes is there before somebody searches."""

import logging
import threading
import time
from itertools import count

from django.db import DatabaseError, close_old_connections

from apps.search.errors import SearchUnavailableError
from apps.search.index import current, is_brought_up_to_date_beside, look_after

EVERY = 1.0
"""Seconds between two looks at the log of changes."""
REST = 3
"""After work it rests so many times as long, so that an import of hours is not slowed down by its own index."""
VERIFYING = 60
"""After so many looks one file is read from beginning to end: is it still what was written?"""
logger = logging.getLogger(__name__)


def follow() -> None:
    """Follow from now on, as long as this process lives."""
    threading.Thread(target=_follow, name="index", daemon=True).start()


def step(*, one_more: bool = False) -> None:
    """Bring the index up to date and wait for it.  What stands in the way is logged."""
    try:
        look_after(one_more=one_more)
        current()
        while is_brought_up_to_date_beside():
            time.sleep(0.1)
    except SearchUnavailableError:
        pass  # it is being made, or why it is not was logged
    except DatabaseError as error:
        logger.warning("The search index cannot follow the database: %s", error)


def rest(seconds: float) -> None:
    """Look at nothing but the files that are open."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(EVERY, left))
        look_after()


def _follow() -> None:
    for number in count(1):
        begun = time.monotonic()
        close_old_connections()
        step(one_more=number % VERIFYING == 0)
        close_old_connections()
        rest(max(EVERY, REST * (time.monotonic() - begun)))
