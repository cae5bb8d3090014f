from datetime import date

from django.db import models
from django.db.models import Q

from apps.conferences.links import conference_link
from apps.conferences.models.decided import DecidedFields
from apps.conferences.models.source import Source
from apps.conferences.querysets import ConferenceQuerySet
from apps.history.track import tracked

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)
"""What Python can hold; PostgreSQL knows more, and a row that cannot be read would break every list."""


@tracked(
    "source",
    "key",
    "slug",
    "title",
    "subtitle",
    "event_date",
    "updated",
    "location",
    "delivery",
    "is_excerpt",
    "language",
    "source_url",
    "decided_fields",
    "source_values",
)
class Conference(DecidedFields):
    """One press conference of one source, with the source text it was read from.

    A reader addresses it by date and slug; the slug never changes.  ``key`` is what an import knows
    it by within its source.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="conferences")
    key = models.CharField(max_length=300, editable=False)
    slug = models.SlugField(max_length=200)
    title = models.CharField(max_length=500)
    subtitle = models.CharField(max_length=500, blank=True)
    event_date = models.DateField(null=True, blank=True, db_index=True, help_text="Empty: the source tells no date.")
    updated = models.DateField(null=True, blank=True, help_text="When the source says that it last changed the page.")
    location = models.CharField(max_length=300, blank=True)
    delivery = models.CharField("delivery note", max_length=200, blank=True, help_text="“As delivered”, for example.")
    is_excerpt = models.BooleanField("excerpt", default=False)
    language = models.CharField(max_length=8, default="en", help_text="Two letters; “und” where not known.")
    source_url = models.URLField("web address", max_length=1000, blank=True)
    file_name = models.CharField(max_length=500, editable=False)
    source_text = models.TextField(editable=False)
    source_sha256 = models.CharField("SHA-256 of the file", max_length=64, editable=False)
    word_count = models.PositiveIntegerField(editable=False)
    imported_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        ordering = [models.F("event_date").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="conference_key_unique_in_source"),
            models.UniqueConstraint(
                fields=["event_date", "slug"], nulls_distinct=False, name="conference_address_unique"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="conference_has_a_title"),
            models.CheckConstraint(condition=~Q(slug=""), name="conference_has_a_slug"),
            models.CheckConstraint(condition=~Q(language=""), name="conference_has_a_language"),
            models.CheckConstraint(
                condition=Q(event_date__isnull=True) | Q(event_date__range=(EARLIEST, LATEST)),
                name="conference_event_date_in_range",
                violation_error_message="A conference's date lies between the years 1 and 9999.",
            ),
            models.CheckConstraint(
                condition=Q(updated__isnull=True) | Q(updated__range=(EARLIEST, LATEST)),
                name="conference_updated_in_range",
                violation_error_message="The source's date lies between the years 1 and 9999.",
            ),
            models.CheckConstraint(condition=Q(source_sha256__regex="^[0-9a-f]{64}$"), name="conference_sha256_is_hex"),
        ]
        indexes = [
            models.Index(fields=["source", "source_sha256"], name="conference_by_sha256"),
            models.Index(fields=["source", "file_name"], name="conference_by_file_name"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.event_date or 'no date'})"

    def get_absolute_url(self) -> str:
        return conference_link(self.event_date, self.slug)
