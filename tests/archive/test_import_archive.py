"""The command that takes an archive in, in a process of its own."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from apps.annotations.models import Tag
from tests import make
from tests.archive.moving import empty_the_record, rows
from tests.archive.processes import run, start, wait_until
from tests.config.processes import wait_for
from tests.locks import others, waiting

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_killed_import_leaves_the_database_empty_and_can_be_run_again(tmp_path: Path) -> None:
    make.tag(make.turn(make.conference()), make.topic())
    marta = User.objects.create_user("marta")
    Tag.objects.all().confirm(marta)
    assert "1 transcripts and" in run("export_archive", tmp_path / "archive")
    empty_the_record()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=marta.pk)  # all is written when the database looks whether she is there
        process = start("import_archive", tmp_path / "archive")
        wait_until(waiting, process)
        process.kill()
        process.communicate(timeout=60)
    wait_for(lambda: not others())
    assert not any(rows().values())
    assert "1 transcripts and" in run("import_archive", tmp_path / "archive")
    assert Tag.objects.get().decided_by == marta


def test_the_command_says_what_is_wrong_and_that_nothing_was_written(tmp_path: Path) -> None:
    said = run("import_archive", tmp_path)
    assert said == f"CommandError: {tmp_path} is no archive: it has no manifest.json. Nothing was written.\n"
