"""Annotating what waits, one conference after the other, each in a transaction of its own.

Any number of processes on any number of machines can do this at once: each locks the conference that it works on and
passes over those that others have locked.  One that is killed leaves its conference waiting, as it was.
"""

from collections.abc import Collection, Generator
from typing import Any

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, transaction
from django.utils import timezone

from apps.annotations import patience
from apps.annotations.annotator import Annotator, names_version
from apps.annotations.carrying import carry_confirmed
from apps.annotations.changes import Changes
from apps.annotations.known_names import known_names
from apps.annotations.language_models import has_model
from apps.annotations.mentions import write_mentions
from apps.annotations.models import AnnotatedTurn, PendingAnnotation, TopicModel
from apps.annotations.phrase_rules import Found, find_topics
from apps.annotations.reading import read
from apps.annotations.suggestions import write_suggestions
from apps.conferences.models import Conference


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

    Raises AnnotationError, after all others, for a conference that stays as it was and goes on waiting, and
    ImproperlyConfigured where the language model is not installed.
    """
    failed: dict[int, AnnotationError] = {}
    while True:
        try:
            changes = _annotate_next(failed)
        except OperationalError as error:
            if not patience.is_over(error):
                raise
        except AnnotationError as error:
            failed[error.conference.pk] = error
            PendingAnnotation.objects.filter(conference=error.conference).update(since=timezone.now())
        else:
            if changes is None:
                break
            yield changes
    if failed:
        raise next(iter(failed.values()))


def _annotate_next(passing_over: Collection[int]) -> Changes | None:
    with pghistory.context(act="Annotate", machine=True), transaction.atomic():
        patience.limit_patience()
        pending = PendingAnnotation.objects.free(names_version()).exclude(conference__in=passing_over).first()
        if pending is None:
            return None
        TopicModel.objects.hold()
        annotator = Annotator.current()
        version = annotator.version
        turns: list[Any] = list(AnnotatedTurn.objects.missing(version).filter(conference=pending.conference))
        read_before = AnnotatedTurn.objects.read_before(turns)
        named = {turn for turn, by in read_before.items() if by.startswith(names_version())}
        every = {turn.pk for turn in turns}
        new = every - read_before.keys()
        try:
            changes = _annotate_topics(pending.conference, _texts(turns, named), annotator)
            changes += _annotate(pending.conference, _texts(turns, every - named), annotator, new)
            carry_confirmed(pending.conference, new)
        except (OperationalError, ImproperlyConfigured):
            raise
        except Exception as error:
            raise AnnotationError(pending.conference) from error
        AnnotatedTurn.objects.note({turn.pk: turn.words for turn in turns}, version)
        pending.delete()
    return changes


def _texts(turns: list[Any], chosen: set[int]) -> dict[int, str]:
    return {turn.pk: turn.text for turn in turns if turn.pk in chosen}


def _annotate_topics(conference: Conference, texts: dict[int, str], annotator: Annotator) -> Changes:
    """Only look for phrases in the turns (texts by id): whom they name has been read already."""
    if not texts:
        return Changes()
    found = find_topics(texts.values(), annotator.phrases, conference.language)
    return _suggest(conference, texts, found, annotator)


def _annotate(conference: Conference, texts: dict[int, str], annotator: Annotator, new: Collection[int]) -> Changes:
    """Read the turns (texts by id) once and write what stands in them; ``new``: whose words nobody had read."""
    if not texts:
        return Changes()
    with_entities = has_model(conference.language)
    known = known_names(conference) if with_entities else ()
    found = list(read([*texts.values()], conference.language, annotator.phrases, known))
    changes = _suggest(conference, texts, [each.topics for each in found], annotator, new)
    changes += write_mentions({turn: each.named for turn, each in zip(texts, found, strict=True)}, new)
    if not with_entities:
        changes.topics_only[conference.language] += len(texts)
    return changes


def _suggest(
    conference: Conference,
    texts: dict[int, str],
    found: list[dict[int, Found]],
    annotator: Annotator,
    new: Collection[int] = (),
) -> Changes:
    """Write what phrases (``found``, in the order of the texts) and model suggest."""
    suggest, language = annotator.model.suggest, conference.language
    suggested = {
        turn: suggest(text, topics, language) for (turn, text), topics in zip(texts.items(), found, strict=True)
    }
    return write_suggestions(conference, suggested, new)
