"""Gunicorn, run inside this process."""

import gc
import os
import signal
import socket
import struct
import sys
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication
from gunicorn.http import message

from apps.config.background.kept_worker import KeptWorker
from apps.search.following import follow

MAX_ADDRESS = 64_000
"""Bytes: ten thousand letters of any alphabet in the search box get the site's own answer, not Gunicorn's."""
message.MAX_REQUEST_LINE = MAX_ADDRESS  # Gunicorn takes no more than this whatever it is told, or has no limit at all
STALLED = 20
"""Seconds in which a client takes nothing of what it is sent, and no more is sent: else it would keep a thread for
good."""


class Site(BaseApplication):  # type: ignore[misc]
    """The site on one address; beside it a process that writes what changes into the search index, and the worker that
    does its tasks, unless that runs elsewhere.

    ``run()`` serves until a signal ends it, then exits the process.
    """

    def __init__(self, application: WSGIHandler, *, bind: str, workers: int, tasks: bool) -> None:
        self.application = application
        self.tasks = tasks
        self.beside: list[KeptWorker] = []
        self.options: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "threads": 4,  # a slow upload keeps a thread busy, not the process, and is not cut off after 30 seconds
            "graceful_timeout": 5,  # seconds for requests under way; who presses Ctrl-C does not wait half a minute
            "loglevel": "warning",
            "limit_request_line": MAX_ADDRESS,
            "limit_request_field_size": MAX_ADDRESS,  # htmx says in a header which page it is on
            "control_socket_disable": True,  # it would lie in the user's home, one for all sites
            "post_worker_init": lambda _: _begin_worker(),
            "when_ready": self._begin,
            "on_exit": self._end,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return self.application

    def _begin(self, arbiter: Any) -> None:
        for listener in arbiter.LISTENERS:
            let_go_of_stalled_clients(listener.sock)
        _end_with_the_terminal()
        self.beside.append(KeptWorker("index", "--follow-until-stdin-ends"))
        if self.tasks:
            self.beside.append(KeptWorker("db_worker", "--until-stdin-ends"))

    def _end(self, _arbiter: object) -> None:
        for process in self.beside:
            process.stop()


def let_go_of_stalled_clients(listening: socket.socket) -> None:
    """What it accepts has the same limit of time: on Linux each connection takes it from the socket that listens."""
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", STALLED, 0))


def settle() -> None:
    """What a worker has loaded stays: to look whether any of it is garbage took a tenth of a second now and then.

    A thread that comes back from the index waits for Python's lock half a millisecond, not five, while another works.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(0.0005)


def _begin_worker() -> None:
    settle()
    follow()


def _end_with_the_terminal() -> None:
    """Stop when the terminal is closed.  Gunicorn would load itself anew and stay, with nobody to stop it."""
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
