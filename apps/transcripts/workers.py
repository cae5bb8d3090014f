"""Parsing on all cores: processes that only parse, know nothing of a database, and end with the one that began them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from . import parse
from .transcript import Transcript

MOST = 6
"""Nobody takes in what more than so many would parse, and each takes 30 MB."""
WORTH_IT = 300_000  # bytes; less is parsed sooner than a process has started

Parse = Callable[[bytes], Transcript]


class WorkerDiedError(RuntimeError):
    """The process that parsed this ended: out of memory, for example."""


class Workers:
    """Parse many files at once.  Processes start when there is first enough to do.  Use it in a ``with``."""

    def __init__(self, work: Parse = parse, worth_it: int = WORTH_IT) -> None:
        self.work = work
        self.worth_it = worth_it
        self._all: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for pool in (self._all, self._single):
            if pool:
                pool.shutdown(wait=kind is None, cancel_futures=True)

    def begin(self, files: Iterable[bytes]) -> "Parsing":
        """Begin to parse; returns at once where it is much."""
        waiting = list(files)
        if sum(map(len, waiting)) < self.worth_it:
            return Parsing(self, [(data, None) for data in waiting])
        return Parsing(self, [(data, self._submit(data)) for data in waiting])

    def _submit(self, data: bytes) -> "Future[Transcript]":
        self._all = self._all or _pool(min(_cores(), MOST))
        try:
            return self._all.submit(self.work, data)
        except BrokenProcessPool:
            self._all = _pool(min(_cores(), MOST))
            return self._all.submit(self.work, data)

    def alone(self, data: bytes) -> Transcript:
        """Parse in a process that does nothing else, so that its death is this file's.  Raises WorkerDiedError."""
        self._single = self._single or _pool(1)
        try:
            return self._single.submit(self.work, data).result()
        except BrokenProcessPool as error:
            self._single = None
            raise WorkerDiedError("The process that parsed it ended, perhaps for want of memory") from error


class Parsing:
    """Files being parsed: iterate once for what became of each, in order."""

    def __init__(self, workers: Workers, files: list[tuple[bytes, "Future[Transcript] | None"]]) -> None:
        self.workers = workers
        self.files = files[::-1]

    def __iter__(self) -> Iterator[Transcript | Exception]:
        while self.files:
            data, future = self.files.pop()  # let go of what is done
            try:
                yield self._parsed(data, future)
            except Exception as error:  # noqa: BLE001 - one file's defect is that file's
                yield error

    def _parsed(self, data: bytes, future: "Future[Transcript] | None") -> Transcript:
        if future is None:
            return self.workers.work(data)
        try:
            return future.result()
        except BrokenProcessPool:  # some file killed a process, and takes all that waited with it
            return self.workers.alone(data)


def _pool(size: int) -> ProcessPoolExecutor:
    # "spawn": a forked process would hold the database's connection open after its parent was killed.
    return ProcessPoolExecutor(size, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
