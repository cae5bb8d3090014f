from pathlib import Path
from typing import Any

import pghistory
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from apps.annotations.models import Topic, TopicPhrase
from apps.annotations.topic_list import TopicEntry, TopicListError, read_topic_list


class Command(BaseCommand):
    help = "Add the topics of a list that are not there yet. A topic that is there stays exactly as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures" / "topics.yaml")

    def handle(self, *, file: Path, **options: Any) -> None:  # noqa: ARG002
        try:
            entries = read_topic_list(file)
        except TopicListError as error:
            raise CommandError(f"{file}: {error} No topic was loaded.") from error
        listed = sum(1 for top in entries for _ in top.walk())
        with pghistory.context(act="Load topics"):
            added = add_missing(entries)
        noun = "topic" if listed == 1 else "topics"
        self.stdout.write(f"{listed} {noun}: {added} added, {listed - added} left as they are.")


@transaction.atomic
def add_missing(entries: list[TopicEntry]) -> int:
    """Create the topics that neither a slug nor a name at that place tells to be there; returns how many.

    What is there may have been edited in the admin, so nothing of it is written, not even its phrases.
    """
    topics = list(Topic.objects.select_related("parent"))
    by_slug = {topic.slug: topic for topic in topics}
    by_name = {(topic.parent_id, topic.name): topic for topic in topics}
    created: list[tuple[Topic, list[str]]] = []

    def ensure(entry: TopicEntry, parent: Topic | None) -> Topic:
        topic = by_slug.get(entry.slug) or by_name.get((parent.pk if parent else None, entry.name))
        if topic is None:
            topic = Topic.objects.create(
                parent=parent,
                name=entry.name,
                slug=entry.slug,
                description=entry.description,
                source_labels=entry.source_labels,
            )
            created.append((topic, entry.phrases))
        return topic

    for top in entries:
        above = ensure(top, None)
        for child in top.topics:
            ensure(child, above.parent or above)  # an editor may have moved it below another: two levels stay two
    TopicPhrase.objects.bulk_create(TopicPhrase(topic=topic, text=text) for topic, texts in created for text in texts)
    return len(created)
