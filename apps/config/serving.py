"""Gunicorn, run inside this process."""

from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication


class Site(BaseApplication):  # type: ignore[misc]
    """The site on one address.  ``run()`` serves until a signal ends it, then exits the process."""

    def __init__(self, application: WSGIHandler, **options: Any) -> None:
        self.application = application
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return self.application
