"""Imports that are killed, that run beside others, or of which a part fails: in the end all is as if nothing was."""

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from apps.conferences.importing import find_files, import_files, items
from apps.conferences.importing.result import Outcome
from apps.conferences.models import Conference, ImportedFile, ImportRun, Turn
from apps.conferences.signals import conference_imported
from tests.conferences.snapshot import snapshot
from tests.conferences.transcripts import TURNS, briefing, import_path, write
from tests.config.processes import wait_for
from tests.locks import others, waiting
from tests.processes import start

pytestmark = pytest.mark.django_db(transaction=True)

SMALL = 10
MANY = 2 * SMALL + 5
KILLS = 2
IN_SMALL_BATCHES = f"""
import sys, django
django.setup()
from django.core.management import execute_from_command_line
from apps.conferences.importing import items
items.MOST_FILES = {SMALL}
execute_from_command_line(["manage.py", "import_transcripts", *sys.argv[1:]])
"""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> int:
    """So many files in a batch."""
    monkeypatch.setattr(items, "MOST_FILES", SMALL)
    return SMALL


def start_import(folder: Path) -> "subprocess.Popen[str]":
    """In a process of its own, with as small batches."""
    return start(folder, program=("-c", IN_SMALL_BATCHES))


def write_many(folder: Path, *, edited: bool = False, many: int = MANY) -> None:
    """Several batches; ``edited`` is what their sources made of them later."""
    for number in range(many):
        turns = [f"{text} This is number {number}." for text in TURNS]
        if edited:
            turns[2] = turns[2].replace("until", "not until")
            del turns[3]
        day = f"{1 + number % 28} May 2019"
        write(folder, briefing(*turns, title=f"Weekly briefing {number % 10}", day=day), f"{number}.txt")


def finish(process: "subprocess.Popen[str]") -> str:
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    return out


def wait_until_at_work(process: "subprocess.Popen[str]", files: int) -> None:
    """Until so many files are imported, and more are under way."""
    wait_for(lambda: (others() > 0 and ImportedFile.objects.count() >= files) or process.poll() is not None)


def import_with_kills(folder: Path, chance: random.Random, about: float) -> int:
    """Import, killed at random moments and begun again, until one comes through; returns how many were killed.

    ``about``: seconds that one took, perhaps while the machine had more to do than it has now.
    """
    killed = 0
    for _ in range(KILLS):
        enough = ImportedFile.objects.count() + chance.choice([0, SMALL])
        process = start_import(folder)
        wait_until_at_work(process, enough)
        try:
            process.communicate(timeout=chance.uniform(0, 0.25) * about)
        except subprocess.TimeoutExpired:
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT]))
            process.communicate()
        killed += process.returncode != 0
        wait_for(lambda: others() == 0)
        half = Conference.objects.filter(turns=None)
        assert not half.exists()
    finish(start_import(folder))
    return killed


@pytest.mark.parametrize("seed", [1])
def test_an_import_that_is_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path: Path, seed: int) -> None:
    empty()
    folder = tmp_path / "files"
    durations = []
    for edited in (False, True):
        write_many(folder, edited=edited)
        begin = time.monotonic()
        import_path(folder)
        durations.append(time.monotonic() - begin)
    undisturbed = snapshot()
    empty()
    chance = random.Random(seed)
    killed = 0
    for edited, duration in zip((False, True), durations, strict=True):
        write_many(folder, edited=edited)
        killed += import_with_kills(folder, chance, duration)
    assert killed >= 2
    assert snapshot() == undisturbed
    assert [result.outcome for result in import_path(folder)] == [Outcome.UNCHANGED] * MANY


def test_two_imports_at_once_of_the_same_files_end_as_one(tmp_path: Path) -> None:
    empty()
    write_many(tmp_path)
    write_alike(tmp_path)
    import_path(tmp_path)
    one = snapshot()
    files = ImportedFile.objects.count()
    empty()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE conferences_conference IN EXCLUSIVE MODE")
        both = [start_import(tmp_path) for _ in range(2)]
        wait_for(lambda: waiting() == 2)  # neither does all before the other has begun
    for process in both:
        finish(process)
    assert snapshot() == one
    assert ImportedFile.objects.count() == files


def test_between_two_batches_another_import_comes_through(small_batches: int, tmp_path: Path) -> None:
    write_many(tmp_path / "many", many=small_batches + 2)
    waiting = import_files(find_files([tmp_path / "many"]))
    next(waiting)
    assert Conference.objects.count() == small_batches
    assert "1 created" in finish(
        start("import_transcripts", write(tmp_path, briefing(title="Quick one"), source="Harbour Board"))
    )
    assert len(list(waiting)) == small_batches + 1
    assert Conference.objects.count() == small_batches + 3


@pytest.mark.parametrize("failing", [0, 17])
def test_one_that_fails_takes_no_other_with_it(small_batches: int, tmp_path: Path, failing: int) -> None:
    many = 2 * small_batches + 2

    def fail(sender: object, conference: Conference, **_: object) -> None:
        if conference.file_name == f"Meridian Alliance/{failing}.txt":
            Turn.objects.filter(conference=conference).update(kind="shouted")

    write_many(tmp_path, many=many)
    conference_imported.connect(fail)
    try:
        results = import_path(tmp_path)
    finally:
        conference_imported.disconnect(fail)
    [failed] = [result for result in results if result.outcome != "created"]
    assert failed.path.endswith(f"/{failing}.txt")
    assert failed.message.startswith("The database refused it; import it again: ")
    assert Conference.objects.count() == many - 1
    assert ImportRun.objects.get().files.filter(outcome="failed").get().message == failed.message
    assert [result.outcome for result in import_path(tmp_path)].count(Outcome.UNCHANGED) == many - 1
    assert Conference.objects.count() == many


def test_a_batch_does_what_one_after_the_other_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshots = []
    for most in (1, 100):
        empty()
        monkeypatch.setattr(items, "MOST_FILES", most)
        (tmp_path / "Meridian Alliance" / "more.txt").unlink(missing_ok=True)
        write_alike(tmp_path)
        import_path(tmp_path)
        for path in sorted(tmp_path.rglob("*.txt"))[::2]:
            path.write_text(path.read_text().replace("Sixty-two", "Sixty-three"))
        write(tmp_path, briefing(title="One more"), "more.txt")
        import_path(tmp_path)
        snapshots.append(snapshot())
    for what, rows in snapshots[0].items():
        assert rows == snapshots[1][what], what


def write_alike(folder: Path) -> None:
    """What is easily taken for one another: days, titles, names of people, of files and of sources."""
    for number in range(12):
        turns = [text.replace("Ana Ruiz", f"Ana Ruiz{'abc'[number % 3]}") for text in TURNS]
        turns.append(f"Moderator: That was number {number}.")
        write(folder, briefing(*turns, title="Weekly briefing"), f"{number}.txt", f"House {number % 2}")
    write(folder, briefing(title="Weekly briefing 2"), "12.txt", "House 0")
    write(folder, "no title, no date\n\nQ: Why?\n\nA: Because.\n", "odd.txt")
    write(folder, briefing(title="Пресс-конференция"), "other script.txt")


def empty() -> None:
    call_command("flush", interactive=False, verbosity=0)
