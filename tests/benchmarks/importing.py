"""What saving costs beside parsing, and how much memory an import takes: ``make bench``.

Imports FILES invented transcripts (environment, else 10,000) with the command itself, into a database of its own, and
holds that against parsing them on all cores and a bare ``COPY`` of the same rows (no keys, no indexes, no history).
Then the same files again, and again after a tenth of them has changed.  Exits with status 1 where the first import
takes more than twice as long as those two, by the clock or by the processors' time, or any needs more than 400 MB.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
import psutil

FILES = int(os.environ.get("FILES", "10000"))
MOST_TIMES = 2
MOST_MB = 400
TABLES = ["source", "conference", "speaker", "organisation", "turn", "importrun", "importedfile"]


@dataclass(frozen=True)
class Took:
    """Seconds by the clock, and of all processors for our processes and the database server's."""

    clock: float
    work: float

    def __add__(self, other: "Took") -> "Took":
        return Took(self.clock + other.clock, self.work + other.work)

    def __str__(self) -> str:
        return f"{self.clock:7.1f} s, {self.work:7.1f} s of processors"


def measured(what: str, run: Callable[[], object]) -> Took:
    """Run it and print what it took."""
    clock, work = time.monotonic(), _work()
    run()
    took = Took(time.monotonic() - clock, _work() - work)
    print(f"{what:<44}{took}, {FILES / took.clock:7.0f} files a second", flush=True)
    return took


def parse_all(folder: Path) -> None:
    """Read and parse on all cores, and keep nothing."""
    from apps.conferences.importing.files import find_files
    from apps.transcripts.workers import Workers

    files = list(find_files([folder]))
    with Workers() as workers:
        begun = [workers.begin([file.read() for file in files[:200]])]
        for start in range(200, len(files) + 200, 200):
            begun.append(workers.begin([file.read() for file in files[start : start + 200]]))
            for found in begun.pop(0):
                if isinstance(found, Exception):
                    raise found


def import_all(folder: Path, url: str) -> float:
    """The command, as someone runs it; returns the most memory in MB that its processes took together."""
    command = [sys.executable, "manage.py", "import_transcripts", str(folder)]
    with subprocess.Popen(
        command, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.PIPE, text=True
    ) as process:
        peaks: list[float] = [0]
        watch = threading.Thread(target=_watch, args=(process.pid, peaks))
        watch.start()
        out = process.stdout.readlines() if process.stdout else []
    watch.join()
    print(f"    {next(line.strip() for line in out if 'unchanged' in line)} At most {peaks[0]:.0f} MB.", flush=True)
    if process.returncode:
        raise SystemExit("The import failed.")
    return peaks[0]


def copy_bare(folder: Path) -> None:
    """The rows of the import into tables that check nothing."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table in TABLES:
            with (folder / table).open("rb") as file:
                cursor.copy_expert(f"COPY bare_{table} FROM STDIN", file)


def prepare_bare(folder: Path) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"CREATE TABLE bare_{table} (LIKE conferences_{table})")
            with (folder / table).open("wb") as file:
                cursor.copy_expert(f"COPY conferences_{table} TO STDOUT", file)


def main() -> int:
    from tests.benchmarks.invented import change, write_transcripts

    with tempfile.TemporaryDirectory() as name, database() as url:
        files, rows = Path(name, "files"), Path(name, "rows")
        rows.mkdir()
        write_transcripts(files, FILES)
        size = sum(path.stat().st_size for path in files.rglob("*.txt")) / 2**20
        print(f"{FILES} transcripts, {size:.0f} MB, {os.cpu_count()} cores")
        peaks: list[float] = []
        parsing = measured("parsing alone", lambda: parse_all(files))
        first = measured("first import", lambda: peaks.append(import_all(files, url)))
        prepare_bare(rows)
        copying = measured("bare COPY of the same rows", lambda: copy_bare(rows))
        measured("second import, nothing changed", lambda: peaks.append(import_all(files, url)))
        changed = sorted(files.rglob("*.txt"))[::10]
        for path in changed:
            change(path)
        measured(f"third import, {len(changed)} changed", lambda: peaks.append(import_all(files, url)))
    floor = parsing + copying
    by_clock, by_work = first.clock / floor.clock, first.work / floor.work
    print(
        f"first import: {by_clock:.2f} x parsing and bare COPY, {by_work:.2f} x of processors (at most {MOST_TIMES});"
    )
    print(f"memory of all its processes: {max(peaks):.0f} MB (at most {MOST_MB})")
    return int(max(by_clock, by_work) > MOST_TIMES or max(peaks) > MOST_MB)


@contextmanager
def database() -> Iterator[str]:
    """An empty database beside the configured one; its address.  Dropped at the end."""
    from urllib.parse import quote

    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = "rostrum_bench"
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    about = {key: quote(str(value), safe="") for key, value in connection.get_connection_params().items() if value}
    user = ":".join(about[key] for key in ("user", "password") if key in about)
    place = ":".join(about[key] for key in ("host", "port") if key in about)
    try:
        yield f"postgres://{user}@{place}/{about['dbname']}"
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _watch(pid: int, peaks: list[float]) -> None:
    """Note the most that the process and all that it started take; what they share counts once."""
    try:
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            peaks[0] = max(peaks[0], sum(map(_memory, [process, *process.children(recursive=True)])) / 2**20)
            time.sleep(0.25)
    except psutil.NoSuchProcess:
        return


def _memory(process: psutil.Process) -> float:
    try:
        about = process.memory_full_info()
    except psutil.Error:
        return 0
    return float(getattr(about, "pss", about.rss))


def _work() -> float:
    """Seconds of processors so far: this process, what it started, and the database server if it runs here."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(map(_worked, _server()))


def _server() -> list[psutil.Process]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        pid_file = Path(cursor.fetchone()[0], "postmaster.pid")
    if not pid_file.exists():
        return []
    server = psutil.Process(int(pid_file.read_text().split()[0]))
    return [server, *server.children(recursive=True)]


def _worked(process: psutil.Process) -> float:
    """With those of its children that have ended."""
    try:
        return sum(process.cpu_times()[:4])
    except psutil.Error:
        return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")
    django.setup()
    sys.exit(main())
