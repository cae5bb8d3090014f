"""What a terminal shows while an import runs, and how little it asks the database."""

import os
import pty
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.conferences.importing.items import MOST_FILES
from tests.conferences.test_import_transcripts import BAD, run
from tests.conferences.transcripts import briefing, write
from tests.processes import start

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_a_terminal_shows_files_turns_failures_and_the_time_left(tmp_path: Path) -> None:
    write(tmp_path, BAD, "a.txt")
    write(tmp_path)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (24, 100))
    with start("import_transcripts", tmp_path, err=theirs) as process:
        process.wait(timeout=120)
    os.close(theirs)
    shown = "".join(_lines_of(ours))
    assert "1/2" in shown
    assert "failed=1, turns=0" in shown
    assert "failed=1, turns=5" in shown
    assert "<" in shown.rpartition("1/2")[2]  # "[00:01<00:01, ...": how long it took, and how long it will


def _lines_of(terminal: int) -> Iterator[str]:
    """What was written to the terminal by processes that have ended."""
    with suppress(OSError):  # how Linux says that nobody holds the other end
        while data := os.read(terminal, 10_000):
            yield data.decode()
    os.close(terminal)


def test_unchanged_files_are_told_in_two_queries_a_batch(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 5):
        write(tmp_path, briefing(title=f"Weekly briefing {number}"), f"{number}.txt")
    run(tmp_path)
    with CaptureQueriesContext(connection) as queries:
        assert f"{MOST_FILES + 5} unchanged" in run(tmp_path)
    assert len(queries) == 2 * 2


def test_new_files_take_no_more_queries_in_a_batch_than_those_of_the_rooms_that_listen(tmp_path: Path) -> None:
    counts = []
    for many in (20, 80):
        for number in range(many):
            write(tmp_path, briefing(title=f"Briefing {many} {number}"), f"{number}.txt", f"House {many}")
        with CaptureQueriesContext(connection) as queries:
            run(tmp_path / f"House {many}")
        counts.append(len([query for query in queries if "conferences_" in query["sql"]]))
    assert counts[1] <= counts[0] + 5
    assert counts[0] < 30
