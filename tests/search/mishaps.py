"""What can happen to an index, for the tests that let it happen."""

import signal
import time
from collections.abc import Callable

from apps.conferences.models import Turn
from apps.search import index as index_module
from apps.search import opened as opened_module
from apps.search.check import differences
from apps.search.folder import BusyError, Folder
from apps.search.index import current
from tests import make
from tests.processes import start


def equal() -> bool:
    return not list(differences(current()))


def many(count: int, word: str = "boat") -> None:
    """Conferences enough to be in the middle of, each with a word of its own, and its number, in each turn."""
    for number in range(count):
        conference = make.conference(f"Conference {number}")
        Turn.objects.bulk_create(
            Turn(
                conference=conference,
                public_id=f"{word}{number:05x}{place:05x}",
                position=place,
                exchange=0,
                kind="answer",
                text=f"{word}{number} words{place} " * 40,
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
    told = process.communicate()
    assert process.returncode in {0, -signal.SIGKILL}, told


def wait_until(it_is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not it_is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def forget_what_is_open() -> None:
    """As another process would find it."""
    index_module._opened.clear()
    opened_module._verified.clear()
