from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from apps.conferences.links import link
from apps.conferences.models.conference import Conference
from apps.conferences.models.decided import DecidedFields
from apps.conferences.models.organisation import Organisation
from apps.conferences.models.speaker import Speaker
from apps.conferences.querysets import TurnQuerySet
from apps.conferences.words import words_hash
from apps.history.track import tracked
from apps.transcripts import Kind


@tracked(
    "conference",
    "public_id",
    "kind",
    "label",
    "speaker",
    "organisation",
    "role",
    "text",
    "decided_fields",
    "source_values",
    "withdrawn_at",
)
class Turn(DecidedFields):
    """One person's uninterrupted speech.

    ``label`` is what the source prints before it and is kept beside the identity, which may be unknown.
    A turn that a later version of the source no longer holds is withdrawn: it loses its position, never its row.
    """

    KINDS = [(kind.value, kind.value.capitalize()) for kind in Kind]

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="turns")
    public_id = models.CharField(max_length=16, unique=True, editable=False)
    position = models.PositiveIntegerField(null=True, editable=False)
    exchange = models.PositiveIntegerField(editable=False, help_text="Question and answer group; 0 before the first.")
    kind = models.CharField(max_length=10, choices=KINDS)
    label = models.CharField("label as printed", max_length=500, blank=True, editable=False)
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="turns")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="turns"
    )
    role = models.CharField("office as printed", max_length=300, blank=True)
    text = models.TextField(help_text="Paragraphs are separated by an empty line.", blank=True)
    first_line = models.PositiveIntegerField(editable=False)
    last_line = models.PositiveIntegerField(editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = TurnQuerySet.as_manager()

    class Meta:
        ordering = ["conference", F("position").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "position"],
                name="turn_position_unique",
                deferrable=models.Deferrable.DEFERRED,  # a re-import moves turns past each other
            ),
            models.CheckConstraint(
                condition=Q(position__isnull=True, withdrawn_at__isnull=False)
                | Q(position__isnull=False, withdrawn_at__isnull=True),
                name="turn_stands_or_is_withdrawn",
            ),
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in Kind]), name="turn_kind_known"),
            models.CheckConstraint(
                condition=Q(first_line__gte=1, last_line__gte=F("first_line")), name="turn_lines_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["speaker", "conference"], name="turn_by_speaker"),
            HashIndex(fields=["text"], name="turn_by_text"),  # finds a speech again, whatever it is called by now
        ]

    def __str__(self) -> str:
        return f"{self.label or self.get_kind_display()}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """Where it is read: on the page of its conference that holds it, or by itself once it is withdrawn."""
        if self.withdrawn_at:
            return self.permalink
        return f"{self.conference.get_absolute_url()}?turn={self.public_id}#{self.anchor}"

    @property
    def permalink(self) -> str:
        """The address that outlives whatever happens to the turn and its conference."""
        return link("browse:turn", self.public_id)

    @property
    def words_hash(self) -> str:
        """What a citation carries, to tell later whether these are still the words."""
        return words_hash(self.text)

    @property
    def anchor(self) -> str:
        return f"t-{self.public_id}"

    @property
    def printed_text(self) -> str:
        """What the source says, whatever a person made of it."""
        return str(self.source_values.get("text", self.text))

    @property
    def paragraphs(self) -> list[str]:
        return self.text.split("\n\n")
