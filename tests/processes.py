"""Commands in processes of their own, on the database of the test."""

import os
import subprocess
import sys
from collections.abc import Sequence
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def database_url(name: str | None = None) -> str:
    """The database of the test, or another one of its server."""
    settled = {key: quote(str(value), safe="") for key, value in connection.get_connection_params().items() if value}
    user = ":".join(settled[key] for key in ("user", "password") if key in settled)
    place = ":".join(settled[key] for key in ("host", "port") if key in settled)
    return f"postgres://{user}@{place}/{name or settled['dbname']}"


def start(
    *arguments: object, database: str | None = None, err: int = subprocess.PIPE, program: Sequence[str] = ("manage.py",)
) -> subprocess.Popen[str]:
    """``manage.py`` with these arguments, on the database of the test if no other is named.

    The test must have committed its rows.  Nothing is checked first: that takes a fifth of a second.
    """
    unchecked = () if arguments[0] == "index" else ("--skip-checks",)  # that command never checks
    return subprocess.Popen(
        [sys.executable, *program, *map(str, arguments), *unchecked],
        env={**os.environ, "DATABASE_URL": database or database_url()},
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=err,
        text=True,
    )
