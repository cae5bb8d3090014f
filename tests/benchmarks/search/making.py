"""How fast the search index is made, and how soon a correction is in it: ``make bench``.

Makes the large collection (CONFERENCES=, else 10,000; KEEP=1 leaves it for the next time), then the index of it with
the command itself, then corrects one turn after the other.  Exits with status 1 where fewer than 20,000 turns a second
go in, or a correction takes longer than 50 ms (median) until a search sees it.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django
import psutil

LEAST_TURNS = 20_000
MOST_MS = 50
CORRECTIONS = 30
MEMORY = Path("/dev/shm")


def rebuild() -> float:
    """Turns a second, by the clock."""
    from apps.conferences.models import Turn
    from tests.processes import database_url

    turns = Turn.objects.standing().count()
    start, most, worked = time.perf_counter(), 0.0, 0.0
    environment = {**os.environ, "DATABASE_URL": database_url()}
    with subprocess.Popen([sys.executable, "manage.py", "index", "--rebuild"], env=environment) as command:
        process = psutil.Process(command.pid)
        while command.poll() is None:
            try:
                most = max(most, process.memory_full_info().uss / 2**20)
                worked = sum(process.cpu_times()[:2])
            except psutil.Error:
                break
            time.sleep(0.1)
    spent = time.perf_counter() - start
    print(
        f"index of {turns:,} turns: {spent:.1f} s, {turns / spent:,.0f} turns a second (at least {LEAST_TURNS:,});"
        f" {worked / turns * 1e6:.0f} µs of processors for each, {most:.0f} MB"
    )
    return turns / spent


def correction(where: str) -> float:
    """Milliseconds from the end of an UPDATE until a search has it, the median."""
    from apps.conferences.models import Turn
    from apps.search.index import current

    took = []
    for pk in Turn.objects.order_by("pk").values_list("pk", flat=True)[:CORRECTIONS]:
        before = current().version
        Turn.objects.filter(pk=pk).update(text=f"Corrected {pk} {where}.")
        start = time.perf_counter()
        after = current().version
        took.append((time.perf_counter() - start) * 1000)
        if after == before:
            raise SystemExit("The correction is not in the index.")
    took.sort()
    median, late = statistics.median(took), took[int(len(took) * 0.95)]
    print(f"a correction is seen after {median:.0f} ms, p95 {late:.0f} ms, {where} (at most {MOST_MS} ms)")
    return median


def main() -> int:
    django.setup()
    from django.conf import settings

    from tests.benchmarks.collection import collection

    with collection(keep=os.environ.get("KEEP") == "1"):
        fast = rebuild() >= LEAST_TURNS
        soon = correction("index on the disk") <= MOST_MS
        if MEMORY.is_dir():
            with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
                shutil.copytree(settings.SEARCH_DIR, folder, dirs_exist_ok=True)
                settings.SEARCH_DIR = Path(folder)
                correction("index in memory")
    return int(not (fast and soon))


if __name__ == "__main__":
    sys.exit(main())
