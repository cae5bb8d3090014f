from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from apps.history.track import tracked


@tracked("name", "slug", "aliases", "merged_into")
class Organisation(models.Model):
    """An outlet or a body, as printed beside a name: Europa Press, Ministry of Defence."""

    name = models.CharField(max_length=200, db_index=True)
    slug = models.SlugField(max_length=220, unique=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names that transcripts print for it, separated by commas.",
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        help_text="The organisation that this one turned out to be.",
    )

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="organisation_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
