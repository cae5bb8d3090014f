"""What is said about the record: topics, and tags that say why and who."""

from apps.annotations.models.annotated import AnnotatedTurn
from apps.annotations.models.pending import PendingAnnotation
from apps.annotations.models.tag import Tag
from apps.annotations.models.topic import Topic, TopicPhrase

__all__ = ["AnnotatedTurn", "PendingAnnotation", "Tag", "Topic", "TopicPhrase"]
