"""This process's claim on the embedded server."""

import atexit
import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from apps.config.embedded.server import EmbeddedServer

PROJECT = Path(__file__).resolve().parents[3]

_lock = threading.Lock()
_held: dict[Path, tuple[IO[bytes], Path]] = {}


def hold_server(var: Path) -> Path:
    """Start the server under ``var`` unless it runs, keep it while this process lives; returns the socket's folder.

    A forked child shares its parent's claim: the lock is freed when the last of them has ended.
    Raises ``RuntimeError`` if the server cannot start.
    """
    with _lock:
        if var not in _held:
            var.mkdir(parents=True, exist_ok=True)
            users = (var / "postgres.users").open("ab")
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while another process stops the server
            _held[var] = users, _start_once(var)
            atexit.register(_release, var, os.getpid())
        return _held[var][1]


def stop_if_unused(var: Path, *, wait: bool) -> None:
    """Stop the server if no process holds it; with ``wait``, as soon as none does."""
    with (var / "postgres.users").open("ab") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return
        EmbeddedServer(var).stop()


def _start_once(var: Path) -> Path:
    with (var / "postgres.starting").open("ab") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        server = EmbeddedServer(var)
        if not server.is_running():
            server.start()
            subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "apps.config.embedded.guard", str(var)],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal is not meant for it
            )
        return server.socket_folder()


def _release(var: Path, owner: int) -> None:
    if os.getpid() != owner:  # a forked child: the claim is its parent's
        return
    _held.pop(var)[0].close()
    stop_if_unused(var, wait=False)
