"""What can be asked of the index."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from apps.search.language import Expression
from apps.search.schema import Level, Status
from apps.transcripts import Kind


class Order(StrEnum):
    RELEVANCE = "relevance"
    """Where no words are asked for, the same as newest."""
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Conferences or turns, by words and filters, which must all hold.  Ids are those after merges.

    A conference has what any of its turns has.  Several topics or entities must all be there, of the rest any one of
    those given.  With a ``status`` each topic must have it, or any if no topic is given.  The days are included.
    """

    words: Expression | None = None
    level: Level = Level.CONFERENCE
    topics: tuple[int, ...] = ()
    status: Status | None = None
    entities: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    outlets: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    years: tuple[int, ...] = ()
    after: date | None = None
    before: date | None = None
    conference: int | None = None
    order: Order = Order.RELEVANCE
    offset: int = 0
    limit: int = 20
    """0: no hits, only how many there are."""
