"""The questions that can be asked of the record."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from apps.conferences.models import Conference, Turn  # noqa: F401


class ConferenceQuerySet(models.QuerySet["Conference"]):
    def newest_first(self) -> Self:
        """By the event's date; undated ones last."""
        return self.order_by(models.F("event_date").desc(nulls_last=True), "-id")


class TurnQuerySet(models.QuerySet["Turn"]):
    def standing(self) -> Self:
        """Turns that the source's present version holds."""
        return self.filter(withdrawn_at=None)

    def in_order(self) -> Self:
        return self.order_by("position")
