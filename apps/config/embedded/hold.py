"""This process's claim on the embedded server."""

import atexit
import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from apps.config.embedded.server import EmbeddedServer

PROJECT = Path(__file__).resolve().parents[3]

_lock = threading.Lock()
_held: dict[Path, IO[bytes]] = {}
_guards: dict[Path, subprocess.Popen[bytes]] = {}


def hold_server(var: Path) -> Path:
    """Start the server under ``var`` unless it runs, keep it while this process lives; returns the socket's folder.

    A forked child shares its parent's claim: the lock is freed when the last of them has ended.  A
    server that was killed is started again.  Raises ``RuntimeError`` if it cannot start.
    """
    with _lock:
        if var not in _held:
            var.mkdir(parents=True, exist_ok=True)
            users = (var / "postgres.users").open("ab")
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while another process stops the server
            _held[var] = users
            atexit.register(_release, var, os.getpid())
            _start_once(EmbeddedServer(var))
        server = EmbeddedServer(var)
        if not server.is_running():
            _start_once(server)
        return server.socket_folder()


def stop_when_unused(var: Path) -> None:
    """Wait until no process holds the server, then stop it."""
    try:
        users = (var / "postgres.users").open("rb")
    except FileNotFoundError:  # the folder was deleted meanwhile, and is not to be made again
        return
    with users:
        fcntl.flock(users, fcntl.LOCK_EX)
        EmbeddedServer(var).stop()


def _start_once(server: EmbeddedServer) -> None:
    with (server.var / "postgres.starting").open("ab") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        if not server.is_running():
            _start_guard(server.var)  # first: from here on something stops the server, whatever becomes of us
        with _uninterrupted():
            server.start()


def _start_guard(var: Path) -> None:
    _guards[var] = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "apps.config.embedded.guard", str(var)],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C in the terminal is not meant for it
    )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Signals wait until the block ends, for this thread and the processes it starts: half a server helps nobody."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _release(var: Path, owner: int) -> None:
    if os.getpid() != owner:  # a forked child: the claim is its parent's
        return
    users = _held.pop(var)
    fcntl.flock(users, fcntl.LOCK_UN)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(users, fcntl.LOCK_SH)  # at once if others use it; else the guard is stopping it, so wait
    else:
        EmbeddedServer(var).stop()
    users.close()
    if var in _guards and not EmbeddedServer(var).is_running():
        with suppress(subprocess.TimeoutExpired):  # somebody began to use the server just now: it stays for them
            _guards[var].wait(10)  # it has nothing left to do: whoever looks after us finds no process
