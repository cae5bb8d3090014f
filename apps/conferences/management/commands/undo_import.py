"""``manage.py undo_import RUN``: take back a whole import, or tell what that would do."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.conferences.importing.undoing import plan, undo_import
from apps.conferences.models import ImportRun


class Command(BaseCommand):
    help = "Delete what an import created and bring back what it changed, except where somebody has worked since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "run", type=int, metavar="RUN", help="the number of the import, as its address in the admin"
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing; tell what would be done")

    def handle(self, *, run: int, dry_run: bool, **_options: Any) -> None:
        found = ImportRun.objects.filter(pk=run).first()
        if found is None:
            raise CommandError(f"There is no import {run}.")
        undoing = plan(found) if dry_run else undo_import(found, None)
        for conference, reason, _act in undoing.left:
            self.stdout.write(f"left alone  {conference}: {reason}")
        told = f"{len(undoing.gone)} deleted, {len(undoing.back)} as before, {len(undoing.left)} left alone."
        self.stdout.write(f"Dry run, nothing written: {told}" if dry_run else told)
