from django.db import models

from apps.conferences.models.turn import Turn


class TurnKey(models.Model):
    """Another key that leads to a turn: the public id that a later version of its words would have got by itself.

    So sites that imported the same versions in another order know each other's links.
    """

    key = models.CharField(max_length=16, unique=True, editable=False)
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="keys", editable=False)

    class Meta:
        ordering = ["turn", "id"]

    def __str__(self) -> str:
        return self.key
