"""The questions that can be asked of topics and tags."""

from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

if TYPE_CHECKING:
    from apps.annotations.models import Tag, Topic  # noqa: F401

SHOWN_FROM_SCORE = 0.5


class TopicQuerySet(models.QuerySet["Topic"]):
    def top_level(self) -> Self:
        return self.filter(parent=None)


class TagQuerySet(models.QuerySet["Tag"]):
    def shown(self) -> Self:
        """What readers see: confirmed ones (by a person or by the source) and suggestions that score enough.

        A topic that was rejected for the whole conference hides it on every turn that a machine tagged.
        """
        rejected_for_conference = self.model.objects.filter(
            conference=OuterRef("conference"), topic=OuterRef("topic"), turn=None, status="rejected"
        )
        return self.filter(
            Q(status="confirmed")
            | Q(status="suggested", score__gte=SHOWN_FROM_SCORE) & ~Exists(rejected_for_conference),
        ).filter(Q(turn=None) | Q(turn__withdrawn_at=None))

    def undecided(self) -> Self:
        """Those that no person has judged: what a machine may replace."""
        return self.filter(decided_at=None)

    def confirm(self, user: AbstractBaseUser) -> int:
        """Mark all as right, decided by ``user`` now; returns how many."""
        return self._decide("confirmed", user)

    def reject(self, user: AbstractBaseUser) -> int:
        """Mark all as wrong, decided by ``user`` now; returns how many.  Rejected stays rejected."""
        return self._decide("rejected", user)

    def _decide(self, status: str, user: Any) -> int:
        return self.update(status=status, decided_by=user, decided_at=timezone.now())
