"""Conferences and turns as lists show them.

They are made of plain rows: to make models of these takes several times as long as to ask the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models.functions import Coalesce

from apps.browse.quick import Quick
from apps.conferences.links import conference_link
from apps.conferences.models import Conference, Turn
from apps.conferences.prepared import Among, Prepared


@dataclass(frozen=True, slots=True)
class ListedConference(Quick):
    """``source`` is its name."""

    pk: int
    slug: str
    title: str
    subtitle: str
    event_date: date | None
    location: str
    is_excerpt: bool
    language: str
    source: str

    def get_absolute_url(self) -> str:
        return conference_link(self.event_date, self.slug)


@dataclass(frozen=True, slots=True)
class ListedTurn(Quick):
    """``who`` is the speaker's name after merges, or the printed label; ``outlet`` the organisation's name."""

    pk: int
    public_id: str
    kind: str
    exchange: int
    text: str
    who: str
    outlet: str | None
    conference: ListedConference

    @property
    def anchor(self) -> str:
        return f"t-{self.public_id}"

    def get_absolute_url(self) -> str:
        return f"{self.conference.get_absolute_url()}?turn={self.public_id}#{self.anchor}"


def listed_conferences(ids: Iterable[int]) -> list[ListedConference]:
    """In the order of ``ids``, but for those that are gone.  One query."""
    ids = list(ids)
    rows = {row[0]: row for row in _conferences()(ids=ids)} if ids else {}
    return [ListedConference(*rows[pk]) for pk in ids if pk in rows]


def listed_turns(ids: Iterable[int | None]) -> list[ListedTurn]:
    """In the order of ``ids``, but for those that are gone or withdrawn.  One query."""
    ids = [pk for pk in ids if pk is not None]
    rows = {row[0]: row for row in _turns()(ids=ids)} if ids else {}
    return [_turn(rows[pk]) for pk in ids if pk in rows]


def _turn(row: tuple[Any, ...]) -> ListedTurn:
    pk, public_id, kind, exchange, text, who, outlet, *conference = row
    return ListedTurn(pk, public_id, kind, exchange, text, who, outlet, ListedConference(*conference))


WHO = Coalesce("speaker__survivor__name", "speaker__name", "label")
"""Of a turn, the speaker's name after merges, or the printed label."""
_CONFERENCE = (
    *("pk", "slug", "title", "subtitle", "event_date", "location", "is_excerpt", "language"),
    "source__name",
)
_OUTLET = Coalesce("organisation__survivor__name", "organisation__name")
_TURN = ("pk", "public_id", "kind", "exchange", "text", WHO, _OUTLET)


@cache
def _conferences() -> Prepared:
    return Prepared(Conference.objects.filter(Among("pk", "ids")).order_by().values_list(*_CONFERENCE))


@cache
def _turns() -> Prepared:
    turns = Turn.objects.standing().filter(Among("pk", "ids")).order_by()
    return Prepared(turns.values_list(*_TURN, *(f"conference__{column}" for column in _CONFERENCE)))
