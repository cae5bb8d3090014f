"""The command in processes of its own."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def start_import(path: Path, *options: str, database: str | None = None) -> subprocess.Popen[str]:
    """The command in a process of its own, on the database of the test."""
    settled = {key: quote(str(value), safe="") for key, value in connection.get_connection_params().items() if value}
    user = ":".join(settled[key] for key in ("user", "password") if key in settled)
    place = ":".join(settled[key] for key in ("host", "port") if key in settled)
    return subprocess.Popen(
        [sys.executable, "manage.py", "import_transcripts", str(path), *options],
        env={**os.environ, "DATABASE_URL": database or f"postgres://{user}@{place}/{settled['dbname']}"},
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
