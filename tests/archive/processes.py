"""The commands in processes of their own, on the database of the test or another one."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def start(command: str, *arguments: str | Path, database: str | None = None, largest: int | None = None) -> "Process":
    """``largest``: no file can get more bytes, as on a full disk."""
    limit = ["prlimit", f"--fsize={largest}"] if largest else []
    return subprocess.Popen(
        [*limit, sys.executable, "manage.py", command, *map(str, arguments)],
        env={**os.environ, "DATABASE_URL": database_url(database)},
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(command: str, *arguments: str | Path, database: str | None = None, largest: int | None = None) -> str:
    """What it says; on standard error, if it fails."""
    process = start(command, *arguments, database=database, largest=largest)
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err, err
    return err if process.returncode else out


def wait_until(seen: Callable[[], object], process: "Process") -> None:
    deadline = time.monotonic() + 60
    while not seen():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.005)


def database_url(name: str | None = None) -> str:
    settled = {key: quote(str(value), safe="") for key, value in connection.get_connection_params().items() if value}
    user = ":".join(settled[key] for key in ("user", "password") if key in settled)
    place = ":".join(settled[key] for key in ("host", "port") if key in settled)
    return f"postgres://{user}@{place}/{name or settled['dbname']}"


Process = subprocess.Popen[str]
