"""``manage.py serve``: everything from an empty folder to a served site."""

import socket
from argparse import ArgumentParser
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connections

from apps.annotations.annotating import annotate_pending
from apps.conferences.importing import find_files, import_files
from apps.conferences.importing.result import Outcome
from apps.conferences.models import Conference
from apps.config.first_admin import ensure_admin, has_administrator
from apps.config.serving import Site

TOPICS = settings.BASE_DIR / "fixtures" / "topics.yaml"
SAMPLES = settings.BASE_DIR / "fixtures" / "transcripts"


class Command(BaseCommand):
    help = "Bring the database up to date, load topics and (first run) the sample transcripts, then serve the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
        parser.add_argument("--port", default="8000", help="port to listen on (default: 8000)")
        parser.add_argument("--workers", type=int, default=2, help="number of web processes (default: 2)")
        parser.add_argument("--no-tasks", dest="tasks", action="store_false", help="leave tasks to another db_worker")

    def handle(self, *_: Any, host: str, port: str, workers: int, tasks: bool, **__: Any) -> None:
        _refuse_an_unusable_port(host, port)
        try:
            self._prepare(settings.VAR_DIR / "admin-password")
        except OperationalError as error:
            raise CommandError(f"The database cannot be used: {str(error).strip().splitlines()[0]}") from None
        except KeyboardInterrupt:
            raise CommandError("Stopped. Run it again to go on.", returncode=130) from None
        connections.close_all()  # a connection must not be shared with the workers forked below
        self.stdout.write(self.style.SUCCESS(f"\nRostrum is at http://{host}:{port}/  (Ctrl-C stops it)"))
        self.stdout.flush()
        Site(get_wsgi_application(), bind=f"{host}:{port}", workers=workers, tasks=tasks).run()

    def _prepare(self, password_file: Path) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_topics", TOPICS)
        connections.close_all()  # the same as below
        filling = get_context("fork").Process(target=self._fill)  # else each worker had the parser's and spaCy's memory
        filling.start()
        filling.join()
        if filling.exitcode:
            raise CommandError("The samples or the search index could not be made: see above.")
        if password := ensure_admin(password_file):
            self.stdout.write(f"\nAdministrator of /admin/: user admin, password {password}")
            self.stdout.write(f"Kept in {password_file}")

    def _fill(self) -> None:
        """Without an index the site is served too; each search tries again, and the page says so."""
        with suppress(KeyboardInterrupt):  # who waits for this says so
            if not (has_administrator() or Conference.objects.exists()):  # the first run: deleted samples stay deleted
                self._import_samples()
            try:
                call_command("index")
            except CommandError as error:
                self.stderr.write(str(error))

    def _import_samples(self) -> None:
        results = list(import_files(find_files([SAMPLES])))
        failed = [result for result in results if result.outcome == Outcome.FAILED]
        for result in failed:
            self.stderr.write(f"{result.path}: {result.message}")
        self.stdout.write(f"{len(results) - len(failed)} sample transcripts imported.")
        try:
            annotate_pending()
        except ImproperlyConfigured as error:
            self.stderr.write(str(error))


def _refuse_an_unusable_port(host: str, port: str) -> None:
    """Say so before anything is written, instead of letting Gunicorn retry."""
    if not (port.isascii() and port.isdecimal() and 1 <= int(port) <= 65535):
        raise CommandError(f"“{port}” is no port. Set PORT= to a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            raise CommandError(f"Cannot listen on {host}:{port}: {error.strerror}. Set another PORT=.") from None
