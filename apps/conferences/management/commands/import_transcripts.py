"""``manage.py import_transcripts PATH...``: bring transcript files into the record, or tell what that would do."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import Error as DatabaseFailure
from django.db import ProgrammingError
from tqdm import tqdm

from apps.conferences.importing import Result, find_files, import_files, preview_files
from apps.conferences.importing.files import printable
from apps.conferences.importing.result import Outcome


class Command(BaseCommand):
    help = "Import transcripts, each whole or not at all.  What did not change since is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with *.txt files")
        parser.add_argument("--source", metavar="NAME", help="who published them (else: each file's folder)")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="write nothing; tell what would be done, with notes")
        how.add_argument("--again", action="store_true", help="parse anew what did not change, for a better parser")
        parser.add_argument("--annotate", action="store_true", help="annotate at once, and wait for it")
        parser.add_argument("--json", action="store_true", help="one JSON object a file on standard output")

    def handle(self, *, paths: list[Path], source: str | None, dry_run: bool, again: bool, **options: Any) -> None:
        if source is not None and not 0 < len(source.strip()) <= 200:
            raise CommandError("--source needs a name of at most 200 characters.")
        files = list(find_files(paths, source and printable(" ".join(source.split()))))
        if not files:
            raise CommandError(f"There is no .txt file in {', '.join(map(str, paths))}.")
        tell = self._as_json if options["json"] else self._as_preview if dry_run else self._as_line
        counts: Counter[str] = Counter()
        turns = 0
        bar = tqdm(total=len(files), unit="file", file=sys.stderr, leave=False, disable=not sys.stderr.isatty())
        try:
            with bar, closing(preview_files(files) if dry_run else import_files(files, again=again)) as results:
                for result in results:
                    counts[result.outcome] += 1
                    turns += result.turns
                    bar.set_postfix(turns=turns, failed=counts[Outcome.FAILED], refresh=False)
                    bar.update()
                    with bar.external_write_mode():
                        tell(result)
        except (KeyboardInterrupt, BrokenPipeError):
            raise CommandError("Stopped. Run it again to go on.", returncode=130) from None
        except ProgrammingError:
            raise CommandError("The database is not set up yet: run `make run` or `manage.py migrate` first.") from None
        except DatabaseFailure as error:
            raise CommandError(f"The database gave up: {str(error).strip()}") from error
        out = self.stderr if options["json"] else self.stdout
        told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        out.write(f"Dry run, nothing written: {told}." if dry_run else f"{told}.", style_func=str)
        if not dry_run:
            _annotate(counts[Outcome.CREATED] + counts[Outcome.CHANGED], out, wait=options["annotate"])
        if failed := counts[Outcome.FAILED]:
            raise CommandError(f"{failed} of {counts.total()} files failed.")

    def _as_json(self, result: Result) -> None:
        data = {
            "path": result.path,
            "outcome": result.outcome,
            "conference": result.address,
            "line": result.line,
            "message": result.message,
            "notes": result.notes_as_data(),
        }
        self.stdout.write(json.dumps(data))

    def _as_preview(self, result: Result) -> None:
        self._as_line(result)
        for note in result.notes:
            self.stdout.write(f"           line {note.line}: {note.message}")

    def _as_line(self, result: Result) -> None:
        if result.outcome == Outcome.FAILED:
            where = f", line {result.line}" if result.line else ""
            self.stdout.write(f"failed     {result.path}{where}: {result.message}")
        elif result.outcome != Outcome.UNCHANGED or result.message:
            notes = f" (notes: {len(result.notes)})" if result.notes else ""
            self.stdout.write(
                f"{result.outcome:<10} {result.path}{notes or (result.message and f': {result.message}')}"
            )


def _annotate(waiting: int, out: OutputWrapper, *, wait: bool) -> None:
    if wait:
        call_command("annotate", stdout=out)
    elif waiting:
        subject = "1 conference waits" if waiting == 1 else f"{waiting:,} conferences wait"
        out.write(f"{subject} for annotation, which happens in the background.", style_func=str)
