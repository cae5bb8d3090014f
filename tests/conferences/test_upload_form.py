"""What the form for an upload refuses, in one sentence."""

import pytest
from django.test import Client

from apps.conferences.models import Upload, UploadedFile
from tests import make
from tests.conferences.transcripts import briefing
from tests.conferences.uploading import ADD, an_editor, chosen, send, text_of, zipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(an_editor())
    return client


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"new_source": ""}, "Choose who published the files, or name a new source."),
        ({"new_source": " \t "}, "Choose who published the files, or name a new source."),
        ({"source": "1000000"}, "That choice is not one of the available choices."),
        ({"new_source": "x" * 201}, "Ensure this value has at most 200 characters"),
    ],
)
def test_an_unclear_source_is_told_in_the_form(client: Client, fields: dict[str, str], sentence: str) -> None:
    assert sentence in text_of(send(client, [chosen("ferry.txt", briefing())], **fields))
    assert not Upload.objects.exists()


def test_a_source_is_chosen_or_named_not_both(client: Client) -> None:
    response = send(client, [chosen("ferry.txt", briefing())], source=str(make.source("Harbour Board").pk))
    assert "Choose a source or name a new one, not both." in text_of(response)


def test_no_file_at_all_is_told_in_the_form(client: Client) -> None:
    assert "Choose at least one file." in text_of(send(client, []))


@pytest.mark.parametrize(
    ("members", "sentence"),
    [({}, "There is no .txt file in it."), ({"a.doc": "x", "b.doc": "y"}, "b.doc: It is no .txt file.")],
)
def test_an_archive_without_a_transcript_is_told_in_the_form(
    client: Client, members: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(send(client, [chosen("batch.zip", zipped(members))]))
    assert not Upload.objects.exists()


def test_too_much_is_told_in_the_form_and_nothing_of_it_kept(client: Client) -> None:
    many = zipped({f"{number}.txt": str(number) for number in range(2001)})
    assert "There are more than 2,000 files" in text_of(send(client, [chosen("many.zip", many)]))
    assert not UploadedFile.objects.exists()


def test_more_than_a_hundred_files_at_once_are_asked_for_as_an_archive(client: Client) -> None:
    response = send(client, [chosen(f"{number}.txt", str(number)) for number in range(101)])
    assert response.status_code == 413
    assert "More than 100 files were chosen; put them into a .zip archive." in text_of(response)


def test_a_body_larger_than_any_upload_is_refused_before_it_is_read(client: Client) -> None:
    response = client.generic("POST", ADD, b"0" * (101 * 2**20), content_type="multipart/form-data; boundary=x")
    assert response.status_code == 413
    assert "The files have 101 MB, and 100 MB can be sent at once." in text_of(response)


def test_a_form_of_another_site_uploads_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(an_editor())
    assert send(client, [chosen("ferry.txt", briefing())]).status_code == 403
    assert not Upload.objects.exists()
