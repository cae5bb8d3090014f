"""How fast the index is made, and how soon a correction can be found."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import psutil
from django.conf import settings

if TYPE_CHECKING:
    from apps.search.query import SearchQuery

LEAST_TURNS = 20_000
MOST_MS = 50
MANY, MANY_MS = (100, 333, 1000), 1000
"""Conferences: a batch of an import, and more.  Another process brings them in."""
CONFIRMED = 333
CORRECTIONS = 30
SAMPLE = 500


@dataclass(frozen=True, slots=True)
class Rebuild:
    turns: int
    seconds: float
    processor: float
    """Microseconds for each turn, of the process that makes it (PostgreSQL's are not among them)."""
    least: float
    """The same where the documents are made already: what tantivy alone takes."""
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
    many: dict[int, tuple[float, float]]
    """Until the newest of so many conferences is found that all changed at once, and until all are."""
    confirmed: tuple[float, float]
    """The same where a topic of one turn was confirmed in each of ``CONFIRMED``."""


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
    return Rebuild(turns, time.perf_counter() - start, worked / turns * 1e6, _least(), most)


def _least() -> float:
    """Of a few conferences."""
    import tantivy

    from apps.conferences.models import Conference
    from apps.search.documents import documents
    from apps.search.rows import read
    from apps.search.schema import build_schema, register_analyzers
    from apps.search.sync import MAKING_MEMORY

    conferences = read(Conference.objects.order_by("pk").values_list("pk", flat=True)[:SAMPLE])
    made = [tantivy.Document.from_dict(one) for conference in conferences for one in documents(conference)]
    with tempfile.TemporaryDirectory(dir=settings.SEARCH_DIR) as folder:
        index = tantivy.Index(build_schema(), path=folder)
        register_analyzers(index)
        start = time.process_time()
        writer = index.writer(heap_size=MAKING_MEMORY, num_threads=2)
        for document in made:
            writer.add_document(document)
        writer.commit()
        return (time.process_time() - start) / sum(len(conference.turns) for conference in conferences) * 1e6


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
    with _followed():
        many = {number: _renamed(number) for number in MANY}
        confirmed = _confirmed(CONFIRMED)
    return Corrections(statistics.median(took), took[int(len(took) * 0.95)], many, confirmed)


@contextmanager
def _followed() -> Iterator[None]:
    """With the process that a site which is served has beside it."""
    from apps.search.folder import FOLLOWED, Folder
    from tests.processes import database_url

    command = [sys.executable, "manage.py", "index", "--follow-until-stdin-ends"]
    environment = {**os.environ, "DATABASE_URL": database_url()}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE) as process:
        while process.poll() is None and not Folder.of_site().is_locked(FOLLOWED):
            time.sleep(0.1)
        yield
        process.communicate()


def _renamed(number: int) -> tuple[float, float]:
    """All turns of the newest conferences hold a word more, for they are found by the title too."""
    from django.db.models import Value
    from django.db.models.functions import Concat, Substr

    from apps.conferences.models import Conference
    from apps.search.language import read
    from apps.search.query import SearchQuery

    newest, word = list(Conference.objects.order_by("-pk").values_list("pk", flat=True)[:number]), f"Changed{number} "
    changed = Conference.objects.filter(pk__in=newest)
    return _found(
        SearchQuery(read(word).expression),
        newest,
        do=lambda: changed.update(title=Concat(Value(word), "title")),
        undo=lambda: changed.update(title=Substr("title", len(word) + 1)),
    )


def _confirmed(number: int) -> tuple[float, float]:
    """A suggested topic of one turn of each, as the admin's bulk action does it."""
    from django.contrib.auth.models import User

    from apps.annotations.models import Tag
    from apps.search.query import SearchQuery
    from apps.search.schema import Status

    suggested = Tag.objects.filter(status="suggested", turn__isnull=False)
    each = suggested.order_by("-conference_id", "pk").distinct("conference_id")
    chosen = dict(each.values_list("conference_id", "pk")[:number])
    tags = Tag.objects.filter(pk__in=chosen.values())
    editor = User.objects.create(username="benchmark")
    try:
        return _found(
            SearchQuery(status=Status.CONFIRMED),
            list(chosen),
            do=lambda: tags.confirm(editor),
            undo=lambda: tags.update(status="suggested", decided_by=None, decided_at=None),
        )
    finally:
        editor.delete()


def _found(
    asked: "SearchQuery", newest: Sequence[int], *, do: Callable[[], int], undo: Callable[[], int]
) -> tuple[float, float]:
    from apps.search.folder import Folder
    from apps.search.search import search
    from apps.search.sync import sync

    sync(Folder.of_site())
    do()
    start = time.perf_counter()

    def until(query: "SearchQuery", found: int) -> float:
        while search(query).total < found:
            time.sleep(0.01)
        return (time.perf_counter() - start) * 1000

    try:
        return until(replace(asked, conference=newest[0]), 1), until(asked, len(newest))
    finally:
        undo()
        sync(Folder.of_site())
