from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F, Q

from apps.conferences.models.conference import Conference


class ImportRun(models.Model):
    """One import that changed or failed something.  One that found everything as it was leaves no row."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(get_user_model(), on_delete=models.SET_NULL, null=True, blank=True)
    unchanged = models.PositiveIntegerField("unchanged files", default=0)

    class Meta:
        ordering = ["-started_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="import_run_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"Import of {self.started_at:%-d %B %Y, %H:%M}"


class ImportedFile(models.Model):
    """What an import did with one file, and what it has to say about it."""

    class Outcome(models.TextChoices):
        CREATED = "created"
        CHANGED = "changed"
        UNCHANGED = "unchanged"
        FAILED = "failed"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=1000)
    outcome = models.CharField(max_length=10, choices=Outcome)
    # Without a constraint, so that the link of a deleted conference is there again when an undo brings it back.
    conference = models.ForeignKey(
        Conference, models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="imports"
    )
    line = models.PositiveIntegerField(null=True, blank=True)
    message = models.TextField(blank=True)
    notes = models.JSONField(default=list, blank=True, help_text="[{line, message, text}], lines counted from 1.")

    class Meta:
        ordering = ["run", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["created", "changed", "unchanged", "failed"]),
                name="imported_file_outcome_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.outcome}"
