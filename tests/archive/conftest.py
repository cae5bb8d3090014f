from pathlib import Path

import pytest
from django.contrib.auth.models import User

from apps.annotations.models import Tag
from tests import make
from tests.archive.moving import empty_the_record, export_to
from tests.conferences.transcripts import import_one, write


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """One conference of five turns with a decided tag, moved out of the database."""
    result = import_one(write(tmp_path))
    assert result.conference
    turn = result.conference.turns.all()[1]
    make.tag(turn, make.topic(), origin="rule", status="suggested", evidence=[[0, 3]])
    Tag.objects.all().confirm(User.objects.create_user("marta"))
    folder = export_to(tmp_path / "archive")
    empty_the_record()
    return folder
