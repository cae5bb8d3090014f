"""A long conference in parts, each of which is a page that a phone loads at once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from django.db.models.functions import Length

from apps.conferences.models import Conference, Turn
from apps.conferences.prepared import Given, Prepared

LONGEST = 120_000
"""So many characters are on one page: with what is beside them at most about 50 kB when they travel, compressed."""
BESIDE = 250
"""What stands beside the words of a turn makes a page longer by so many."""
ALL = "all"


class Place(NamedTuple):
    """A turn as it stands in its conference; ``length`` is of its text."""

    turn: int
    public_id: str
    position: int
    exchange: int
    length: int


@dataclass(frozen=True, slots=True)
class Part:
    """The places of a part.  ``first`` and ``last`` count the turns of the conference from 1."""

    number: int
    first: int
    places: list[Place]
    begins_within: bool
    """An exchange that is too long for a page goes on here."""
    ends_within: bool

    @property
    def last(self) -> int:
        return self.first + len(self.places) - 1

    @property
    def positions(self) -> tuple[int, int]:
        return self.places[0].position, self.places[-1].position

    @property
    def questions(self) -> tuple[int, int] | None:
        """The numbers of the first and the last question that are asked in it."""
        numbers = [place.exchange for place in self.places if place.exchange]
        if self.begins_within:
            numbers = [number for number in numbers if number != self.places[0].exchange]
        return (min(numbers), max(numbers)) if numbers else None


def parts_of(conference: Conference) -> list[Part]:
    """All of it, in one part if that is not too long; none if nothing is said.  One query, which reads no text."""
    return divide(list(map(Place._make, _places()(conference=conference.pk))))


@cache
def _places() -> Prepared:
    turns = Turn.objects.standing().filter(conference=Given("conference")).in_order()
    return Prepared(turns.values_list("pk", "public_id", "position", "exchange", Length("text")))


def holding(parts: Sequence[Part], public_id: str) -> Part | None:
    """The part in which a turn is read."""
    return next((part for part in parts for place in part.places if place.public_id == public_id), None)


def numbered(parts: Sequence[Part], given: str) -> Part:
    """The part of that number, the nearest if there is none, the first if it is no number."""
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 1
    return parts[min(max(number, 1), len(parts)) - 1]


def divide(places: list[Place]) -> list[Part]:
    cuts = [0, *_cuts(places), len(places)] if places else []
    return [
        Part(
            number,
            start + 1,
            places[start:end],
            start > 0 and places[start].exchange == places[start - 1].exchange,
            end < len(places) and places[end - 1].exchange == places[end].exchange,
        )
        for number, (start, end) in enumerate(pairwise(cuts), start=1)
    ]


def _cuts(places: list[Place]) -> list[int]:
    """Where parts begin after the first, all about as long: with an exchange, unless that is long itself."""
    ends = list(accumulate(place.length + BESIDE for place in places))
    count = -(-ends[-1] // LONGEST)
    allowed = list(_beginnings(places, ends))
    before = [ends[at - 1] for at in allowed]  # how much stands before each
    found: set[int] = set()
    for number in range(1, count if allowed else 1):
        wanted = ends[-1] * number // count
        at = bisect_left(before, wanted)
        nearest = min(range(max(at - 1, 0), min(at + 1, len(before))), key=lambda near: abs(before[near] - wanted))
        found.add(allowed[nearest])
    return sorted(found)


def _beginnings(places: list[Place], ends: list[int]) -> Iterator[int]:
    """Of the exchanges, but for the first; of every turn in those that would make a part too long by themselves."""
    at, end = 0, 0
    for _, group in groupby(places, key=attrgetter("exchange")):
        past, begin = at + len(list(group)), end
        end = ends[past - 1]
        yield from (one for one in range(at, past if end - begin > LONGEST / 4 else at + 1) if one)
        at = past
