"""What is said about the record: topics, and tags that say why and who."""

from apps.annotations.models.tag import Tag
from apps.annotations.models.topic import Topic, TopicPhrase

__all__ = ["Tag", "Topic", "TopicPhrase"]
