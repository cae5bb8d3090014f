"""An upload in the admin, from the form to the report."""

import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.conferences.models import Conference, ImportedFile, ImportRun, Source, Turn, Upload, UploadedFile
from apps.history.models import Act
from tests import make
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_path, write
from tests.conferences.uploading import SOURCE, an_editor, chosen, page_of, press, text_of, uploaded, work, zipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return an_editor()


@pytest.fixture
def client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def looked_at(client: Client, *files: tuple[str, str | bytes], **fields: str) -> Upload:
    upload = uploaded(client, *(chosen(*file) for file in files), **fields)
    work()
    upload.refresh_from_db()
    assert upload.state == "looked"
    return upload


def imported(client: Client, *files: tuple[str, str | bytes], **fields: str) -> Upload:
    upload = looked_at(client, *files, **fields)
    press(client, upload, "_import")
    work()
    upload.refresh_from_db()
    assert upload.state == "done"
    return upload


def outcomes(upload: Upload) -> dict[str, str]:
    return dict(upload.files.values_list("name", "outcome"))


def test_the_dry_run_tells_what_would_become_of_each_file_and_writes_nothing(client: Client, tmp_path: Path) -> None:
    import_path(write(tmp_path), write(tmp_path, briefing(title="Weekly briefing"), "weekly.txt"))
    said_otherwise = briefing(TURNS[0], TURNS[1], f"Elena Marsh: {ANSWER} So it was agreed.", "Ana Ruiz: And then?")
    before = (Conference.objects.count(), Turn.objects.count(), ImportRun.objects.count())
    upload = looked_at(
        client,
        ("ferry.txt", said_otherwise),
        ("weekly.txt", briefing(title="Weekly briefing")),
        ("harbour.txt", briefing("Good evening to all of you.", title="On the harbour", day="")),
        ("letter.txt", b"%PDF-1.7"),
        ("empty.txt", b""),
    )
    assert (Conference.objects.count(), Turn.objects.count(), ImportRun.objects.count()) == before
    assert outcomes(upload) == {
        "ferry.txt": "changed",
        "weekly.txt": "unchanged",
        "harbour.txt": "created",
        "letter.txt": "failed",
        "empty.txt": "failed",
    }
    page = text_of(client.get(page_of(upload)))
    assert "1 to create 1 to change 1 unchanged 2 cannot be read" in page
    assert "turns: 1 new, 1 changed, 2 withdrawn" in page
    assert "The file is a PDF, not plain text" in page
    assert "The file is empty" in page


def test_the_dry_run_shows_the_parsers_notes_with_their_lines(client: Client) -> None:
    upload = looked_at(client, ("ferry.txt", briefing(day="")))
    assert "Line 1: No date" in text_of(client.get(page_of(upload)))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_file_in_another_encoding_is_read_right(client: Client, encoding: str) -> None:
    text = briefing("Good morning. The café at the landing stage – closed since May – opens again.")
    imported(client, ("ferry.txt", text.encode(encoding)))
    assert "The café at the landing stage – closed since May – opens again." in Turn.objects.get().text


def test_a_dry_run_that_was_cut_short_begins_anew(client: Client) -> None:
    upload = uploaded(client, chosen("ferry.txt", briefing()), chosen("bad.txt", b"%PDF-1.7"))
    upload.files.update(outcome="failed", done_at=timezone.now())
    work()
    assert outcomes(upload) == {"ferry.txt": "created", "bad.txt": "failed"}


def test_what_was_seen_is_imported_by_whoever_says_so(client: Client, editor: User) -> None:
    upload = looked_at(client, ("ferry.txt", briefing()), ("bad.txt", b"%PDF-1.7"))
    other = User.objects.create_superuser("root")
    client.force_login(other)
    assert 'value="Import 1 file"' in client.get(page_of(upload)).content.decode()
    press(client, upload, "_import")
    work()
    assert outcomes(upload) == {"ferry.txt": "created", "bad.txt": "failed"}
    assert Conference.objects.get().source.name == SOURCE
    run = ImportRun.objects.get()
    assert run.user == other
    assert {file.path: file.outcome for file in run.files.all()} == {
        f"upload {upload.pk}/ferry.txt": "created",
        f"upload {upload.pk}/bad.txt": "failed",
    }
    report = client.get(page_of(upload)).content.decode()
    assert f"/admin/conferences/importrun/{run.pk}/change/" in report
    assert "Refresh" not in client.get(page_of(upload)).headers


