"""What a worker does with an upload.  Killed in the middle, it is called again and goes on."""

from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from apps.conferences.importing import Result, import_files, preview_files
from apps.conferences.importing.files import printable
from apps.conferences.importing.result import Outcome
from apps.conferences.models import Upload, UploadedFile
from apps.conferences.uploads.report import correct_outcomes
from apps.conferences.uploads.stored_file import StoredFile, stored_files
from apps.conferences.uploads.turn_changes import turn_changes
from apps.transcripts import TranscriptError

State = Upload.State


@task
def look_at_upload(pk: int) -> None:
    """The dry run: write beside each file what an import would do, and wait for a person's decision."""
    with _work_on(pk, State.LOOKING) as upload:
        if upload is None:
            return
        upload.files.update(done_at=None)  # one that was cut short begins anew: it takes no longer than reading
        files = {file.shown: file for file in stored_files(upload)}
        with closing(preview_files(files.values())) as results:
            for result in results:
                file = files[result.path]
                if not _record(upload, file.pk, result, turns=_turn_changes(result, file)):
                    return  # discarded meanwhile
        Upload.objects.filter(pk=pk, state=State.LOOKING).update(state=State.LOOKED)


@task
def import_upload(pk: int) -> None:
    """Import all files.  Those that an earlier attempt was through with are found unchanged, and keep their outcome."""
    with _work_on(pk, State.IMPORTING) as upload:
        if upload is None:
            return
        files = {file.shown: file for file in stored_files(upload)}
        with closing(import_files(files.values(), upload.decided_by)) as results:
            for result in results:
                _record(upload, files[result.path].pk, result)
        with transaction.atomic():
            correct_outcomes(upload)
            upload.files.update(data=None)
            Upload.objects.filter(pk=pk).update(state=State.DONE, finished_at=timezone.now())


@contextmanager
def _work_on(pk: int, state: str) -> Generator[Upload | None]:
    """The upload if it is still to be worked on; what stops the work is told on its page."""
    found = Upload.objects.filter(pk=pk, state=state)
    found.update(begun_at=timezone.now(), problem="")
    try:
        yield found.select_related("decided_by").first()
    except Exception as error:
        Upload.objects.filter(pk=pk).update(problem=f"{type(error).__name__}: {printable(str(error))[:500]}")
        raise


def _turn_changes(result: Result, file: StoredFile) -> dict[str, int]:
    if result.outcome != Outcome.CHANGED or result.conference is None:
        return {}
    with suppress(TranscriptError):  # discarded this moment
        return turn_changes(result.conference, file.read())
    return {}


def _record(upload: Upload, pk: int, result: Result, **more: Any) -> bool:
    """Write down the result for a file that has none of this stage; False if it had, or the upload moved on."""
    open_files = UploadedFile.objects.filter(pk=pk, done_at=None, upload__state=upload.state)
    return bool(
        open_files.update(
            outcome=result.outcome,
            conference=result.conference,
            line=result.line,
            message=result.message,
            notes=result.notes_as_data(),
            done_at=timezone.now(),
            **more,
        )
    )
