from django.db import models

from apps.conferences.models.turn import Turn
from apps.conferences.words import words_hash


class TurnVersion(models.Model):
    """What a turn said before its text changed, for links that cite it.

    A trigger of the database writes it (migration 0002), so that no way of changing a text can forget to.
    """

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="versions", editable=False)
    text = models.TextField(editable=False)
    replaced_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["turn", "-replaced_at", "-id"]

    def __str__(self) -> str:
        return f"Until {self.replaced_at:%-d %B %Y}: {self.text[:60]}"

    @property
    def words_hash(self) -> str:
        """What citations of these words carry."""
        return words_hash(self.text)
