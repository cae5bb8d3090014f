"""``manage.py export_archive DIR``: the whole record as a folder of plain files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFailure

from apps.archive.errors import ArchiveError
from apps.archive.export import export_archive


class Command(BaseCommand):
    help = "Write the whole record into a new folder: rows as JSON Lines, the transcripts, a manifest with checksums."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist yet")

    def handle(self, *, folder: Path, **options: Any) -> None:  # noqa: ARG002
        try:
            manifest = export_archive(folder.absolute())
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            said = f"The archive cannot be written to {folder}: {error.strerror}. Nothing is left of it."
            raise CommandError(said) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing is left of it.", returncode=130) from None
        except DatabaseFailure as error:
            raise CommandError(f"The database gave up: {str(error).strip()}") from error
        rows = sum(listed.rows for listed in manifest.rows.values())
        self.stdout.write(f"{folder}: {manifest.files.rows} transcripts and {rows} rows.")
