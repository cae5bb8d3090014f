"""Commands in processes of their own, on the database of the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from django.conf import settings

from tests.processes import database_url


def start(*command: str) -> subprocess.Popen[bytes]:
    """``manage.py`` with these arguments."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *command, "--skip-checks"],
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
