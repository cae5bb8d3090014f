"""Parsing in processes, some of which are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from apps.transcripts import Transcript, TranscriptError, parse
from apps.transcripts.workers import WorkerDiedError, Workers

DEADLY = b"this one kills whoever reads it"
FILES = [
    f"Briefing {number}\n\n4 May 2019\n\nQ: Why?\n\nA: Because of number {number}.\n".encode() for number in range(9)
]
ROOT = Path(__file__).parents[2]
HOLD_ON = """
import time
from tests.transcripts.test_workers import slow
from apps.transcripts.workers import Workers
if __name__ == "__main__":
    with Workers(slow, worth_it=0) as workers:
        workers.begin([b"x"] * 9)
        print("begun", flush=True)
        time.sleep(60)
"""


def parse_or_die(data: bytes) -> Transcript:
    if data == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return parse(data)


def slow(data: bytes) -> Transcript:
    time.sleep(0.1)
    return parse(data)


@pytest.mark.parametrize("worth_it", [0, 10**9], ids=["in processes", "here"])
def test_each_file_is_parsed_in_its_place(worth_it: int) -> None:
    with Workers(worth_it=worth_it) as workers:
        assert list(workers.begin(FILES)) == [parse(data) for data in FILES]


def test_one_that_is_no_transcript_is_told_in_its_place() -> None:
    with Workers(worth_it=0) as workers:
        good, bad, last = workers.begin([FILES[0], b"%PDF-1.7", FILES[1]])
    assert isinstance(bad, TranscriptError)
    assert str(bad).startswith("The file is a PDF")
    assert (good, last) == (parse(FILES[0]), parse(FILES[1]))


def test_a_file_that_kills_its_process_fails_alone() -> None:
    files = [*FILES[:4], DEADLY, *FILES[4:8], DEADLY, FILES[8]]
    with Workers(parse_or_die, worth_it=0) as workers:
        found = list(workers.begin(files))
        assert [type(one) for one in found] == [WorkerDiedError if data == DEADLY else Transcript for data in files]
        assert [one for one in found if isinstance(one, Transcript)] == [parse(data) for data in FILES]
        assert list(workers.begin(FILES)) == [parse(data) for data in FILES]


def test_a_process_that_somebody_kills_costs_no_file() -> None:
    with Workers(slow, worth_it=0) as workers:
        begun = workers.begin(FILES)
        results = iter(begun)
        first = next(results)
        children = [one for one in psutil.Process().children() if one.status() != psutil.STATUS_ZOMBIE]
        workers_now = [one for one in children if "spawn_main" in " ".join(one.cmdline())]
        workers_now[-1].kill()
        assert [first, *results] == [parse(data) for data in FILES]


def test_processes_end_with_the_one_that_began_them(tmp_path: Path) -> None:
    script = tmp_path / "hold_on.py"
    script.write_text(HOLD_ON)
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"begun\n"
        children = psutil.Process(parent.pid).children(recursive=True)
        parent.kill()
    assert children
    _, alive = psutil.wait_procs(children, timeout=30)
    assert not alive
