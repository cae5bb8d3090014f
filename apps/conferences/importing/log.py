"""The ImportRun that remembers what an import did."""

import getpass
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from apps.conferences.importing.result import Outcome, Result
from apps.conferences.models import ImportedFile, ImportRun


class ImportLog:
    """Makes the ImportRun when there is first something to tell; an import that changes nothing leaves no row."""

    def __init__(self, user: User | None = None, name: str = "Import", **more: object) -> None:
        """``more``: what else its acts say."""
        self.user = user
        self.name = name
        self.more = more
        self.run: ImportRun | None = None
        self.unchanged = 0
        self._pk: int | None = None

    def about(self) -> dict[str, object]:
        """What the history says of an import: that it is one, its run, and who began it."""
        return {"act": self.name, "machine": True, "run": self._reserved(), **self.who(), **self.more}

    def who(self) -> dict[str, object]:
        """Who began it."""
        if self.user:
            return {"user": self.user.pk, "user_name": self.user.get_username()}
        return {"system_user": _system_user()}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A run that is made within is forgotten if this fails, as the database forgets it."""
        run = self.run
        try:
            with transaction.atomic():
                yield
        except BaseException:
            self.run = run
            raise

    def start(self) -> ImportRun:
        """The run.  Call it inside ``transaction``."""
        self.run = self.run or ImportRun.objects.create(pk=self._reserved(), user=self.user)
        return self.run

    def write(self, results: Iterable[Result]) -> None:
        """Add a row to the run for each that is not unchanged."""
        ImportedFile.objects.bulk_create(
            ImportedFile(
                run=self.start(),
                path=result.path[-1000:],
                outcome=result.outcome,
                conference=result.conference,
                line=result.line,
                message=result.message,
                notes=result.notes_as_data(),
            )
            for result in results
            if result.outcome != Outcome.UNCHANGED
        )

    def finish(self) -> None:
        if self.run:
            self.run.unchanged = self.unchanged
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["unchanged", "finished_at"])

    def _reserved(self) -> int:
        """The id of the run, known before there is one: a history that is written first names it."""
        if self._pk is None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [ImportRun._meta.db_table])
                self._pk = int(cursor.fetchone()[0])
        return self._pk


def _system_user() -> str:
    """Who runs the command, as the operating system calls them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else ""
