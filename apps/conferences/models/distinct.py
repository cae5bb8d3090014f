from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F, Q

from apps.conferences.models.organisation import Organisation
from apps.conferences.models.speaker import Speaker
from apps.history.track import tracked


class Distinct(models.Model):
    """A person's word that two of alike names are not the same.  ``one`` is the row that came first."""

    decided_by = models.ForeignKey(get_user_model(), on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="%(class)s_said_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="%(class)s_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other} are not the same"  # type: ignore[attr-defined]


@tracked("one", "other", "decided_by", "decided_at")
class DistinctSpeakers(Distinct):
    one = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+")

    class Meta(Distinct.Meta):
        verbose_name = verbose_name_plural = "distinct speakers"


@tracked("one", "other", "decided_by", "decided_at")
class DistinctOrganisations(Distinct):
    one = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    class Meta(Distinct.Meta):
        verbose_name = verbose_name_plural = "distinct organisations"
