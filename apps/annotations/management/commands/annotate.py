import os
import sys
from argparse import ArgumentParser
from contextlib import closing
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFailure
from tqdm import tqdm

from apps.annotations.annotating import AnnotationError, annotate_each
from apps.annotations.annotator import Annotator, names_version
from apps.annotations.changes import Changes
from apps.annotations.language_models import require_model
from apps.annotations.models import Mention, PendingAnnotation
from apps.annotations.processes import ProcessFailedError, annotate_in_processes

WORTH_A_PROCESS = 5  # conferences: fewer are done before another process has started


class Command(BaseCommand):
    help = (
        "Annotate what is new, what changed, and what was annotated by other phrases. What people decided stays. "
        "It can run on several machines at once, and goes on where it was stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="default: one for each core")

    def handle(self, *, processes: int, **options: Any) -> None:  # noqa: ARG002
        try:
            require_model()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        Mention.objects.score_again()
        PendingAnnotation.objects.add_outdated(Annotator.current().version, names_version())
        waiting = PendingAnnotation.objects.count()
        processes = min(processes, waiting // WORTH_A_PROCESS)
        work = annotate_in_processes(processes) if processes > 1 else annotate_each()
        conferences, total = 0, Changes()
        bar = tqdm(total=waiting, unit=" conferences", leave=False, disable=not sys.stderr.isatty())
        try:
            with bar, closing(work):
                for changes in work:
                    conferences += 1
                    total += changes
                    bar.update()
        except KeyboardInterrupt:
            raise CommandError("Stopped. Run it again to go on.", returncode=130) from None
        except ProcessFailedError as error:
            raise CommandError(f"{error} Run it again to go on.") from error
        except (AnnotationError, ImproperlyConfigured) as error:
            raise CommandError(str(error)) from error
        except DatabaseFailure as error:
            raise CommandError(f"The database gave up: {str(error).strip()}") from error
        self.stdout.write(
            f"{_count(conferences, 'conference')}, {_count(total.turns, 'new or changed turn')}: suggestions "
            f"{total.added:,} added, {total.changed:,} changed, {total.removed:,} removed; mentions of entities "
            f"{total.mentions_added:,} added, {total.mentions_changed:,} changed, {total.mentions_removed:,} removed."
        )
        for language, turns in sorted(total.topics_only.items()):
            self.stdout.write(f"{_count(turns, 'turn')} in “{language}” got topics only: SPACY_MODEL is not for it.")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
