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


def stop_when_unused(var: Path) -> None:
    """Wait until no process holds the server, then stop it."""
    with (var / "postgres.users").open("ab") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
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
    users = _held.pop(var)[0]
    fcntl.flock(users, fcntl.LOCK_UN)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(users, fcntl.LOCK_SH)  # at once if others use it; else the guard is stopping it, so wait
    else:
        EmbeddedServer(var).stop()
    users.close()
