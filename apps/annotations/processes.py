"""Several processes that annotate side by side, each with its own connection to the database."""

from collections.abc import Generator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apps.annotations.changes import Changes


class ProcessFailedError(RuntimeError):
    """One of the processes ended before its work was done.  What it had finished stays."""


def annotate_in_processes(number: int) -> Generator["Changes"]:
    """As ``annotate_each``, in so many processes.  Raises ``ProcessFailedError`` once the others have finished."""
    context = get_context("spawn")  # a forked one would share this one's connection
    running: dict[Any, BaseProcess] = {}
    failed = 0
    for _ in range(number):
        reader, writer = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(writer,), daemon=True)
        process.start()
        writer.close()
        running[reader] = process
    try:
        while running:
            ready: list[Any] = wait(list(running))
            for reader in ready:
                try:
                    yield reader.recv()
                except EOFError:
                    ended = running.pop(reader)
                    ended.join()
                    failed += ended.exitcode != 0
    finally:
        for left in running.values():
            left.terminate()
    if failed:
        raise ProcessFailedError(f"{failed} of {number} processes ended early.")


def _work(writer: Connection) -> None:
    """What a process does.  Where the one that started it is gone, nobody reads what it tells, and it ends."""
    import django

    django.setup()
    from apps.annotations.annotating import annotate_each

    try:
        for changes in annotate_each():
            writer.send(changes)
    except (BrokenPipeError, KeyboardInterrupt):
        pass
