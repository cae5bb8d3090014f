"""The same questions asked of the index, of PostgreSQL's full text search (GIN) and of SQLite's FTS5."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.collection import COMMON, PHRASE, RARE

RUNS = 3
COUNTED = ("speaker", "outlet", "source", "kind", "year", "month")
COLUMNS = ("turn", *COUNTED)
FILTERS = {"kind": "question", "source": 3, "year": 2010}
TURNS = """
SELECT turn.id, coalesce(turn.speaker_id, 0), coalesce(turn.organisation_id, 0), source_id, kind,
    coalesce(extract(year FROM event_date)::int, 0),
    coalesce((extract(year FROM event_date) * 12 + extract(month FROM event_date) - 1)::int, 0), {text}
FROM conferences_turn turn JOIN conferences_conference conference ON conference.id = conference_id
"""


@dataclass(frozen=True, slots=True)
class Question:
    """The best 20 passages with these words and how many there are, or counts of all by each of ``COUNTED``."""

    name: str
    words: str
    filtered: bool = False
    counts: bool = False


QUESTIONS = [
    Question("a word of half of all turns", COMMON),
    Question("a rare word", RARE),
    Question("a phrase", f'"{PHRASE}"'),
    Question("a word and three filters", "energy", filtered=True),
    Question("counts by six columns, a word of half of all turns", COMMON, counts=True),
]


@dataclass(frozen=True, slots=True)
class Answer:
    """Milliseconds, medians; how many the index finds, and the others."""

    index: float
    postgresql: float
    sqlite: float
    found: list[int]


def compare(folder: Path) -> list[Answer]:
    """Of each question.  What the others need is made, and kept in the database and the folder."""
    _fill_postgresql()
    path = folder / "fts5.sqlite"
    if not path.exists():
        _fill_sqlite(path)
    with closing(sqlite3.connect(path)) as other:
        return [_answer(question, other) for question in QUESTIONS]


def _answer(question: Question, other: sqlite3.Connection) -> Answer:
    ways = (_by_index(question), _by_postgresql(question), _by_sqlite(question, other))
    each = [_timed(way) for way in ways]
    (index, by_index), (postgresql, by_postgresql), (sqlite, by_sqlite) = each
    return Answer(index, postgresql, sqlite, [by_index, by_postgresql, by_sqlite])


def _timed(way: Callable[[], int]) -> tuple[float, int]:
    found, spent = way(), []
    for _ in range(RUNS):
        start = time.perf_counter()
        way()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent), found


def _by_index(question: Question) -> Callable[[], int]:
    from apps.search.index import current
    from apps.search.language import read
    from apps.search.query import SearchQuery
    from apps.search.schema import Level
    from apps.search.search import search
    from apps.transcripts import Kind

    narrowed: Any = {"kinds": (Kind.QUESTION,), "sources": (3,), "years": (2010,)} if question.filtered else {}
    asked = SearchQuery(read(question.words).expression, Level.TURN, **narrowed)
    counts = [name for name in COUNTED if name != "month"] if question.counts else []
    index = current()
    return lambda: search(asked, facets=counts, timeline=question.counts, index=index).total


def _by_postgresql(question: Question) -> Callable[[], int]:
    from django.db import connection

    words = f"phraseto_tsquery('english', '{question.words[1:-1]}')" if '"' in question.words else None
    tsquery = words or f"plainto_tsquery('english', '{question.words}')"
    where = f"words @@ {tsquery} {_narrowed(question)}"
    best = f"SELECT turn FROM benchmark_turn WHERE {where} ORDER BY ts_rank_cd(words, {tsquery}) DESC LIMIT 20"

    def ask() -> int:
        with connection.cursor() as cursor:
            for sql in _questions(question, where, best):
                cursor.execute(sql)
                rows = cursor.fetchall()
            return _number(rows)

    return ask


def _by_sqlite(question: Question, other: sqlite3.Connection) -> Callable[[], int]:
    words = question.words if '"' in question.words else f'"{question.words}"'
    where = f"words MATCH '{words}' {_narrowed(question)}"
    table = "benchmark_words"
    if question.filtered or question.counts:
        table += " CROSS JOIN benchmark_turn ON turn = benchmark_words.rowid"  # in this order: the words first
    best = f"SELECT benchmark_words.rowid FROM {table} WHERE {where} ORDER BY rank LIMIT 20"

    def ask() -> int:
        for sql in _questions(question, where, best, table):
            rows = other.execute(sql).fetchall()
        return _number(rows)

    return ask


def _questions(question: Question, where: str, best: str, table: str = "benchmark_turn") -> Iterator[str]:
    if question.counts:
        for column in COUNTED:
            yield f"SELECT {column}, count(*) FROM {table} WHERE {where} GROUP BY 1"
    else:
        yield best
        yield f"SELECT 0, count(*) FROM {table} WHERE {where}"


def _number(rows: list[Any]) -> int:
    return sum(row[1] for row in rows)


def _narrowed(question: Question) -> str:
    return "".join(f" AND {name} = {value!r}" for name, value in FILTERS.items()) if question.filtered else ""


def _fill_postgresql() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('benchmark_turn')")
        if cursor.fetchone()[0]:
            return
        rows = TURNS.format(text="to_tsvector('english', text)")
        cursor.execute(f"CREATE UNLOGGED TABLE benchmark_turn ({', '.join(COLUMNS)}, words) AS {rows}")
        cursor.execute("CREATE INDEX ON benchmark_turn USING gin (words)")
        cursor.execute("ANALYZE benchmark_turn")


def _fill_sqlite(path: Path) -> None:
    from django.db import connection

    being_made = path.with_suffix(".new")
    being_made.unlink(missing_ok=True)
    with closing(sqlite3.connect(being_made)) as other, connection.chunked_cursor() as cursor:
        other.execute(f"CREATE TABLE benchmark_turn (turn INTEGER PRIMARY KEY, {', '.join(COUNTED)})")
        other.execute("CREATE VIRTUAL TABLE benchmark_words USING fts5(words, content='', tokenize='porter unicode61')")
        cursor.execute(TURNS.format(text="text"))
        while rows := cursor.fetchmany(10_000):
            other.executemany("INSERT INTO benchmark_turn VALUES (?, ?, ?, ?, ?, ?, ?)", (row[:-1] for row in rows))
            texts = ((row[0], row[-1]) for row in rows)
            other.executemany("INSERT INTO benchmark_words (rowid, words) VALUES (?, ?)", texts)
        other.commit()
    being_made.rename(path)
