"""Pages are asked for in a process that does nothing else, as a worker of the site does."""

import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any

RUNS, WARMING = 40, 3
HALF = {"apps.browse.filters": "PAGE_SIZE", "apps.browse.views.concordance": "LINES_A_PAGE"}


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds: medians, and the 95th percentile of ``page`` and ``index``."""

    page: float
    page_p95: float
    index: float
    index_p95: float
    sql: float
    """The page's queries without anything around them."""
    processor: float
    queries: int
    queries_of_half: int
    """For a page of half as many rows."""
    kilobytes: float
    """Compressed."""

    @property
    def times(self) -> float:
        return self.page / (self.index + self.sql)


def ask(addresses: list[tuple[str, str]]) -> list[Measured]:
    """Each with its like of half as many rows, in a new process on the database of this one."""
    from tests.processes import database_url

    environment = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "apps.config.settings"}
    command = [sys.executable, "-m", "tests.benchmarks.search.asking", json.dumps(addresses)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return [Measured(**page) for page in json.loads(done.stdout)]


class _Timed:
    """A searcher that notes from when to when it was asked."""

    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher
        self.asked: list[tuple[float, float]] = []

    def __getattr__(self, name: str) -> Any:
        what = getattr(self._searcher, name)
        return self._noting(what) if callable(what) else what

    def _noting(self, what: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return what(*arguments, **named)
            finally:
                self.asked.append((start, time.perf_counter()))

        return noted

    def spent(self) -> float:
        """Seconds in which it was asked anything, by however many threads at once."""
        total, until = 0.0, 0.0
        for start, end in sorted(self.asked):
            total += max(0.0, end - max(start, until))
            until = max(until, end)
        self.asked.clear()
        return total


def _measure(address: str, like_it: str, searcher: _Timed) -> Measured:
    from django.core.wsgi import get_wsgi_application
    from django.test import Client, RequestFactory

    client, answer = Client(headers={"host": "localhost"}), get_wsgi_application()
    _forget()
    with _noting_queries() as queries:
        client.get(address)
    rounds, content = [], b""
    for _ in range(WARMING + RUNS):
        request = RequestFactory(headers={"host": "localhost"}).get(address).environ
        _forget()
        searcher.asked.clear()
        worked, start = time.process_time(), time.perf_counter()
        response: Any = answer(request, lambda *_: lambda _: None)
        content = b"".join(response)
        whole, index_only = time.perf_counter() - start, searcher.spent()
        rounds.append((whole, index_only, time.process_time() - worked, _bare(queries)))
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}.")
    columns = zip(*rounds[WARMING:], strict=True)
    page, index, processor, sql = (sorted(1000 * one for one in column) for column in columns)
    late = int(RUNS * 0.95)
    _forget()
    with _half_as_many(), _noting_queries() as fewer:
        client.get(like_it)
    return Measured(
        page=statistics.median(page),
        page_p95=page[late],
        index=statistics.median(index),
        index_p95=index[late],
        sql=statistics.median(sql),
        processor=statistics.median(processor),
        queries=len(queries),
        queries_of_half=len(fewer),
        kilobytes=len(gzip.compress(content)) / 1000,
    )


def _forget() -> None:
    """The page is asked for as if for the first time; counts of everything are always at hand."""
    from django.core.cache import caches

    from apps.search.kept import of_queries

    caches["concordance"].clear()
    of_queries.cache_clear()


@contextmanager
def _noting_queries() -> Iterator[list[tuple[str, Any]]]:
    from django.db import connection

    noted: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        noted.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield noted


@contextmanager
def _half_as_many() -> Iterator[None]:
    """Pages show half as many rows."""
    were = {module: getattr(sys.modules[module], name) for module, name in HALF.items()}
    for module, name in HALF.items():
        setattr(sys.modules[module], name, were[module] // 2)
    try:
        yield
    finally:
        for module, name in HALF.items():
            setattr(sys.modules[module], name, were[module])


def _bare(queries: list[tuple[str, Any]]) -> float:
    """Seconds for all of them, nothing made of their rows: right after the page, for this machine has quick minutes."""
    from django.db import connection

    with connection.cursor() as cursor:
        start = time.perf_counter()
        for sql, params in queries:
            cursor.cursor.execute(sql, params)
            cursor.cursor.fetchall()
        return time.perf_counter() - start


def main() -> None:
    import django

    django.setup()
    from django.conf import settings

    from apps.config.serving import settle
    from apps.search import index
    from apps.search.folder import Folder

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    opened = index.current()
    searcher = _Timed(opened.searcher)
    index._opened[Folder.of_site().path] = replace(opened, searcher=searcher)
    settle()  # as every worker of the site does when it begins
    pages = [_measure(one, like_it, searcher) for one, like_it in json.loads(sys.argv[1])]
    print(json.dumps([asdict(page) for page in pages]))


if __name__ == "__main__":
    main()
