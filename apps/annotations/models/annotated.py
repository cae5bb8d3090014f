from django.db import models

from apps.annotations.pending import AnnotatedTurnQuerySet
from apps.conferences.models import Turn


class AnnotatedTurn(models.Model):
    """What a turn's words were when it was last annotated, as a hash with their language, and by which version."""

    turn = models.OneToOneField(Turn, on_delete=models.CASCADE, primary_key=True, related_name="annotated")
    words = models.CharField(max_length=32)
    version = models.CharField(max_length=16)

    objects = AnnotatedTurnQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.turn_id}: {self.words} by {self.version}"