def test_a_change_by_an_upload_is_an_act_in_the_name_of_who_said_so(client: Client, editor: User) -> None:
    imported(client, ("ferry.txt", briefing()))
    imported(client, ("ferry.txt", briefing(*TURNS[:3])))
    assert {act.user_name for act in Act.objects.with_user_name().filter(metadata__act="Import")} == {"edith"}


def test_the_page_looks_again_while_there_is_work_and_then_no_more(client: Client) -> None:
    upload = uploaded(client, chosen("ferry.txt", briefing()))
    response = client.get(page_of(upload))
    assert response.headers["Refresh"] == "2"
    assert "Waiting for its turn" in text_of(response)
    work()
    assert "Refresh" not in client.get(page_of(upload)).headers


def test_progress_tells_how_far_it_is_and_how_long_it_takes(client: Client) -> None:
    upload = uploaded(client, *(chosen(f"{number}.txt", f"Words {number}") for number in range(4)))
    now = timezone.now()
    Upload.objects.filter(pk=upload.pk).update(state="importing", begun_at=now - datetime.timedelta(minutes=3))
    some = upload.files.order_by("pk").values("pk")[:1]
    UploadedFile.objects.filter(pk__in=some).update(done_at=now, outcome="failed")
    assert "1 of 4 files, 1 failed, about 9 minutes left." in text_of(client.get(page_of(upload)))


def test_when_nothing_happens_the_page_says_so_and_offers_to_go_on(client: Client) -> None:
    upload = uploaded(client, chosen("ferry.txt", briefing()))
    assert "_go_on" not in client.get(page_of(upload)).content.decode()
    long_ago = timezone.now() - datetime.timedelta(minutes=2)
    Upload.objects.update(queued_at=long_ago)
    assert "Nothing has happened for a minute" in text_of(client.get(page_of(upload)))
    press(client, upload, "_go_on")
    work()
    upload.refresh_from_db()
    assert upload.state == "looked"


def test_once_discarded_no_byte_is_kept_and_nothing_is_imported(client: Client) -> None:
    upload = looked_at(client, ("ferry.txt", briefing()))
    press(client, upload, "_discard")
    assert "Discarded by edith" in text_of(client.get(page_of(upload)))
    press(client, upload, "_import")
    work()
    assert not Conference.objects.exists()
    assert not UploadedFile.objects.exclude(data=None).exists()


@pytest.mark.parametrize("some", [True, False])
def test_an_import_that_stopped_on_a_problem_can_be_discarded_and_what_was_imported_stands(
    client: Client, some: bool
) -> None:
    upload = (imported if some else looked_at)(client, ("ferry.txt", briefing()))
    Upload.objects.update(state="importing", problem="")
    press(client, upload, "_discard")
    upload.refresh_from_db()
    assert upload.state == "importing"
    Upload.objects.update(problem="OSError: the disk is full")
    assert "_discard" in client.get(page_of(upload)).content.decode()
    page = text_of(press(client, upload, "_discard"))
    upload.refresh_from_db()
    assert (upload.state, Conference.objects.count()) == ("discarded", int(some))
    assert not UploadedFile.objects.exclude(data=None).exists()
    assert "Discarded by edith" in page
    assert ("What was imported until then stands. Import" if some else "Nothing was imported.") in page


def test_an_upload_discarded_while_it_is_looked_at_stays_so(client: Client) -> None:
    upload = uploaded(client, chosen("ferry.txt", briefing()))
    press(client, upload, "_discard")
    work()
    upload.refresh_from_db()
    assert upload.state == "discarded"


def test_no_byte_is_kept_once_it_is_imported(client: Client) -> None:
    imported(client, ("ferry.txt", briefing()))
    assert not UploadedFile.objects.exclude(data=None).exists()


