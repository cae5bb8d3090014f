"""Files that are imported together are never versions of one conference, and one import of them is enough."""

from pathlib import Path

import pytest

from apps.conferences.importing import find_files, items, preview_files
from apps.conferences.models import Conference
from tests.conferences.transcripts import briefing, import_one, import_path, write

pytestmark = pytest.mark.django_db

CHANGED = briefing().replace("Sixty-two", "Seventy")
CHANGED_AGAIN = briefing().replace("Sixty-two", "Eighty")


def outcomes(*paths: Path) -> list[str]:
    return [result.outcome for result in import_path(*paths)]


def test_files_of_one_name_from_two_folders_are_two_conferences_and_stay_quiet(tmp_path: Path) -> None:
    write(tmp_path / "e")
    write(tmp_path / "f", CHANGED)
    folders = [tmp_path / "e" / "Meridian Alliance", tmp_path / "f" / "Meridian Alliance"]
    assert outcomes(*folders) == ["created", "created"]
    assert outcomes(*folders) == ["unchanged", "unchanged"]
    write(tmp_path / "f", CHANGED_AGAIN)
    assert outcomes(*folders) == ["unchanged", "changed"]
    assert Conference.objects.count() == 2


@pytest.mark.parametrize("files_in_a_batch", [1, 2, 100])
def test_of_two_equal_files_the_one_that_stays_as_it_was_is_still_there_when_the_other_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files_in_a_batch: int
) -> None:
    monkeypatch.setattr(items, "MOST_FILES", files_in_a_batch)
    write(tmp_path, name="a.txt")
    write(tmp_path, name="b.txt")
    assert outcomes(tmp_path) == ["created", "unchanged"]
    write(tmp_path, CHANGED, name="a.txt")
    assert outcomes(tmp_path) == ["changed", "created"]
    assert {(name[-5:], text) for name, text in Conference.objects.values_list("file_name", "source_text")} == {
        ("a.txt", CHANGED),
        ("b.txt", briefing()),
    }
    assert outcomes(tmp_path) == ["unchanged", "unchanged"]


@pytest.mark.parametrize("files_in_a_batch", [1, 100])
def test_a_renamed_file_beside_a_later_version_of_it_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files_in_a_batch: int
) -> None:
    monkeypatch.setattr(items, "MOST_FILES", files_in_a_batch)
    import_one(write(tmp_path / "before", name="c.txt"))
    write(tmp_path / "now", CHANGED, name="c2.txt")
    write(tmp_path / "now", name="x.txt")
    assert outcomes(tmp_path / "now") == ["changed", "created"]
    assert {name[18:] for name in Conference.objects.values_list("file_name", flat=True)} == {"c2.txt", "x.txt"}
    assert outcomes(tmp_path / "now") == ["unchanged", "unchanged"]


def test_a_dry_run_promises_what_the_import_does(tmp_path: Path) -> None:
    import_one(write(tmp_path / "before", name="old.txt"))
    write(tmp_path / "now", CHANGED, name="new1.txt")
    write(tmp_path / "now", CHANGED_AGAIN, name="new2.txt")
    write(tmp_path / "now", name="new3.txt")
    promised = [result.outcome for result in preview_files(find_files([tmp_path / "now"]))]
    assert promised == outcomes(tmp_path / "now") == ["changed", "created", "created"]


def test_equal_files_beside_one_of_the_same_name_are_one_conference(tmp_path: Path) -> None:
    write(tmp_path / "e", name="b.txt")
    write(tmp_path / "f", CHANGED, name="b.txt")
    write(tmp_path / "f", CHANGED, name="c.txt")
    folders = [tmp_path / "e" / "Meridian Alliance", tmp_path / "f" / "Meridian Alliance"]
    assert outcomes(*folders) == ["created", "created", "unchanged"]
