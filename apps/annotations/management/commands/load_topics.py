from pathlib import Path
from typing import Any

import pghistory
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.annotations.topic_list import TopicListError, read_topic_list
from apps.annotations.topic_loading import Loaded, load_topics


class Command(BaseCommand):
    help = "Add and update the topics of a list. What people edited, renamed or removed stays as they left it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures" / "topics.yaml")

    def handle(self, *, file: Path, **options: Any) -> None:  # noqa: ARG002
        try:
            entries = read_topic_list(file)
        except TopicListError as error:
            raise CommandError(f"{file}: {error} No topic was loaded.") from error
        with pghistory.context(act="Load topics"):
            met = load_topics(entries)
        listed = met.total()
        counts = ", ".join(f"{met[each]} {each}" for each in Loaded if met[each] or each != Loaded.REMOVED)
        self.stdout.write(f"{listed} {'topic' if listed == 1 else 'topics'}: {counts}.")
