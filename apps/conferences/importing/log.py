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

    def who(self) -> dict[str, int]:
        """The user of the import as the history names one; nothing where the run has none of its own."""
        return {"user": self.user.pk} if self.user else {}

    def start(self) -> ImportRun:
        """The run.  Inside a transaction, set ``run`` to what this returns only when that has ended well."""
        return self.run or ImportRun.objects.create(user=self.user)

    def write(self, result: Result, run: ImportRun) -> None:
        """Add a row to the run."""
        ImportedFile.objects.create(
            run=run,
            path=result.path[-1000:],
            outcome=result.outcome,
            conference=result.conference,
            line=result.line,
            message=result.message,
            notes=result.notes_as_data(),
        )

    def finish(self) -> None:
        if self.run:
            self.run.unchanged = self.unchanged
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["unchanged", "finished_at"])
