from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.annotations.models.topic import Topic
from apps.annotations.reports import ReportQuerySet
from apps.conferences.models import Conference, Turn


class Report(models.Model):
    """What a reader says is wrong: with a topic, or, ``topic`` empty, with what it stands on.

    That is a turn, or, ``turn`` empty, the conference as a whole.

    ``reporter`` is a keyed hash of the address that it came from, to limit how many do; it is shown to nobody.
    """

    LONGEST = 1000

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="reports")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, null=True, blank=True, related_name="reports")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    words = models.TextField(max_length=LONGEST)
    reporter = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField("sent", auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    closed_at = models.DateTimeField("closed", null=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True, closed_at__isnull=True)
                | Q(closed_by__isnull=False, closed_at__isnull=False),
                name="report_closed_by_whom_and_when",
            ),
        ]
        indexes = [models.Index(fields=["reporter", "created_at"], name="report_by_reporter")]

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def place(self) -> str:
        """The address of what it is about."""
        return self.turn.permalink if self.turn else self.conference.get_absolute_url()
