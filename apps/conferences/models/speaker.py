from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.history.track import tracked


@tracked("name", "slug", "aliases", "merged_into")
class Speaker(models.Model):
    """One person across conferences.  Two people of one name are two rows, told apart by slug."""

    name = models.CharField("full name", max_length=200, db_index=True)
    slug = models.SlugField(max_length=220, unique=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other full names that transcripts print for this person, separated by commas.",
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        help_text="The speaker that this one turned out to be.",
    )

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="speaker_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(name=""), name="speaker_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("browse:speaker", args=[self.slug])
