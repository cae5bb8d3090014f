from django.db import models

from apps.annotations.pending import PendingQuerySet
from apps.conferences.models import Conference


class PendingAnnotation(models.Model):
    """A conference with turns that are new, say something else since they were annotated, or lost a decision.

    The database itself adds the row, in the transaction of the change and whoever makes it (migrations 0005, 0018).
    ``waits_for`` is the ``names_version`` of who alone can annotate it; empty where anybody can.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, primary_key=True, related_name="+")
    since = models.DateTimeField(db_index=True)
    waits_for = models.CharField(max_length=16, default="", db_default="")

    objects = PendingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.conference} waits since {self.since}"
