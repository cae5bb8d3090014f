"""What editors sent by the browser, after a move."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.conferences.models import Upload, UploadedFile
from tests.archive.moving import empty_the_record, export_to, move, restore, rows
from tests.conferences.transcripts import briefing
from tests.conferences.uploading import chosen, page_of, press, text_of, uploaded, work

pytestmark = pytest.mark.django_db


def test_the_report_of_an_upload_moves_and_the_next_one_has_another_number(
    admin_client: Client, tmp_path: Path
) -> None:
    done = uploaded(admin_client, chosen("ferry.txt", briefing()), chosen("letter.txt", b"%PDF-1.7"))
    work()
    press(admin_client, done, "_import")
    work()
    before, page = rows(), text_of(admin_client.get(page_of(done)))
    assert "The file is a PDF" in page
    move(tmp_path / "archive")
    assert rows() == before
    assert text_of(admin_client.get(page_of(done))) == page
    assert uploaded(admin_client, chosen("b.txt", briefing(title="Weekly briefing"))).pk > done.pk


def test_an_upload_that_waits_stays_where_it_was_sent_and_its_number_is_not_given_again(
    admin_client: Client, tmp_path: Path
) -> None:
    waiting = uploaded(admin_client, chosen("ferry.txt", briefing()))
    move(tmp_path / "archive")
    assert not Upload.objects.exists()
    assert not UploadedFile.objects.exists()
    assert uploaded(admin_client, chosen("ferry.txt", briefing())).pk > waiting.pk


@pytest.mark.parametrize("name", ["Jana Nováková (temp)", "DOMAIN\\jana", "two\nlines", "x" * 150])
def test_an_account_of_any_name_moves(name: str, tmp_path: Path) -> None:
    user = User.objects.create(username=name)
    Upload.objects.create(source="Meridian Alliance", user=user, state="discarded")
    archive = export_to(tmp_path / "archive")
    empty_the_record()
    user.delete()
    restore(archive)
    made = User.objects.get(username=name)
    assert Upload.objects.get().user == made
    assert not made.is_active
    assert not made.has_usable_password()
