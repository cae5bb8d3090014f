"""A large collection that nobody said, the same on every machine, in a database of its own.

10,000 conferences with 600,000 turns of 80 words on average: words as frequent as in real texts (Zipf), among them
those of politics, one that half of all turns hold, a rare one and a phrase; speakers, outlets, topics and mentions.
Rows go in by COPY.  ``python -m tests.benchmarks.collection`` makes it, to try pages by hand.
"""

import hashlib
import io
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

CONFERENCES = int(os.environ.get("CONFERENCES", "10000"))
TURNS = 60
LONG = (600, 300)
"""Turns of two conferences more."""
VERSION = 2
"""Another number wherever the rows become others."""
COMMON, RARE, PHRASE = "security", "ballroom", "missile defence"
SMALL_WORDS = (
    "the of and to a in that is we for it you on have this with are be as not i will our they at by from was what about"
    " so but there has all which people think do can very would one us if or your more also been their no an who"
).split()
POLITICS = (
    "country government minister president alliance allies defence nuclear energy missile missiles prices budget border"
    " treaty sanctions trade climate election parliament council union ukraine russia china iran nato europe gas oil"
    " war peace talks summit agreement support forces troops weapons drones refugees inflation growth market jobs tax"
).split()
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
VOCABULARY = 60_000
SPEAKERS, OUTLETS, ENTITIES, SOURCES = 4_000, 300, 2_000, 6
TOPICS, SUBTOPICS = 12, 5
KINDS = ["question", "answer"]


@contextmanager
def collection() -> Iterator[str]:
    """The database with the collection, as the site's own while the block runs.  Yields its name.

    It is kept for the next time.  What an earlier version of this generator left is dropped.
    """
    from django.db import connection

    from apps.conferences.models import Conference

    name = f"rostrum_bench_{CONFERENCES}_v{VERSION}"
    _drop_earlier()
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=True)
    try:
        if not Conference.objects.exists():
            fill()
        yield name
    finally:
        connection.close()


def long_conference(turns: int) -> Any:
    """The one with so many turns, of ``LONG``."""
    from apps.conferences.models import Conference

    return Conference.objects.get(pk=CONFERENCES + 1 + LONG.index(turns))


def _drop_earlier() -> None:
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname ~ '^rostrum_bench_'")
        for (name,) in cursor.fetchall():
            if not name.endswith(f"_v{VERSION}"):
                cursor.execute(f'DROP DATABASE "{name}"')
                for folder in (Path(settings.SEARCH_DIR, name), Path(settings.VAR_DIR, "benchmarks", name)):
                    shutil.rmtree(folder, ignore_errors=True)


