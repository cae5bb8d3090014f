from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from apps.history.track import tracked


@tracked("name", "slug", "aliases", "url")
class Source(models.Model):
    """A publisher or a collection that transcripts come from: NATO, Iran Watch."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names that imports give it, such as an earlier one or a folder's, separated by commas.",
    )
    url = models.URLField("web address", blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(slug=""), name="source_has_a_name_and_a_slug"),
        ]

    def __str__(self) -> str:
        return self.name