def test_what_nobody_decides_about_for_a_week_is_discarded_by_the_next_upload(client: Client) -> None:
    old = looked_at(client, ("ferry.txt", briefing()))
    Upload.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))
    looked_at(client, ("ferry.txt", briefing()))
    old.refresh_from_db()
    assert old.state == "discarded"
    assert not old.files.exclude(data=None).exists()


def test_import_pressed_twice_imports_once(client: Client) -> None:
    upload = looked_at(client, ("ferry.txt", briefing()))
    press(client, upload, "_import")
    assert "decided already" in press(client, upload, "_import").content.decode()
    work()
    assert ImportRun.objects.count() == 1


def test_the_same_files_uploaded_twice_end_as_one(client: Client) -> None:
    first, second = looked_at(client, ("a.txt", briefing())), looked_at(client, ("a.txt", briefing()))
    press(client, first, "_import")
    press(client, second, "_import")
    work()
    assert (outcomes(first), outcomes(second)) == ({"a.txt": "created"}, {"a.txt": "unchanged"})
    assert Conference.objects.count() == 1


def test_with_nothing_to_create_or_change_there_is_nothing_to_press(client: Client) -> None:
    imported(client, ("ferry.txt", briefing()))
    upload = looked_at(client, ("ferry.txt", briefing()))
    page = client.get(page_of(upload)).content.decode()
    assert "1 unchanged" in page
    assert "_import" not in page


def test_an_archive_and_a_source_that_stands_can_be_chosen(client: Client) -> None:
    board = make.source("Harbour Board")
    archive = zipped({"2019/ferry.txt": briefing(), "2019/notes.doc": "x"})
    upload = imported(client, ("batch.zip", archive), source=str(board.pk), new_source="")
    assert Conference.objects.get().source == board
    assert Conference.objects.get().file_name == "2019/ferry.txt"
    page = text_of(client.get(page_of(upload)))
    assert "1 created 1 left out" in page
    assert "2019/notes.doc left out It is no .txt file." in page


def test_files_of_one_upload_are_never_versions_of_each_other(client: Client) -> None:
    upload = imported(client, ("a.txt", briefing()), ("b.txt", briefing(*TURNS[:4])))
    assert outcomes(upload) == {"a.txt": "created", "b.txt": "created"}


@pytest.mark.django_db(transaction=True)
def test_what_goes_wrong_in_the_middle_is_told_and_can_be_taken_up_again(client: Client) -> None:
    upload = looked_at(client, ("ferry.txt", briefing()))
    press(client, upload, "_import")
    with connection.cursor() as cursor:  # an error that is none of the file's
        cursor.execute("ALTER TABLE conferences_importedfile ADD CONSTRAINT never CHECK (path = '') NOT VALID")
    work()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE conferences_importedfile DROP CONSTRAINT never")
    assert not Conference.objects.exists()
    page = client.get(page_of(upload))
    assert "It stopped: IntegrityError" in text_of(page)
    assert "Refresh" not in page.headers
    press(client, upload, "_go_on")
    work()
    assert outcomes(upload) == {"ferry.txt": "created"}


def test_markup_in_a_file_or_its_name_is_shown_as_text(client: Client) -> None:
    upload = looked_at(client, ("<b>x<b>.txt", "<script>alert(1)</script>"))
    page = client.get(page_of(upload)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;x" in page


def test_the_list_and_a_page_take_as_many_queries_for_many_files_as_for_few(client: Client) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    few = looked_at(client, ("ferry.txt", briefing()))
    few_queries = queries(page_of(few)), queries("/admin/conferences/upload/")
    many = imported(client, *((f"{number}.txt", briefing(title=f"Briefing {number}")) for number in range(8)))
    many = looked_at(client, *((f"{number}.txt", briefing(title=f"Briefing {number}!")) for number in range(8)))
    assert (queries(page_of(many)), queries("/admin/conferences/upload/")) == few_queries


def test_an_upload_leaves_no_row_of_another_kind_behind_when_it_is_discarded(client: Client) -> None:
    upload = looked_at(client, ("ferry.txt", briefing()))
    press(client, upload, "_discard")
    assert not Source.objects.exists()
    assert not ImportedFile.objects.exists()
