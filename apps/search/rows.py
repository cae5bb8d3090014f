"""What the index is made of, read from the database: a batch of conferences in four queries."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from apps.annotations.models import Mention, Tag
from apps.conferences.models import Conference, Turn
from apps.search.schema import Status

Topic = tuple[int, int | None, Status]
"""Its id, its parent's, and who vouches for it."""


@dataclass(slots=True)
class TurnRow:
    id: int
    position: int
    kind: str
    speaker: int | None
    outlet: int | None
    text: str
    topics: list[Topic] = field(default_factory=list)
    entities: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ConferenceRow:
    id: int
    source: int
    day: date | None
    language: str
    title: str
    turns: list[TurnRow] = field(default_factory=list)
    """The standing ones, in order."""
    topics: list[Topic] = field(default_factory=list)
    """Of the conference as a whole, beside those of its turns."""


def read(conferences: Collection[int]) -> list[ConferenceRow]:
    """Those of these conferences that exist, by id."""
    found = Conference.objects.filter(pk__in=conferences).order_by("pk")
    rows = {
        row[0]: ConferenceRow(*row)
        for row in found.values_list("pk", "source_id", "event_date", "language", "title").iterator()
    }
    turns: dict[int, TurnRow] = {}
    for conference, *values in _turns(conferences):
        if conference in rows:  # else it came while we read
            turn = turns[values[0]] = TurnRow(*values)
            rows[conference].turns.append(turn)
    for conference, on, topic in _topics(conferences):
        place = rows.get(conference) if on is None else turns.get(on)
        if place:
            place.topics.append(topic)
    for turn_id, entities in _entities(conferences).items():
        if turn_id in turns:
            turns[turn_id].entities = entities
    return list(rows.values())


def _turns(conferences: Collection[int]) -> Iterator[tuple[Any, ...]]:
    turns = Turn.objects.standing().filter(conference__in=conferences).order_by("conference", "position")
    who = (Coalesce("speaker__survivor", "speaker"), Coalesce("organisation__survivor", "organisation"))
    return turns.values_list("conference_id", "pk", "position", "kind", *who, "text").iterator()


def _topics(conferences: Collection[int]) -> Iterator[tuple[int, int | None, Topic]]:
    tags = Tag.objects.shown().filter(conference__in=conferences).order_by("conference", "pk")
    for conference, turn, topic, parent, origin, status in tags.values_list(
        "conference_id", "turn_id", "topic_id", "topic__parent_id", "origin", "status"
    ).iterator():
        if status == Tag.Status.SUGGESTED:
            vouched = Status.SUGGESTED
        else:
            vouched = Status.SOURCE if origin == Tag.Origin.SOURCE else Status.CONFIRMED
        yield conference, turn, (topic, parent, vouched)


def _entities(conferences: Collection[int]) -> dict[int, list[int]]:
    mentions = Mention.objects.shown().filter(turn__conference__in=conferences).order_by()
    found = defaultdict(list)
    what = Coalesce("entity__merged_into", "entity")
    for turn, entity in mentions.annotate(what=what).values_list("turn_id", F("what")).distinct().iterator():
        found[turn].append(entity)
    return found
