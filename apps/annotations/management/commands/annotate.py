import sys
from typing import Any

import pghistory
from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from apps.annotations.rule_tags import Changes, current_phrases, suggest_topics
from apps.conferences.models import Conference


class Command(BaseCommand):
    help = "Suggest topics by the present phrases on every conference. What people decided stays."

    def handle(self, **options: Any) -> None:  # noqa: ARG002
        phrases = current_phrases()
        conferences = Conference.objects.only("language").order_by("pk")
        total, changes = conferences.count(), Changes()
        for conference in tqdm(
            conferences.iterator(), total=total, unit=" conferences", disable=not sys.stderr.isatty()
        ):
            with pghistory.context(act="Annotate", machine=True), transaction.atomic():
                changes += suggest_topics(conference, phrases)
        self.stdout.write(
            f"{total} conference{'' if total == 1 else 's'}: suggestions {changes.added} added, "
            f"{changes.changed} changed, {changes.removed} removed."
        )
