import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

if TYPE_CHECKING:
    from apps.conferences.models import Upload, UploadedFile  # noqa: F401

KEPT_UNDECIDED = datetime.timedelta(days=7)


class UploadQuerySet(models.QuerySet["Upload"]):
    def with_counts(self) -> Self:
        """Give each upload ``file_count``, and ``count_created`` and so on for each outcome."""
        outcomes = ["created", "changed", "unchanged", "failed"]
        counts = {f"count_{name}": Count("files", filter=Q(files__outcome=name)) for name in outcomes}
        return self.annotate(file_count=Count("files"), **counts)

    def forgotten(self) -> Self:
        """Those that nobody decided about for a week."""
        undecided = self.filter(state__in=["looking", "looked"])
        return undecided.filter(created_at__lt=timezone.now() - KEPT_UNDECIDED)


class UploadedFileQuerySet(models.QuerySet["UploadedFile"]):
    def taking_part(self) -> Self:
        return self.filter(refusal="")

    def listed(self) -> Self:
        """What needs a person's eye first; without the bytes."""
        order = {"failed": 1, "changed": 2, "created": 3, "": 4, "unchanged": 5}
        ranks = [models.When(outcome=outcome, then=rank) for outcome, rank in order.items()]
        first = models.When(~Q(refusal=""), then=0)
        files = self.select_related("conference").defer("data", "conference__source_text")
        return files.annotate(rank=models.Case(first, *ranks)).order_by("rank", "id")
