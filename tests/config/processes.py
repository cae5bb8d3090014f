"""Commands in processes of their own, on the database of the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def database_url() -> str:
    settled = {key: quote(str(value), safe="") for key, value in connection.get_connection_params().items() if value}
    user = ":".join(settled[key] for key in ("user", "password") if key in settled)
    place = ":".join(settled[key] for key in ("host", "port") if key in settled)
    return f"postgres://{user}@{place}/{settled['dbname']}"


def start(*command: str) -> subprocess.Popen[bytes]:
    """``manage.py`` with these arguments."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        env={**os.environ, "DATABASE_URL": database_url()},
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} seconds in vain"
        time.sleep(0.02)
