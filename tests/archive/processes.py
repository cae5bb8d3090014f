"""The commands in processes of their own, on the database of the test or another one."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tests.processes import database_url


def start(command: str, *arguments: str | Path, database: str | None = None, largest: int | None = None) -> "Process":
    """``largest``: no file can get more bytes, as on a full disk."""
    limit = ["prlimit", f"--fsize={largest}"] if largest else []
    return subprocess.Popen(
        [*limit, sys.executable, "manage.py", command, *map(str, arguments), "--skip-checks"],
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


Process = subprocess.Popen[str]
