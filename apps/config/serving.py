"""Gunicorn, run inside this process."""

import os
import signal
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

MAX_ADDRESS = 8190  # bytes: long filters still get the site's own answer, not Gunicorn's


class Site(BaseApplication):  # type: ignore[misc]
    """The site on one address.  ``run()`` serves until a signal ends it, then exits the process."""

    def __init__(self, application: WSGIHandler, *, bind: str, workers: int) -> None:
        self.application = application
        self.options: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "loglevel": "warning",
            "limit_request_line": MAX_ADDRESS,
            "control_socket_disable": True,  # it would lie in the user's home, one for all sites
            "when_ready": _end_with_the_terminal,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return self.application


def _end_with_the_terminal(_arbiter: object) -> None:
    """Stop when the terminal is closed.  Gunicorn would load itself anew and stay, with nobody to stop it."""
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
