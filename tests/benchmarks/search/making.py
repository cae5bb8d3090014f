"""How fast the index is made, and how soon a correction can be found."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

import psutil

LEAST_TURNS = 20_000
MOST_MS = 50
CORRECTIONS = 30


@dataclass(frozen=True, slots=True)
class Rebuild:
    turns: int
    seconds: float
    processor: float
    """Microseconds for each turn, of the process that makes it (PostgreSQL's are not among them)."""
    megabytes: float

    @property
    def pace(self) -> float:
        """Turns a second, by the clock."""
        return self.turns / self.seconds


@dataclass(frozen=True, slots=True)
class Corrections:
    """Milliseconds from the end of an UPDATE until a search finds the new word."""

    median: float
    late: float
    """The 95th percentile."""


def rebuild() -> Rebuild:
    """By the command itself."""
    from apps.conferences.models import Turn
    from tests.processes import database_url

    turns = Turn.objects.standing().count()
    start, most, worked = time.perf_counter(), 0.0, 0.0
    environment = {**os.environ, "DATABASE_URL": database_url()}
    with subprocess.Popen([sys.executable, "manage.py", "index", "--rebuild"], env=environment) as command:
        process = psutil.Process(command.pid)
        while command.poll() is None:
            try:
                most = max(most, process.memory_full_info().uss / 1e6)
                worked = sum(process.cpu_times()[:2])
            except psutil.Error:
                break
            time.sleep(0.1)
    if command.returncode:
        raise SystemExit("The index could not be made.")
    return Rebuild(turns, time.perf_counter() - start, worked / turns * 1e6, most)


def corrections() -> Corrections:
    """Of one turn after the other; afterwards they are as they were."""
    from apps.conferences.models import Turn
    from apps.search.index import current
    from apps.search.language import read
    from apps.search.query import SearchQuery
    from apps.search.schema import Level
    from apps.search.search import search

    current()
    were = dict(Turn.objects.order_by("pk").values_list("pk", "text")[: CORRECTIONS * 60 : 60])
    took = []
    try:
        for pk, text in were.items():
            asked = SearchQuery(read(f"corrected{pk}").expression, Level.TURN)
            Turn.objects.filter(pk=pk).update(text=f"Corrected{pk} {text}")
            start = time.perf_counter()
            found = [hit.turn for hit in search(asked).hits]
            took.append((time.perf_counter() - start) * 1000)
            if found != [pk]:
                raise SystemExit("A correction is not found.")
    finally:
        for pk, text in were.items():
            Turn.objects.filter(pk=pk).update(text=text)
    took.sort()
    return Corrections(statistics.median(took), took[int(len(took) * 0.95)])
