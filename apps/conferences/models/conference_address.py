from django.db import models

from apps.conferences.models.conference import Conference


class ConferenceAddress(models.Model):
    """Where a conference stood before its date or slug changed; the address leads to it and is never another's.

    A trigger of the database writes it (migration 0012), so that no way of changing a date can forget to.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="earlier", editable=False)
    event_date = models.DateField(null=True, editable=False)
    slug = models.SlugField(max_length=200, editable=False)

    class Meta:
        ordering = ["conference", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["event_date", "slug"], nulls_distinct=False, name="earlier_conference_address_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_date or 'undated'}/{self.slug}"