def fill() -> None:
    """Fill an empty database."""
    from django.db import connection, transaction

    from apps.history.act import act

    # A machine's act, or the history would write down each of a million rows.
    with transaction.atomic(), act(act="Benchmark", machine=True), connection.cursor() as cursor:
        chance = np.random.default_rng(7)
        for table, columns, rows in _tables(chance):
            cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", _stream(rows))
        for table in ("conferences_source", "conferences_conference", "conferences_turn", "conferences_speaker"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM annotations_pendingannotation")
        cursor.execute("ANALYZE")


def vocabulary(chance: np.random.Generator) -> tuple["np.ndarray", "np.ndarray"]:
    """Words, and how likely each is: that of rank n as 1/n."""
    invented = {"".join(chance.choice(SYLLABLES, 2 + number % 3)) for number in range(VOCABULARY)}
    words = [*SMALL_WORDS, *POLITICS, *sorted(invented - {*SMALL_WORDS, *POLITICS})]
    head = len(SMALL_WORDS) + len(POLITICS)
    chance.shuffle(tail := words[head:])
    likely = 1 / (np.arange(len(words)) + 2.7)
    return np.array([*words[:head], *tail], dtype=object), likely / likely.sum()


def texts(chance: np.random.Generator, count: int) -> list[str]:
    """So many turns.  One in two holds COMMON, one in 1,200 RARE, one in 50 PHRASE."""
    words, likely = _VOCABULARY
    lengths = np.maximum(4, chance.lognormal(3.95, 0.92, count).astype(int))
    drawn = words[np.searchsorted(np.cumsum(likely), chance.random(lengths.sum()))].tolist()
    special = chance.random((count, 3))
    found, start = [], 0
    for length, (common, rare, phrase) in zip(lengths.tolist(), special.tolist(), strict=True):
        said = drawn[start : start + length]
        start += length
        if common < 0.5:
            said[length // 2] = COMMON
        if rare < 1 / 1200:
            said[0] = RARE
        if phrase < 0.02:
            said[length // 3] = PHRASE
        found.append(_sentences(said))
    return found


def _sentences(words: list[str]) -> str:
    return ". ".join(" ".join(words[at : at + 15]).capitalize() for at in range(0, len(words), 15)) + "."


_VOCABULARY = vocabulary(np.random.default_rng(1))


def _tables(chance: np.random.Generator) -> Iterator[tuple[str, str, Iterable[tuple[object, ...]]]]:
    yield (
        "conferences_source",
        "id, name, slug, aliases, url",
        ((n, f"Source {n}", f"source-{n}", "{}", "") for n in range(1, SOURCES + 1)),
    )
    for table, count in (("speaker", SPEAKERS), ("organisation", OUTLETS)):
        names = [" ".join(word.capitalize() for word in _VOCABULARY[0][-1 - n :: -SPEAKERS][:2]) for n in range(count)]
        rows = ((n, f"{name} {n}", f"{table}-{n}", "{}") for n, name in enumerate(names, start=1))
        yield f"conferences_{table}", "id, name, slug, aliases", rows
    yield "annotations_topic", "id, name, slug, description, source_labels, listed, parent_id", _topics()
    yield (
        "annotations_entity",
        "id, kind, name, aliases, rejected",
        ((n, "organisation", f"Body {n}", "{}", "f") for n in range(1, ENTITIES + 1)),
    )
    yield "conferences_conference", _CONFERENCE, _conferences(chance)
    for first in range(1, CONFERENCES + 1, 1_000):
        last = min(first + 999, CONFERENCES)
        yield "conferences_turn", _TURN, _turns(chance, first, last)
        yield "annotations_tag", _TAG, _tags(chance, first, last)
        yield (
            "annotations_mention",
            'turn_id, entity_id, start, "end", label, origin, status',
            _mentions(chance, first, last),
        )
    yield "conferences_conference", _CONFERENCE, _long_conferences()
    for number, turns in enumerate(LONG, start=1):
        yield "conferences_turn", _TURN, _long_turns(chance, number, turns)


_CONFERENCE = (
    "id, source_id, key, slug, title, subtitle, event_date, location, delivery, is_excerpt, language, source_url,"
    " file_name, source_text, source_sha256, word_count, imported_at, changed_at, decided_fields, source_values"
)
_TURN = (
    "id, conference_id, public_id, position, exchange, kind, label, speaker_id, organisation_id, role, text,"
    " first_line, last_line, decided_fields, source_values"
)
_TAG = "conference_id, turn_id, topic_id, origin, status, score, evidence, created_at"


def _topics() -> Iterator[tuple[object, ...]]:
    for n in range(1, TOPICS * (SUBTOPICS + 1) + 1):
        parent = None if n <= TOPICS else 1 + n % TOPICS
        yield n, f"Topic {n}", f"topic-{n}", "", "{}", "{}", parent


def _conferences(chance: np.random.Generator) -> Iterator[tuple[object, ...]]:
    words, _ = _VOCABULARY
    for n in range(1, CONFERENCES + 1):
        day = date(1995, 1, 1) + timedelta(int(chance.integers(365 * 30)))
        title = " ".join(chance.choice(words[60:3000], 5)).capitalize()
        sha = hashlib.sha256(str(n).encode()).hexdigest()
        source = 1 + n % SOURCES
        yield (
            *(n, source, f"key {n}", f"conference-{n}", title, "", None if n % 50 == 0 else day, "", "", "f", "en", ""),
            *(f"{n}.txt", title, sha, 80 * TURNS, day, day, "{}", "{}"),
        )


def _turns(chance: np.random.Generator, first: int, last: int) -> Iterator[tuple[object, ...]]:
    said = iter(texts(chance, (last - first + 1) * TURNS))
    asking = (chance.random((last - first + 1, TURNS)) ** 2 * SPEAKERS).astype(int).tolist()
    for conference in range(first, last + 1):
        for position, reporter in enumerate(asking[conference - first]):
            pk = (conference - 1) * TURNS + position + 1
            speaker = 1 + (reporter if position % 2 == 0 else conference % 97)
            outlet = 1 + reporter % OUTLETS if position % 2 == 0 else None
            yield (
                *(pk, conference, f"{pk:010x}", position, 1 + position // 2, KINDS[position % 2], f"Label {speaker}"),
                *(speaker, outlet, "", next(said), position + 1, position + 1, "{}", "{}"),
            )


def _long_conferences() -> Iterator[tuple[object, ...]]:
    day = date(2020, 1, 1)
    for number, turns in enumerate(LONG, start=1):
        pk, title = CONFERENCES + number, f"A conference of {turns} turns"
        sha = hashlib.sha256(title.encode()).hexdigest()
        yield (
            *(pk, 1, f"key {pk}", f"conference-{pk}", title, "", day, "", "", "f", "en", ""),
            *(f"{pk}.txt", title, sha, 80 * turns, day, day, "{}", "{}"),
        )


def _long_turns(chance: np.random.Generator, number: int, turns: int) -> Iterator[tuple[object, ...]]:
    first = CONFERENCES * TURNS + number * 1_000
    for position, text in enumerate(texts(chance, turns)):
        pk, speaker = first + position, 1 + (position % 40 if position % 2 == 0 else 100)
        yield (
            *(pk, CONFERENCES + number, f"{pk:010x}", position, 1 + position // 2, KINDS[position % 2]),
            *(f"Label {speaker}", speaker, None, "", text, position + 1, position + 1, "{}", "{}"),
        )


def _tags(chance: np.random.Generator, first: int, last: int) -> Iterator[tuple[object, ...]]:
    """On one turn in four; one conference in ten has one from its source."""
    for conference in range(first, last + 1):
        if conference % 10 == 0:
            yield conference, None, 1 + conference % TOPICS, "source", "confirmed", None, "[]", "2026-01-01"
        for turn in np.flatnonzero(chance.random(TURNS) < 0.25).tolist():
            topic = 1 + int(chance.random() ** 2 * TOPICS * (SUBTOPICS + 1))
            score = round(0.3 + 0.7 * chance.random(), 3)
            pk = (conference - 1) * TURNS + turn + 1
            yield conference, pk, topic, "rule", "suggested", score, "[]", "2026-01-01"


def _mentions(chance: np.random.Generator, first: int, last: int) -> Iterator[tuple[object, ...]]:
    """On every other turn, of some entities far more than of others."""
    pks = range((first - 1) * TURNS + 1, last * TURNS + 1, 2)
    for pk, entity in zip(pks, (chance.random(len(pks)) ** 3 * ENTITIES).astype(int).tolist(), strict=True):
        yield pk, 1 + entity, 0, 4, "ORG", "model", "suggested"


def _stream(rows: Iterable[tuple[object, ...]]) -> io.StringIO:
    lines = ("\t".join("\\N" if value is None else str(value) for value in row) for row in rows)
    return io.StringIO("\n".join(lines) + "\n")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")
    django.setup()
    with collection() as made:
        print(f"DATABASE_URL=…/{made} has {CONFERENCES:,} conferences.")
