"""``manage.py index``: the search index is brought up to date, made anew, or compared with the database."""

import gc
import select
import sys
from argparse import SUPPRESS, ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from apps.search.catching_up import write_what_changes
from apps.search.check import differences
from apps.search.folder import Folder
from apps.search.news import news
from apps.search.opened import OpenIndex
from apps.search.sync import make_anew, sync


class Command(BaseCommand):
    requires_system_checks = ()  # a site that serves starts this, and waits for it
    help = "Bring the search index up to date with the database; readers go on meanwhile.  Any number may run at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--database", metavar="NAME", help="another database of the same server")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--rebuild", action="store_true", help="make it anew, whatever there is")
        what.add_argument("--check", action="store_true", help="change nothing, and tell where it differs")
        what.add_argument("--follow-until-stdin-ends", action="store_true", help=SUPPRESS)

    def handle(self, *_: Any, database: str | None, rebuild: bool, check: bool, **options: Any) -> None:
        if database and database != connection.settings_dict["NAME"]:
            connection.close()
            connection.settings_dict["NAME"] = database
        gc.disable()  # nothing of all that is read is in a cycle; looking for some would take a tenth of the time
        try:
            if check:
                self._check(Folder.of_site())
            elif options["follow_until_stdin_ends"]:
                write_what_changes(lambda seconds: bool(select.select([sys.stdin], [], [], seconds)[0]))
            else:
                self._write(Folder.of_site(), rebuild=rebuild)
        finally:
            gc.enable()  # whoever called this may go on for years

    def _write(self, folder: Folder, *, rebuild: bool) -> None:
        try:
            if rebuild or not sync(folder):
                make_anew(folder, if_needed=not rebuild)
        except (OSError, ValueError) as error:
            raise CommandError(f"The search index in {folder.path} cannot be written: {error}") from None

    def _check(self, folder: Folder) -> None:
        """Raises CommandError where the index differs from the database."""
        path = folder.current()
        if path is None:
            raise CommandError(f"There is no search index in {folder.path}.")
        try:
            index = OpenIndex.read(path)
            found = 0
            for difference in differences(index, lambda: _changed_since(index)):
                self.stdout.write(difference)
                found += 1
            waiting = _changed_since(index)
        except (OSError, ValueError) as error:
            if folder.current() not in (path, None):  # another one took its place just now
                self._check(folder)
                return
            raise CommandError(f"The search index in {path} cannot be read: {error}") from None
        if waiting:
            changed = "conference has" if len(waiting) == 1 else "conferences have"
            self.stdout.write(f"{len(waiting)} {changed} changed since the index was brought up to date.")
        if found:
            raise CommandError(f"The search index differs from the database in {found} places.")
        self.stdout.write(f"The search index says what the database says: {index.searcher.num_docs - 1} documents.")


def _changed_since(index: OpenIndex) -> list[int]:
    """Raises CommandError where that cannot be told."""
    conferences = news(index.state).conferences
    if conferences is None:
        raise CommandError("The search index is of another database, or too old: it has to be made anew.")
    return conferences
