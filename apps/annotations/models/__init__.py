"""What is said about the record: topics and entities, and tags and mentions that say why and who."""

from apps.annotations.models.annotated import AnnotatedTurn
from apps.annotations.models.entity import Entity
from apps.annotations.models.learned import LearnedTopic, TopicModel
from apps.annotations.models.mention import Mention
from apps.annotations.models.pending import PendingAnnotation
from apps.annotations.models.report import Report
from apps.annotations.models.tag import Tag
from apps.annotations.models.topic import Topic, TopicPhrase

__all__ = [
    "AnnotatedTurn",
    "Entity",
    "LearnedTopic",
    "Mention",
    "PendingAnnotation",
    "Report",
    "Tag",
    "Topic",
    "TopicModel",
    "TopicPhrase",
]
