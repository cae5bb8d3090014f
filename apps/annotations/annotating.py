"""Annotating what waits, one conference after the other, each in a transaction of its own.

Any number of processes on any number of machines can do this at once: each locks the conference that it works on and
passes over those that others have locked.  One that is killed leaves its conference waiting, as it was.
"""

from collections.abc import Generator
from typing import Any

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection, transaction
from psycopg2.errors import DeadlockDetected, LockNotAvailable

from apps.annotations.annotator import Annotator
from apps.annotations.changes import Changes
from apps.annotations.known_names import known_names
from apps.annotations.language_models import has_model
from apps.annotations.mentions import write_mentions
from apps.annotations.models import AnnotatedTurn, PendingAnnotation
from apps.annotations.phrase_rules import find_topics
from apps.annotations.reading import read
from apps.annotations.rule_tags import suggest_topics
from apps.conferences.models import Conference

PATIENCE = "500ms"
"""How long to wait for a row that another has locked: less than PostgreSQL needs to see a deadlock, so that of an
editor and this program it is always this program that begins again."""


class AnnotationError(Exception):
    """A conference that cannot be annotated; ``__cause__`` says why."""

    def __init__(self, conference: Conference) -> None:
        super().__init__(f"“{conference}” (number {conference.pk}) could not be annotated.")
        self.conference = conference


def annotate_pending() -> Changes:
    """Annotate all that waits and that no other process works on, in this process; returns what that changed."""
    total = Changes()
    for changes in annotate_each():
        total += changes
    return total


def annotate_each() -> Generator[Changes]:
    """As ``annotate_pending``, telling what changed conference by conference.

    Raises AnnotationError for a conference that stays as it was and goes on waiting, and ImproperlyConfigured where
    the language model is not installed.
    """
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
        named = AnnotatedTurn.objects.named_by(annotator.names_version, turns)
        try:
            changes = _annotate_topics(pending.conference, _texts(turns, named), annotator)
            changes += _annotate(pending.conference, _texts(turns, {turn.pk for turn in turns} - named), annotator)
        except (OperationalError, ImproperlyConfigured):
            raise
        except Exception as error:
            raise AnnotationError(pending.conference) from error
        AnnotatedTurn.objects.bulk_create(
            [AnnotatedTurn(turn=turn, words=turn.words, version=annotator.version) for turn in turns],
            update_conflicts=True,
            unique_fields=["turn"],
            update_fields=["words", "version"],
        )
        pending.delete()
    return changes


def _texts(turns: list[Any], chosen: set[int]) -> dict[int, str]:
    return {turn.pk: turn.text for turn in turns if turn.pk in chosen}


def _annotate_topics(conference: Conference, texts: dict[int, str], annotator: Annotator) -> Changes:
    """Only look for phrases in the turns (texts by id): whom they name has been read already."""
    found = find_topics(texts.values(), annotator.phrases, conference.language)
    return suggest_topics(conference, dict(zip(texts, found, strict=True))) if texts else Changes()


def _annotate(conference: Conference, texts: dict[int, str], annotator: Annotator) -> Changes:
    """Read the turns (texts by id) once and write what stands in them."""
    if not texts:
        return Changes()
    with_entities = has_model(conference.language)
    known = known_names(conference) if with_entities else ()
    found = dict(zip(texts, read([*texts.values()], conference.language, annotator.phrases, known), strict=True))
    changes = suggest_topics(conference, {turn: each.topics for turn, each in found.items()})
    changes += write_mentions({turn: each.named for turn, each in found.items()})
    if not with_entities:
        changes.topics_only[conference.language] += len(texts)
    return changes
