from django.db import models


class Source(models.Model):
    """A publisher or a collection that transcripts come from: NATO, Iran Watch."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)
    url = models.URLField("web address", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
