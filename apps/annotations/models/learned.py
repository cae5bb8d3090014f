from typing import Any

from django.db import models
from django.db.models import Q

from apps.annotations.learning.enough import READ_WEIGHT
from apps.annotations.models.topic import Topic
from apps.annotations.topic_model_querysets import TopicModelQuerySet


class TopicModel(models.Model):
    """The model of topics, one at most: when it was trained, on how much, and the words that it knows.

    ``decisions`` on ``turns`` is what it was trained on, ``learned`` how many topics it scores.
    ``words`` and ``rarity`` (inverse document frequencies) belong together, item by item.
    """

    version = models.CharField(max_length=16, unique=True)
    trained_at = models.DateTimeField()
    decisions = models.PositiveIntegerField()
    turns = models.PositiveIntegerField()
    learned = models.PositiveIntegerField()
    words: Any = models.JSONField(default=list)
    rarity: Any = models.JSONField(default=list)

    objects = TopicModelQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.version


class LearnedTopic(models.Model):
    """What the model makes of a topic about which people decided, and how right that was on turns it had not seen.

    Where the topic stays with its phrases there is no ``intercept`` and no ``weights``, which are one for each word of
    the model; where there were too few decisions to take them, no figures either.  ``rules_f1`` is how well the phrases
    alone do on the same turns, ``yes_f1`` how well who says yes to all of them.
    """

    model = models.ForeignKey(TopicModel, on_delete=models.CASCADE, related_name="topics")
    topic = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="learned")
    confirmed = models.PositiveIntegerField()
    rejected = models.PositiveIntegerField()
    read = models.PositiveIntegerField()
    precision = models.FloatField(null=True)
    recall = models.FloatField(null=True)
    f1 = models.FloatField(null=True)
    brier = models.FloatField(null=True)
    rules_f1 = models.FloatField(null=True)
    intercept = models.FloatField(null=True)
    weights: Any = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        ordering = ["topic__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(precision=None, recall=None, f1=None, brier=None, rules_f1=None, intercept=None)
                | Q(
                    precision__range=(0, 1),
                    recall__range=(0, 1),
                    f1__range=(0, 1),
                    brier__range=(0, 1),
                    rules_f1__range=(0, 1),
                ),
                name="learned_topic_has_figures",
            )
        ]

    def __str__(self) -> str:
        return str(self.topic)

    @property
    def yes_f1(self) -> float:
        """With p the share of turns that have the topic: precision p, recall 1, so 2p ÷ (1 + p)."""
        share = self.confirmed / max(self.confirmed + self.rejected + READ_WEIGHT * self.read, 1)
        return 2 * share / (1 + share)

    @property
    def scored_by(self) -> str:
        """Who scores the topic, and if it is the phrases, why."""
        if self.intercept is not None:
            return "the model"
        if self.f1 is None or self.rules_f1 is None:
            return "its phrases: too few decisions"
        better = self.rules_f1 > self.f1
        return "its phrases: they do better" if better else "its phrases: the model does no better than a yes to all"
