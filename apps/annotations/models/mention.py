from django.conf import settings
from django.db import models
from django.db.models import F, Q

from apps.annotations.entity_querysets import MentionQuerySet
from apps.annotations.models.entity import Entity
from apps.conferences.models import Turn
from apps.history.track import tracked


@tracked("turn", "entity", "start", "end", "lost_words", "label", "origin", "status", "decided_by", "decided_at")
class Mention(models.Model):
    """Where a turn names an entity: characters ``start`` to ``end`` of its text.

    The place moves with the words when the text changes, whoever changes it.  Where they are gone it is empty, and
    ``lost_words`` keeps them in case they come back (migrations 0015, 0018).
    ``label`` is spaCy's (GPE, NORP, PERSON, ...).  Origin "source": a name from the transcript's own labels;
    "rule": from the gazetteer; "model": the model found it.
    ``score`` follows from origin and label (``mention_scores``); nobody corrects it, so it has no history.
    """

    class Origin(models.TextChoices):
        SOURCE = "source"
        RULE = "rule"
        MODEL = "model"
        HUMAN = "human"

    class Status(models.TextChoices):
        SUGGESTED = "suggested"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="mentions")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="mentions")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    lost_words = models.TextField(default="", db_default="", blank=True, editable=False)
    label = models.CharField(max_length=20)
    origin = models.CharField(max_length=10, choices=Origin)
    score = models.FloatField(null=True, editable=False, help_text="How sure the machine is, from 0 to 1.")
    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["turn", "start"]
        constraints = [
            models.UniqueConstraint(fields=["turn", "start", "end"], name="mention_unique_on_its_place"),
            models.CheckConstraint(
                condition=(Q(start__isnull=False, end__isnull=False, lost_words="") & Q(start__lt=F("end")))
                | (Q(start__isnull=True, end__isnull=True) & ~Q(lost_words="")),
                name="mention_has_words",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["source", "rule", "model", "human"]), name="mention_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "confirmed", "rejected"]), name="mention_status_known"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 1)), name="mention_score_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=Q(status="suggested", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(status="suggested") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="mention_decided_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entity} in {self.turn}"

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Its place, or none where its words are gone."""
        return [] if self.start is None or self.end is None else [(self.start, self.end)]
