"""What a dry run and an import say beforehand, so that nobody is surprised."""

from pathlib import Path

import pytest

from apps.conferences.importing import find_files, preview_files
from apps.conferences.models import Conference, Conflict, Source
from tests.conferences.snapshot import snapshot
from tests.conferences.transcripts import TITLE, briefing, import_one, write

pytestmark = pytest.mark.django_db


def promised(path: Path) -> list[str]:
    [result] = preview_files(find_files([path]))
    return [note.message for note in result.notes]


def test_a_dry_run_tells_a_new_title_and_date_and_the_new_address(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = snapshot()
    told = promised(write(tmp_path, briefing(title="Weekly briefing", day="5 May 2019")))
    assert {
        f"The title changes from “{TITLE}” to “Weekly briefing”.",
        "The date changes from 4 May 2019 to 5 May 2019.",
        "Its address changes with that; the earlier one leads to it.",
    } <= set(told)
    assert snapshot() == before


def test_a_dry_run_tells_the_conflicts_that_the_import_would_record(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference = Conference.objects.get()
    conference.decide(["title"])
    conference.title = "Ferry briefing"
    conference.save()
    path = write(tmp_path, briefing(title="Weekly ferry briefing by Elena Marsh"))
    told = promised(path)
    assert not Conflict.objects.exists()
    assert [note.message for note in import_one(path).notes if "something new about the title" in note.message]
    assert any("something new about the title" in message for message in told)
    assert not any("The title changes" in message for message in told)


def test_a_file_moved_into_a_subfolder_is_told_to_be_like_another_and_to_make_a_source(
    tmp_path: Path,
) -> None:
    import_one(write(tmp_path, source="Meridian Alliance"))
    path = write(tmp_path / "Meridian Alliance", source="2024")
    told = promised(path)
    assert set(told) >= {
        f"It says much the same as “{TITLE}” of the source “Meridian Alliance”; it is imported as a new one of “2024”.",
        "Its folder makes a new source, “2024”, within the folder of “Meridian Alliance”; if that published it,"
        ' import it with --source "Meridian Alliance".',
    }
    assert Source.objects.count() == 1
    assert {note.message for note in import_one(path).notes} >= set(told)
