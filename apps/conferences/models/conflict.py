from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q

from apps.conferences.models.conference import Conference
from apps.conferences.models.decided import DecidedFields
from apps.conferences.models.import_run import ImportRun
from apps.conferences.models.turn import Turn
from apps.conferences.querysets import ConflictQuerySet
from apps.history.track import tracked


@tracked(
    "conference",
    "turn",
    "field",
    "mine",
    "theirs",
    "before",
    "found_at",
    "run",
    "settled",
    "settled_at",
    "settled_by",
)
class Conflict(models.Model):
    """A field where the source says something new since a person decided; theirs stands until one is chosen.

    Values are ``plain`` data (models/decided.py).  ``before`` is what the source said when the person decided.
    """

    class Settled(models.TextChoices):
        OPEN = "", "to settle"
        MINE = "mine", "ours kept"
        THEIRS = "theirs", "source's taken"
        GONE = "gone", "nothing differs any more"

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="conflicts")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, null=True, related_name="conflicts")
    field = models.CharField(max_length=50)
    mine = models.JSONField("ours", null=True)
    theirs = models.JSONField("the source's", null=True)
    before = models.JSONField("the source's before", null=True)
    found_at = models.DateTimeField("found")
    run = models.ForeignKey(ImportRun, on_delete=models.SET_NULL, null=True, verbose_name="import")
    settled = models.CharField("state", max_length=10, choices=Settled, blank=True, default=Settled.OPEN)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(get_user_model(), on_delete=models.SET_NULL, null=True)

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "turn", "field"], nulls_distinct=False, name="conflict_unique_on_its_field"
            ),
            models.CheckConstraint(
                condition=Q(settled="", settled_at=None) | (~Q(settled="") & Q(settled_at__isnull=False)),
                name="conflict_settled_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_field.verbose_name} of {self.about}"

    @property
    def about(self) -> Conference | Turn:
        """The row that holds the field."""
        return self.turn or self.conference

    @property
    def is_open(self) -> bool:
        """Whether there is something to settle: as ``ConflictQuerySet.open`` has it."""
        return not self.settled and not (self.turn and self.turn.withdrawn_at)

    @property
    def row_field(self) -> Any:
        """The field itself."""
        model: type[DecidedFields] = Turn if self.turn_id else Conference
        return model._meta.get_field(self.field)
