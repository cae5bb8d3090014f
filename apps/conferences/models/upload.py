from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q

from apps.conferences.models.conference import Conference
from apps.conferences.models.import_run import ImportedFile
from apps.conferences.uploads.querysets import UploadedFileQuerySet, UploadQuerySet

Outcome = ImportedFile.Outcome


class Upload(models.Model):
    """Files that came by the browser: first looked at, then imported or discarded as a person says."""

    class State(models.TextChoices):
        LOOKING = "looking", "dry run"
        LOOKED = "looked", "to be decided"
        IMPORTING = "importing", "being imported"
        DONE = "done", "imported"
        DISCARDED = "discarded", "discarded"

    source = models.CharField(max_length=200, editable=False)
    user = models.ForeignKey(get_user_model(), models.SET_NULL, null=True, editable=False, related_name="+")
    created_at = models.DateTimeField("uploaded", auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.LOOKING, editable=False)
    decided_by = models.ForeignKey(get_user_model(), models.SET_NULL, null=True, editable=False, related_name="+")
    decided_at = models.DateTimeField(null=True, editable=False)
    queued_at = models.DateTimeField(null=True, editable=False)
    begun_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)
    problem = models.TextField(blank=True, editable=False)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        default_permissions = ()  # who may import may upload
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["looking", "looked", "importing", "done", "discarded"]),
                name="upload_state_known",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="upload_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"Upload of {self.created_at:%-d %B %Y, %H:%M}"

    @property
    def is_at_work(self) -> bool:
        return self.state in {self.State.LOOKING, self.State.IMPORTING}


class UploadedFile(models.Model):
    """One file of an upload: its bytes until the upload is decided, and what would or did become of it."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    name = models.CharField(max_length=500)
    data = models.BinaryField(null=True, help_text="None: refused, or the upload is done with.")
    refusal = models.TextField(blank=True, help_text="Why it takes no part in the import.")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    conference = models.ForeignKey(Conference, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    line = models.PositiveIntegerField(null=True)
    message = models.TextField(blank=True)
    notes = models.JSONField(default=list, help_text="[{line, message, text}], lines counted from 1.")
    turns = models.JSONField(default=dict, help_text="{new, changed, withdrawn}, where a conference would change.")
    done_at = models.DateTimeField(null=True, help_text="When the dry run, or later the import, was through with it.")

    objects = UploadedFileQuerySet.as_manager()

    class Meta:
        ordering = ["upload", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["upload", "name"], condition=Q(refusal=""), name="uploaded_file_name_unique_in_upload"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "created", "changed", "unchanged", "failed"]),
                name="uploaded_file_outcome_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name
