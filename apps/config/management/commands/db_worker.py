"""``manage.py db_worker``: do what the site leaves to the background.

In place of django-tasks-db's command of this name, which would leave a task of a killed worker undone for ever.
"""

import os
import signal
import sys
import threading
import time
from argparse import SUPPRESS, ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError

from apps.config.background.idle import IdleAnnotation
from apps.config.background.work import work_off

POLL = 1.0  # seconds


class Command(BaseCommand):
    help = (
        "Do tasks until it is stopped, and annotate what waits for that while none is due.  What is cut short is done "
        "again.  Any number may run at once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until-stdin-ends", action="store_true", help=SUPPRESS)

    def handle(self, *_: Any, until_stdin_ends: bool, **__: Any) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a KeyboardInterrupt would count as the task's failure
        if until_stdin_ends:
            threading.Thread(target=_end_with_stdin, daemon=True).start()
        try:
            call_command("prune_db_task_results", verbosity=0)
            annotation = IdleAnnotation()
            while True:
                work_off()
                if not annotation.step():
                    time.sleep(POLL)
        except ProgrammingError:
            raise CommandError("The database is not set up yet: run `make run` or `manage.py migrate` first.") from None
        except OperationalError as error:
            raise CommandError(f"The database cannot be used: {str(error).strip().splitlines()[0]}") from None


def _end_with_stdin() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.killpg(0, signal.SIGKILL)
