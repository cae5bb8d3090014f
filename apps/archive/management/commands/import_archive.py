"""``manage.py import_archive DIR``: an archive into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFailure

from apps.archive.errors import ArchiveError
from apps.archive.restore import import_archive


class Command(BaseCommand):
    help = "Take in what export_archive wrote, whole or not at all, into a database that holds no record yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that export_archive wrote")

    def handle(self, *, folder: Path, **options: Any) -> None:  # noqa: ARG002
        try:
            manifest = import_archive(folder.absolute())
        except ArchiveError as error:
            raise CommandError(f"{error} Nothing was written.") from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was written.", returncode=130) from None
        except DatabaseFailure as error:
            raise CommandError(f"The database gave up: {str(error).strip()} Nothing was written.") from error
        rows = sum(listed.rows for listed in manifest.rows.values())
        self.stdout.write(f"{folder}: {manifest.files.rows} transcripts and {rows} rows taken in.")
