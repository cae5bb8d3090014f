"""The index is brought up to date with the database, or made anew beside the one that readers go on with."""

import logging
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import tantivy

from apps.conferences.models import Conference
from apps.search.folder import MAKING, Folder
from apps.search.news import State, news, prune
from apps.search.opened import OpenIndex, open_index, panics_as_errors
from apps.search.schema import build_schema, register_analyzers
from apps.search.writing import Writer

MEMORY = 50_000_000
MAKING_MEMORY = 400_000_000
"""Bytes for what is not yet written to the disk.  The more, the fewer files have to be joined again."""
SMALL = 30
"""So many changed conferences are read by who searches: corrections.  Of a hundred long turns each they take a third of
a second of a processor, no longer than until who writes has the newest of more on the disk."""
HELD = 120
"""So many are held in memory at most, and an index of so many is made by who searches.  The log tells of them only as
``DEBUG``: a batch of an import (ADR 15) is no news."""
logger = logging.getLogger(__name__)


def sync(folder: Folder, *, wait: float | None = None, first: Collection[int] = (), rest: bool = True) -> bool:
    """Have the current generation say what the database says; returns False where it has to be made anew instead.

    The conferences in ``first`` can be found before the others, without ``rest`` they alone; until the rest is there
    the index is as far behind as it was.  Raises BusyError if others are at it for longer than ``wait`` seconds, and
    OSError or ValueError if the index cannot be read or written; what readers see is then as it was.
    """
    with folder.failures_noted(), folder.locked("updating", wait), panics_as_errors():
        path = folder.current()
        return path is not None and _sync(folder, path, first, rest=rest)


def make_anew(folder: Folder, *, wait: float | None = None, if_needed: bool = False) -> None:
    """Make another generation and let it be the current one.  Raises as ``sync`` does.

    ``if_needed``: unless somebody else has made one while this waited.
    """
    with folder.failures_noted(), folder.locked(MAKING, wait), panics_as_errors():
        if if_needed and sync(folder, wait=wait):
            return
        start = time.monotonic()
        path = folder.begin()
        index = tantivy.Index(build_schema(), path=str(path))
        register_analyzers(index)
        state = news(None).state  # before reading: what changes meanwhile is news, and read again
        conferences = list(Conference.objects.order_by("pk").values_list("pk", flat=True))
        with Writer(index, memory=MAKING_MEMORY, threads=2) as writer:
            writer.add(conferences)
            writer.commit(state)
        with folder.locked("updating"):
            _sync(folder, path)
            folder.make_current(path)
        spent = time.monotonic() - start
        logger.info("The search index was made: %d conferences in %.1f s.", len(conferences), spent)


def _sync(folder: Folder, path: Path, first: Collection[int] = (), *, rest: bool = True) -> bool:
    try:
        found = OpenIndex.read(path)
    except (OSError, ValueError) as error:
        folder.forget(path, error)
        return False
    since = news(found.state)
    if since.conferences is None:
        return False
    others = [pk for pk in since.conferences if pk not in first]
    parts = [(sorted(first), found.state), (others, since.state)] if first else [(others, since.state)]
    if since:
        _write(path, parts if rest else parts[:1])
        prune()
    return True


def _write(path: Path, parts: Sequence[tuple[list[int], State]]) -> None:
    """Each in a commit of its own, with what the index has seen by then."""
    start = time.monotonic()
    with Writer(open_index(path), memory=MEMORY, threads=2) as writer:
        writer.take_away_leftovers()
        for conferences, state in parts:
            writer.put(conferences)
            writer.commit(state)
    spent = time.monotonic() - start
    changed = sum(len(conferences) for conferences, _ in parts)
    level = logging.INFO if changed > HELD else logging.DEBUG
    logger.log(level, "The search index has %d changed conferences: %.0f ms.", changed, spent * 1000)
