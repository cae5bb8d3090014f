"""From chosen files to an Upload in the database, where every web machine and worker finds it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile as ChosenFile
from django.db import transaction

from apps.conferences.models import Upload, UploadedFile
from apps.conferences.uploads.deciding import discard_forgotten, queue
from apps.conferences.uploads.limits import MB
from apps.conferences.uploads.receiving import receive

BATCH = 8 * MB
MOST_TOLD = 20


class NothingToImportError(Exception):
    """All files were refused: a list of sentences."""

    def __init__(self, refusals: list[str]) -> None:
        super().__init__(refusals)
        self.refusals = refusals


@transaction.atomic
def store(chosen: Iterable["ChosenFile[Any]"], source: str, user: User) -> Upload:
    """Keep what there is to import and have a worker look at it.  Raises TooMuchError and NothingToImportError."""
    discard_forgotten()
    upload = Upload.objects.create(source=source, user=user)
    refusals: list[str] = []
    batch: list[UploadedFile] = []
    size = usable = 0
    for name, data, refusal in receive(chosen):
        batch.append(UploadedFile(upload=upload, name=name, data=None if refusal else data, refusal=refusal))
        size += len(data)
        if refusal:
            refusals.append(f"{name}: {refusal}")
        else:
            usable += 1
        if size > BATCH:
            UploadedFile.objects.bulk_create(batch)
            batch, size = [], 0
    if not usable:
        more = [f"And {len(refusals) - MOST_TOLD} more."] if len(refusals) > MOST_TOLD else []
        raise NothingToImportError([*refusals[:MOST_TOLD], *more] or ["There is no .txt file in it."])
    UploadedFile.objects.bulk_create(batch)
    queue(upload)
    return upload
