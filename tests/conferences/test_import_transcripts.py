"""The command, as someone runs it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

from apps.annotations.models import Tag
from apps.conferences.models import Conference, ImportedFile, ImportRun, Source, Speaker, Turn
from tests import make
from tests.conferences.snapshot import snapshot
from tests.conferences.transcripts import briefing, write
from tests.processes import start

pytestmark = pytest.mark.django_db

BAD = b"%PDF-1.7 no transcript"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_transcripts", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_every_text_file_of_a_folder_becomes_a_conference_of_the_folder_that_it_lies_in(tmp_path: Path) -> None:
    write(tmp_path, source="Meridian Alliance")
    write(tmp_path, briefing(title="Weekly briefing"), source="archive/Harbour Board")
    assert "\n2 created, 0 changed, 0 unchanged, 0 failed.\n" in run(tmp_path)
    assert set(Source.objects.values_list("name", flat=True)) == {"Meridian Alliance", "Harbour Board"}
    assert set(Conference.objects.values_list("file_name", flat=True)) == {
        "Meridian Alliance/ferry.txt",
        "archive/Harbour Board/ferry.txt",
    }


def test_a_source_can_be_named_for_all_files(tmp_path: Path) -> None:
    run(write(tmp_path), "--source", "  The   Alliance ")
    assert Conference.objects.get().source.name == "The Alliance"


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_source_without_a_usable_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match="--source needs a name"):
        run(write(tmp_path), "--source", name)


def test_one_that_fails_is_told_with_its_reason_and_the_others_are_imported(tmp_path: Path) -> None:
    bad = write(tmp_path, BAD, "a.txt")
    write(tmp_path)
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 2 files failed") as error:
        call_command("import_transcripts", str(tmp_path), stdout=out)
    assert error.value.returncode == 1
    assert f"failed     {bad}: The file is a PDF" in out.getvalue()
    assert Conference.objects.get().file_name.endswith("ferry.txt")
    assert set(ImportedFile.objects.values_list("outcome", flat=True)) == {"failed", "created"}


def test_a_path_that_does_not_exist_is_told_in_a_sentence(tmp_path: Path) -> None:
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 1 files failed"):
        call_command("import_transcripts", str(tmp_path / "gone.txt"), stdout=out)
    assert f"failed     {tmp_path}/gone.txt: There is no such file or folder." in out.getvalue()


def test_a_folder_without_transcripts_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There is no .txt file in "):
        run(tmp_path)


@pytest.mark.django_db(transaction=True)
def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, briefing(title="Weekly briefing"), "weekly.txt")
    run(tmp_path)
    before = versions()
    with CaptureQueriesContext(connection) as queries:
        assert run(tmp_path) == "0 created, 0 changed, 2 unchanged, 0 failed.\n"
    written = [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert written == []
    assert versions() == before
    assert ImportRun.objects.count() == 1


def test_what_was_imported_waits_for_annotation(tmp_path: Path) -> None:
    make.topic("Fares").phrases.create(text="fares")
    assert run(write(tmp_path)).endswith("1 conference waits for annotation, which happens in the background.\n")
    assert not Tag.objects.exists()
    write(tmp_path, briefing(title="Weekly briefing"), "weekly.txt")
    assert "suggestions 4 added" in run(tmp_path, "--annotate")
    assert Tag.objects.count() == 4
    assert "0 created, 0 changed, 2 unchanged, 0 failed.\n0 conferences" in run(tmp_path, "--annotate")


def versions() -> list[tuple[object, ...]]:
    """Which transaction wrote each row last, and where it lies."""
    rows = []
    for model in (Conference, Turn, Speaker, Source, ImportRun, ImportedFile):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT '{model.__name__}', id, xmin::text, ctid::text FROM {model._meta.db_table} ORDER BY id"
            )
            rows += cursor.fetchall()
    return rows


def test_a_run_keeps_what_became_of_each_file_with_notes_by_line(tmp_path: Path) -> None:
    write(tmp_path, "Weekly briefing\n\nGood morning. The ferry sails again.\n")
    run(tmp_path)
    kept = ImportedFile.objects.get()
    assert (kept.outcome, kept.conference) == ("created", Conference.objects.get())
    assert {"line": 1, "message": "No date was found in the header.", "text": ""} in kept.notes
    assert kept.run.finished_at is not None


def test_a_run_counts_the_unchanged_without_a_row_for_each(tmp_path: Path) -> None:
    write(tmp_path)
    run(tmp_path)
    write(tmp_path, briefing(title="Weekly briefing"), "weekly.txt")
    run(tmp_path)
    newest = ImportRun.objects.latest("id")
    assert (newest.unchanged, newest.files.count()) == (1, 1)


def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(tmp_path: Path) -> None:
    changed = write(tmp_path)
    run(tmp_path)
    write(tmp_path, briefing().replace("Sixty-two", "Seventy"))
    new = write(tmp_path, "Weekly briefing\n\nGood morning. The ferry sails again.\n", "weekly.txt")
    before = snapshot()
    told = run(tmp_path, "--dry-run")
    assert snapshot() == before
    assert f"changed    {changed}\n" in told
    assert f"created    {new} (notes: 1)\n           line 1: No date was found in the header.\n" in told
    assert "Dry run, nothing written: 1 created, 1 changed, 0 unchanged, 0 failed." in told
    assert Conference.objects.count() == 1


def _page(request: HttpRequest, **address: object) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("", include(([path("<int:y>/<int:m>/<int:d>/<slug:slug>/", _page, name="conference")], "browse"))),
]


@pytest.mark.urls(__name__)
def test_as_json_each_file_is_an_object_and_the_summary_goes_elsewhere(tmp_path: Path) -> None:
    bad = write(tmp_path, BAD, "a.txt")
    good = write(tmp_path)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command("import_transcripts", str(tmp_path), "--json", stdout=out, stderr=err)
    failed, created = map(json.loads, out.getvalue().splitlines())
    assert (failed["path"], failed["outcome"], failed["conference"], failed["line"]) == (str(bad), "failed", None, None)
    assert failed["message"].startswith("The file is a PDF")
    assert created == {
        "path": str(good),
        "outcome": "created",
        "conference": "/2019/05/04/press-conference-by-secretary-general-elena-marsh/",
        "line": None,
        "message": "",
        "notes": [],
    }
    assert "1 created, 0 changed, 0 unchanged, 1 failed." in err.getvalue()


def test_a_database_that_cannot_be_reached_is_told_in_a_sentence(tmp_path: Path) -> None:
    process = start("import_transcripts", write(tmp_path), database="postgres://nobody@127.0.0.1:1/nothing")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The database gave up: " in err
    assert "Traceback" not in err


def test_a_dry_run_tells_two_files_of_the_same_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path, name="a.txt"), write(tmp_path, name="b.txt")
    told = run(tmp_path, "--dry-run")
    assert f"created    {first}\n" in told
    assert f"unchanged  {second}: It has the same bytes as {first} and is the same conference.\n" in told
    assert "1 created, 0 changed, 1 unchanged, 0 failed." in told
    assert "1 created, 0 changed, 1 unchanged, 0 failed." in run(tmp_path)


@pytest.mark.django_db(transaction=True)
def test_a_process_ends_with_status_1_when_a_file_fails(tmp_path: Path) -> None:
    process = start("import_transcripts", write(tmp_path, BAD))
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The file is a PDF" in out
    assert "Traceback" not in err
