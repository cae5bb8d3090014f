"""A conference laid out for reading: its turns, in exchanges of question and answer."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from apps.annotations.models import Tag
from apps.annotations.querysets import TagQuerySet
from apps.browse.excerpts import Span
from apps.browse.parts import Part
from apps.browse.quick import Quick
from apps.browse.shown_turns import ShownTurn, shown_turns
from apps.conferences.models import Conference
from apps.search.language import Expression
from apps.search.matching import spans


@dataclass(frozen=True, slots=True)
class Exchange(Quick):
    """A question with its follow-ups and answers.

    Number 0 is what comes before the first question, and what goes on from an earlier part.
    """

    number: int
    turns: list[ShownTurn]
    is_whole: bool = True
    """Whether all of it is in this part."""

    @property
    def opening(self) -> ShownTurn:
        """The question it begins with; where there is none, its first turn."""
        return next((shown for shown in self.turns if shown.kind == "question"), self.turns[0])

    @property
    def unanswered(self) -> bool:
        kinds = {shown.kind for shown in self.turns}
        return self.is_whole and "question" in kinds and "answer" not in kinds


def exchanges(conference: Conference, part: Part | None = None, looked_for: Expression | None = None) -> list[Exchange]:
    """The standing turns of a conference, or of a part of it, in their order, in exchanges.  Two queries."""
    turns = conference.turns.standing().in_order()
    tags = _tags().filter(conference=conference)
    if part:
        turns = turns.filter(position__range=part.positions)
        tags = tags.filter(turn__position__range=part.positions)
    by_turn: dict[int | None, list[Tag]] = {}
    for tag in tags:
        by_turn.setdefault(tag.turn_id, []).append(tag)

    def marks(text: str) -> list[Span]:
        return spans(looked_for, text, conference.language) if looked_for else []

    groups = groupby(shown_turns(turns, by_turn, marks), key=lambda shown: shown.exchange)
    found = [Exchange(number, list(group)) for number, group in groups]
    if part and found and part.ends_within:
        found[-1] = Exchange(found[-1].number, found[-1].turns, is_whole=False)
    if part and found and part.begins_within:
        found[0] = Exchange(0, found[0].turns, is_whole=False)
    return found


@cache
def _tags() -> TagQuerySet:
    """Of all turns, to be filtered.  To say what is asked takes as long as to ask it: it is said once."""
    return Tag.objects.shown().exclude(turn=None).select_related("topic").order_by("topic__name")
