"""What it was measured on: absolute times differ between machines, ratios hold."""

import os
import platform
import statistics
import time
from pathlib import Path

import psutil


def machine(folder: Path) -> str:
    """One sentence; ``folder`` is on the disk that is tried."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0].split()[0]
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB; Python {platform.python_version()},"
        f" PostgreSQL {version}."
        f" A small file is safe on its disk after {_safe(folder):.1f} ms."
        f" {psutil.getloadavg()[0]:.1f} processes were running or waiting in the last minute."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _safe(folder: Path) -> float:
    """Milliseconds, the median."""
    spent = []
    path = folder / "tried"
    for _ in range(20):
        start = time.perf_counter()
        with path.open("w") as file:
            file.write("tried")
            file.flush()
            os.fsync(file.fileno())
        spent.append(1000 * (time.perf_counter() - start))
    path.unlink()
    return statistics.median(spent)
