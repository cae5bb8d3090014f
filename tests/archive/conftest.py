import shutil
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from pytest_django import DjangoDbBlocker

from apps.annotations.models import Tag
from tests import make
from tests.archive.moving import export_to
from tests.conferences.transcripts import import_one, write


@pytest.fixture(scope="session")
def made_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """One conference of five turns with a decided tag, moved out of the database."""
    folder = tmp_path_factory.mktemp("made_once")
    with django_db_blocker.unblock(), transaction.atomic():
        result = import_one(write(folder))
        assert result.conference
        turn = result.conference.turns.all()[1]
        make.tag(turn, make.topic(), origin="rule", status="suggested", evidence=[[0, 3]])
        Tag.objects.all().confirm(User.objects.create_user("marta"))
        export_to(folder / "archive")
        transaction.set_rollback(True)
    return folder / "archive"


@pytest.fixture
def archive(db: None, made_once: Path, tmp_path: Path) -> Path:
    """A copy for the test, on a site that knows who decided and holds nothing else."""
    User.objects.create_user("marta")
    return shutil.copytree(made_once, tmp_path / "archive")
