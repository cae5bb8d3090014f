"""The ImportRun that remembers what an import did."""

from django.contrib.auth.models import User
from django.utils import timezone

from apps.conferences.importing.result import Result
from apps.conferences.models import ImportedFile, ImportRun


class ImportLog:
    """Makes the ImportRun when there is first something to tell; an import that changes nothing leaves no row."""

    def __init__(self, user: User | None = None) -> None:
        self.user = user
        self.run: ImportRun | None = None
        self.unchanged = 0

    def write(self, result: Result) -> ImportRun:
        """Add a row.  Inside a transaction, set ``run`` to what this returns only when that has ended well."""
        run = self.run or ImportRun.objects.create(user=self.user)
        ImportedFile.objects.create(
            run=run,
            path=result.path[-1000:],
            outcome=result.outcome,
            conference=result.conference,
            line=result.line,
            message=result.message,
            notes=result.notes_as_data(),
        )
        return run

    def finish(self) -> None:
        if self.run:
            self.run.unchanged = self.unchanged
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["unchanged", "finished_at"])
