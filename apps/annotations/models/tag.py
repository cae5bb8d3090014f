from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from apps.annotations.models.topic import Topic
from apps.annotations.querysets import TagQuerySet
from apps.conferences.models import Conference, Turn
from apps.history.track import tracked


@tracked(
    "conference",
    "turn",
    "topic",
    "origin",
    "status",
    "score",
    "model",
    "evidence",
    "decided_by",
    "decided_at",
)
class Tag(models.Model):
    """One topic on one turn, or on a whole conference (``turn`` empty): who says so, why, and what people decided.

    ``score`` is the phrases', or that of the version of the model that ``model`` names.
    ``evidence`` is a list of ``[start, end]`` character offsets into the turn's text; ``lost_words`` keeps what
    a person judged by and no longer stands there, in case it comes back (migration 0018).  That the turn
    belongs to the conference is a constraint of the database (migration 0002).
    """

    MOVES_WITH_WORDS = ("evidence",)

    class Origin(models.TextChoices):
        SOURCE = "source"
        RULE = "rule"
        MODEL = "model"
        HUMAN = "human"

    class Status(models.TextChoices):
        SUGGESTED = "suggested"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="tags")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, null=True, blank=True, related_name="tags")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="tags")
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.HUMAN)
    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    score = models.FloatField(null=True, blank=True, help_text="How sure the machine is, from 0 to 1.")
    model = models.CharField(max_length=16, blank=True, default="", db_default="", editable=False)
    evidence = models.JSONField(default=list, blank=True, editable=False)
    lost_words = ArrayField(models.TextField(), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["conference", "turn", "topic"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "turn", "topic"], nulls_distinct=False, name="tag_unique_on_its_place"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["source", "rule", "model", "human"]), name="tag_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "confirmed", "rejected"]), name="tag_status_known"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 1)), name="tag_score_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True) | ~Q(status="suggested"), name="tag_decided_is_not_suggested"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="tag_decided_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(status="suggested") | Q(origin="source") | Q(decided_at__isnull=False),
                name="tag_only_people_and_sources_decide",
            ),
        ]
        indexes = [models.Index(fields=["topic", "status", "conference"], name="tag_by_topic")]

    def __str__(self) -> str:
        return f"{self.topic} ({self.status})"
