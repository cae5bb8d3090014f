"""Annotating what waits, one conference after the other, each in a transaction of its own.

Any number of processes on any number of machines can do this at once: each locks the conference that it works on and
passes over those that others have locked.  One that is killed leaves its conference waiting, as it was.
"""

from collections.abc import Generator
from typing import Any

import pghistory
from django.db import OperationalError, connection, transaction
from psycopg2.errors import DeadlockDetected, LockNotAvailable

from apps.annotations.annotator import Annotator
from apps.annotations.models import AnnotatedTurn, PendingAnnotation
from apps.annotations.rule_tags import Changes, suggest_topics

PATIENCE = "500ms"
"""How long to wait for a row that another has locked: less than PostgreSQL needs to see a deadlock, so that of an
editor and this program it is always this program that begins again."""


def annotate_pending() -> Changes:
    """Annotate all that waits and that no other process works on, in this process; returns what that changed."""
    total = Changes()
    for changes in annotate_each():
        total += changes
    return total


def annotate_each() -> Generator[Changes]:
    """As ``annotate_pending``, telling what changed conference by conference."""
    while True:
        try:
            changes = _annotate_next()
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
                raise
            continue
        if changes is None:
            return
        yield changes


def _annotate_next() -> Changes | None:
    with pghistory.context(act="Annotate", machine=True), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        pending = PendingAnnotation.objects.free().first()
        if pending is None:
            return None
        annotator = Annotator.current()
        turns: list[Any] = list(AnnotatedTurn.objects.missing(annotator.version).filter(conference=pending.conference))
        changes = suggest_topics(pending.conference, turns, annotator.phrases)
        AnnotatedTurn.objects.bulk_create(
            [AnnotatedTurn(turn=turn, words=turn.words, version=annotator.version) for turn in turns],
            update_conflicts=True,
            unique_fields=["turn"],
            update_fields=["words", "version"],
        )
        pending.delete()
    return changes
