"""Whoever is killed while the index is made or changed, it ends equal to the database, and readers go on."""

import json
import shutil
from pathlib import Path

import pytest
from django.db.models import Q

from apps.conferences.models import Turn
from apps.search.folder import Folder
from apps.search.sync import make_anew, sync
from tests.search.finding import found
from tests.search.mishaps import equal, forget_what_is_open, killed_while, many

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("folder")]


@pytest.mark.parametrize("delay", [0, 0.02, 0.05, 0.1, 0.2])
def test_a_sync_killed_at_any_moment_is_made_good_by_the_next(delay: float, folder: Folder, ferry: Turn) -> None:
    many(30)
    make_anew(folder)
    Turn.objects.filter(Q(position=0) | Q(text__startswith="boat1")).update(text=f"Again {delay}")  # one turn, or all
    killed_while("updating", delay)
    assert sync(folder)
    assert equal()


def test_files_that_a_killed_sync_left_are_in_no_ones_way(folder: Folder, ferry: Turn, tmp_path: Path) -> None:
    many(2)
    make_anew(folder)
    path = folder.current()
    assert path is not None
    before = shutil.copytree(path, tmp_path / "before")
    Turn.objects.filter(pk=ferry.pk).update(text="Again")
    assert sync(folder)
    left = {file.name for file in path.glob("*.del")} - {file.name for file in before.glob("*.del")}
    shutil.rmtree(path)
    shutil.copytree(before, path)
    managed = path / ".managed.json"
    managed.write_text(json.dumps([*json.loads(managed.read_text()), *left]))
    for name in left:
        (path / name).write_bytes(b"begun and")
    forget_what_is_open()
    Turn.objects.filter(pk=ferry.pk).update(text="And again")
    assert sync(folder)
    assert equal()


@pytest.mark.parametrize("delay", [0, 0.05, 0.1, 0.2, 0.4])
def test_a_rebuild_killed_at_any_moment_leaves_readers_an_index(delay: float, folder: Folder, ferry: Turn) -> None:
    many(30)
    make_anew(folder)
    killed_while("making", delay, "--rebuild")
    assert found("plain", "ferry") == [(ferry.conference.pk, ferry.pk)]
    make_anew(folder)
    assert [path for path in folder.path.iterdir() if path.is_dir()] == [folder.current()]
    assert equal()
