"""Uploads for tests, as a browser would send them."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from apps.conferences.models import Upload

ADD = "/admin/conferences/upload/add/"
SOURCE = "Meridian Alliance"


def an_editor() -> User:
    """Somebody who may import."""
    user = User.objects.create_user("edith", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="add_importrun"))
    return user


def chosen(name: str, data: str | bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def zipped(members: Mapping[Any, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these names and contents."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def send(client: Client, files: Iterable[SimpleUploadedFile], **fields: str) -> Any:
    """Fill in the form and send it."""
    return client.post(ADD, {"transcripts": list(files), "new_source": SOURCE, **fields})


def uploaded(client: Client, *files: SimpleUploadedFile, **fields: str) -> Upload:
    """Send files that there is something to import of; the upload that comes of it."""
    response = send(client, files, **fields)
    assert response.status_code == 302, text_of(response)
    return Upload.objects.latest("pk")


def work() -> None:
    """Do all tasks that are due as a worker does, but in the transaction of the test."""
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name="default",
        worker_id="test",
        batch=True,
        interval=0,
        startup_delay=False,
        max_tasks=None,
    )
    while task := DBTaskResult.objects.ready().first():
        task.claim("test")
        worker.run_task(task)


def page_of(upload: Upload) -> str:
    return reverse("admin:conferences_upload_change", args=[upload.pk])


def press(client: Client, upload: Upload, button: str) -> Any:
    return client.post(page_of(upload), {button: "1"}, follow=True)


def text_of(response: Any) -> str:
    """What the page says, without its markup."""
    content = response.content.decode().split('id="content"')[-1]
    return " ".join(re.sub("<[^>]+>", " ", content).replace("&#x27;", "'").split())
