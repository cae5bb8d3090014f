from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from apps.annotations.querysets import TopicQuerySet
from apps.conferences.links import link
from apps.history.track import tracked


@tracked("parent", "name", "slug", "description", "source_labels")
class Topic(models.Model):
    """What a turn or a conference is about.  Two levels: a topic with a parent has no topics below it."""

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, unique=True)
    description = models.TextField(blank=True)
    source_labels = ArrayField(
        models.CharField(max_length=100),
        default=list,
        blank=True,
        help_text="Words that publishers print for it in their own topic lists, separated by commas.",
    )

    listed = models.JSONField(default=dict, db_default={}, blank=True, editable=False)
    """What the topic list said when it was last loaded; empty where the topic is from no list."""

    conference_count: int  # only where ``with_conference_counts`` was asked for

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"], nulls_distinct=False, name="topic_name_unique_in_parent"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(slug=""), name="topic_has_a_name_and_a_slug"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="topic_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return link("browse:topic", self.slug)

    def clean(self) -> None:
        if self.parent is not None and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": "Topics have two levels: choose a topic that has no parent itself."})
        if self.parent is not None and self.pk and self.children.exists():
            raise ValidationError({"parent": "This topic has topics below it, so it cannot go below another."})


@tracked("topic", "text", "weight", "must_not")
class TopicPhrase(models.Model):
    """Words that suggest a topic, wherever they stand in a turn.  Upper and lower case are the same, and plurals."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="phrases")
    text = models.CharField("phrase", max_length=200)
    weight = models.FloatField(
        default=1,
        validators=[MinValueValidator(0.1), MaxValueValidator(5)],
        help_text="1: once is enough. 0.5: it must be said twice, or beside another phrase, before readers see it.",
    )
    must_not = models.BooleanField(
        default=False, help_text="Where these words stand, shorter phrases of the topic within them do not count."
    )

    class Meta:
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint("topic", Lower("text"), name="topic_phrase_unique"),
            models.CheckConstraint(condition=~Q(text=""), name="topic_phrase_has_text"),
            models.CheckConstraint(condition=Q(weight__range=(0.1, 5)), name="topic_phrase_weight_in_range"),
        ]

    def __str__(self) -> str:
        return self.text
