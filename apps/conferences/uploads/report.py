"""What the import of an upload left behind."""

from django.db.models import QuerySet

from apps.conferences.models import ImportedFile, ImportRun, Upload
from apps.conferences.uploads.stored_file import called


def runs_of(upload: Upload) -> QuerySet[ImportRun]:
    """The import's runs: one, and another each time that it was cut short and went on.  None if nothing changed."""
    return ImportRun.objects.filter(pk__in=_rows(upload).values("run"))


def correct_outcomes(upload: Upload) -> None:
    """A file whose import ended in the moment before a worker was killed was found unchanged by the next."""
    written = _rows(upload).filter(outcome__in=["created", "changed"]).values_list("path", "outcome")
    outcomes = dict(written)
    for file in upload.files.filter(outcome="unchanged").defer("data"):
        if outcome := outcomes.get(f"{called(upload.pk)}{file.name}"):
            upload.files.filter(pk=file.pk).update(outcome=outcome)


def _rows(upload: Upload) -> QuerySet[ImportedFile]:
    return ImportedFile.objects.filter(run__started_at__gte=upload.created_at, path__startswith=called(upload.pk))
