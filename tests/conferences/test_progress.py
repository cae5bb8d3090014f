"""What a terminal shows while an import runs, and how little it asks the database."""

import os
import pty
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
    with start("import_transcripts", tmp_path, err=theirs) as process:
        process.wait(timeout=120)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "1/2" in shown
    assert "turns=0, failed=1" in shown
    assert "<" in shown.rpartition("1/2")[2]  # "[00:01<00:01, ...": how long it took, and how long it will


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
            write(tmp_path / str(many), briefing(title=f"Briefing {many} {number}"), f"{number}.txt")
        with CaptureQueriesContext(connection) as queries:
            run(tmp_path / str(many))
        counts.append(len([query for query in queries if "conferences_" in query["sql"]]))
    assert counts[1] <= counts[0] + 5
    assert counts[0] < 30
