"""What the index is made of, read from the database: a batch of conferences in four queries."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models.functions import Coalesce

from apps.annotations.models import Mention, Tag
from apps.conferences.models import Conference, Turn
from apps.conferences.prepared import Among, Prepared
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
    these = list(conferences)
    rows = {row[0]: ConferenceRow(*row) for row in _CONFERENCES(these=these)}
    turns: dict[int, TurnRow] = {}
    for conference, *values in _TURNS(these=these):
        if conference in rows:  # else it came while we read
            turn = turns[values[0]] = TurnRow(*values)
            rows[conference].turns.append(turn)
    for conference, on, topic, parent, origin, status in _TAGS(these=these):
        place = rows.get(conference) if on is None else turns.get(on)
        if place:
            place.topics.append((topic, parent, _vouched_for(origin, status)))
    for on, entity in _MENTIONS(these=list(turns)):
        turns[on].entities.append(entity)
    return list(rows.values())


def _vouched_for(origin: str, status: str) -> Status:
    if status == Tag.Status.SUGGESTED:
        return Status.SUGGESTED
    return Status.SOURCE if origin == Tag.Origin.SOURCE else Status.CONFIRMED


_CONFERENCES = Prepared(
    Conference.objects.filter(Among("pk", "these"))
    .order_by("pk")
    .values_list("pk", "source_id", "event_date", "language", "title")
)
_TURNS = Prepared(
    Turn.objects.standing()
    .filter(Among("conference_id", "these"))
    .order_by("conference_id", "position")
    .values_list(
        *("conference_id", "pk", "position", "kind"),
        *(Coalesce("speaker__survivor", "speaker"), Coalesce("organisation__survivor", "organisation")),
        "text",
    )
)
_TAGS = Prepared(
    Tag.objects.shown()
    .filter(Among("conference_id", "these"))
    .order_by()
    .values_list("conference_id", "turn_id", "topic_id", "topic__parent_id", "origin", "status")
)
_MENTIONS = Prepared(  # by their turns: by conferences, PostgreSQL would read all mentions that there are
    Mention.objects.shown()
    .filter(Among("turn_id", "these"))
    .order_by()
    .values_list("turn_id", Coalesce("entity__merged_into", "entity"))
    .distinct()
)
