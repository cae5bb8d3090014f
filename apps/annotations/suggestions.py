"""What the machine suggests on turns, by phrases and by the model, beside what people decided."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from apps.annotations.carrying import DECISION, carry_to_tags
from apps.annotations.changes import Changes
from apps.annotations.models import Tag
from apps.conferences.models import Conference

AT_ONCE = 1000
MACHINE = (Tag.Origin.RULE, Tag.Origin.MODEL)
Spans = list[list[int]]
Place = tuple[int | None, int]
"""A turn and a topic, by id."""


class Suggestion(NamedTuple):
    """``model`` is the version of the model whose score it is; empty where it is the phrases'."""

    origin: Tag.Origin
    evidence: Spans
    score: float
    model: str = ""


Suggested = dict[int, dict[int, Suggestion]]
"""By turn and topic."""


@dataclass(slots=True)
class Difference:
    """What has to be written so that the machine's tags say what it suggests now.

    ``back`` are tags on turns that came back: people may have judged the same words meanwhile.
    """

    turns: int = 0
    added: list[Tag] = field(default_factory=list)
    changed: list[Tag] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    back: list[Tag] = field(default_factory=list)

    def take(
        self,
        conferences: Mapping[int, int],
        suggested: Suggested,
        standing: Iterable[Tag],
        new: Collection[int | None] = (),
    ) -> None:
        """Compare what is suggested with all tags that stand on those turns; ``conferences``: by turn.

        Undecided tags of rules and model follow; any other stays, and nothing is put beside it.  ``new``: turns that
        are new, or came back.
        """
        wanted: dict[Place, Suggestion] = {
            (turn, topic): each for turn, found in suggested.items() for topic, each in found.items()
        }
        tags = {(tag.turn_id, tag.topic_id): tag for tag in standing}
        own = {place: tag for place, tag in tags.items() if tag.origin in MACHINE and tag.decided_at is None}
        self.turns += len(suggested)
        for place, each in wanted.items():
            if place not in tags:
                turn, topic = place
                self.added.append(
                    Tag(conference_id=conferences[turn or 0], turn_id=turn, topic_id=topic, **each._asdict())
                )
        for place, tag in own.items():
            if place not in wanted:
                self.removed.append(tag.pk)
            elif (tag.origin, tag.evidence, tag.score) != wanted[place][:3]:
                tag.origin, tag.evidence, tag.score, tag.model = wanted[place]
                self.changed.append(tag)
        stays = (tag for place, tag in tags.items() if tag.decided_at or (place in own and place in wanted))
        self.back += [tag for tag in stays if tag.turn_id in new]

    def write(self) -> Changes:
        """Call it in a transaction.  Each write names what is undecided again: an editor may have decided meanwhile."""
        before = {tag.pk: tag.decided_at for tag in self.back}
        if self.added or self.back:
            carry_to_tags([*self.added, *self.back])
        judged = [tag for tag in self.back if tag.decided_at and not before[tag.pk]]
        if removed := [*self.removed, *(tag.pk for tag in judged)]:
            Tag.objects.undecided().filter(pk__in=removed).delete()
        added = [*self.added, *judged]
        for start in range(0, len(added), AT_ONCE):
            _add(added[start : start + AT_ONCE])
        if self.changed:
            _rewrite(self.changed)
        for tag in self.back:
            if before[tag.pk] and tag.decided_at != before[tag.pk]:
                held = Tag.objects.filter(pk=tag.pk, decided_at=before[tag.pk])
                held.update(**{name: getattr(tag, name) for name in DECISION})
        return Changes(self.turns, len(added), len(self.changed), len(removed))


def write_suggestions(conference: Conference, suggested: Suggested, new: Collection[int | None] = ()) -> Changes:
    """Bring the machine's undecided tags on turns of the conference in line with what it suggests on each.

    ``new``: those of the turns that are new, or came back.  Call it in a transaction.  One query if there is nothing to
    write, at most five in all, or seven where decisions have lost their words.
    """
    difference = Difference()
    turns = dict.fromkeys(suggested, conference.pk)
    difference.take(turns, suggested, conference.tags.filter(turn__in=suggested).order_by(), new)
    return difference.write()


def _add(tags: list[Tag]) -> None:
    """Insert all in one statement, as ``_rewrite`` saves them; one that somebody else has added meanwhile stays."""
    columns = "conference_id turn_id topic_id origin status score model evidence decided_by_id decided_at".split()
    rows = [{name: getattr(tag, name) for name in columns} for tag in tags]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO annotations_tag (conference_id, turn_id, topic_id, origin, status, score, model, evidence,"
            " decided_by_id, decided_at, created_at)"
            " SELECT conference_id, turn_id, topic_id, origin, status, score, model, evidence,"
            " decided_by_id, decided_at, now() FROM jsonb_to_recordset(%s) AS new (conference_id bigint,"
            " turn_id bigint, topic_id bigint, origin text, status text, score float8, model text, evidence jsonb,"
            " decided_by_id bigint, decided_at timestamptz)"
            " ON CONFLICT DO NOTHING",
            [json.dumps(rows, default=str)],
        )


def _rewrite(tags: list[Tag]) -> None:
    """Save all in one statement: a new model scores most of them otherwise, and Django needs ten times as long."""
    rows = [
        {"id": tag.pk, "origin": tag.origin, "evidence": tag.evidence, "score": tag.score, "model": tag.model}
        for tag in tags
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE annotations_tag tag"
            " SET origin = now.origin, evidence = now.evidence, score = now.score, model = now.model"
            " FROM jsonb_to_recordset(%s) AS now (id bigint, origin text, evidence jsonb, score float8, model text)"
            " WHERE tag.id = now.id AND tag.decided_at IS NULL",
            [json.dumps(rows)],
        )
