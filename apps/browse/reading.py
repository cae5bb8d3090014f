"""A conference laid out for reading: its turns, in exchanges of question and answer."""

import json
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.db import DEFAULT_DB_ALIAS

from apps.annotations.models import Tag, Topic
from apps.browse.excerpts import Span
from apps.browse.parts import Part
from apps.browse.quick import Quick
from apps.browse.shown_turns import WITHIN, ShownTurn, Stretch, shown_turns
from apps.conferences.models import Conference
from apps.conferences.prepared import Given, Prepared
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
    there = Stretch(conference.pk, *(part.positions if part else ()))
    tags = _tags_of(there)

    def marks(text: str) -> list[Span]:
        return spans(looked_for, text, conference.language) if looked_for else []

    groups = groupby(shown_turns(there, tags, marks), key=lambda shown: shown.exchange)
    found = [Exchange(number, list(group)) for number, group in groups]
    if part and found and part.ends_within:
        found[-1] = Exchange(found[-1].number, found[-1].turns, is_whole=False)
    if part and found and part.begins_within:
        found[0] = Exchange(0, found[0].turns, is_whole=False)
    return found


def _tags_of(there: Stretch) -> dict[int, list[Tag]]:
    """By turn, those that readers see, with their topics.  One query."""
    found: dict[int, list[Tag]] = {}
    for turn, *own, evidence, topic, name, slug in _tags()(**there._asdict()):
        tag = Tag.from_db(DEFAULT_DB_ALIAS, _OF_TAG, (*own, json.loads(evidence)))
        tag.topic = Topic.from_db(DEFAULT_DB_ALIAS, ("id", "name", "slug"), (topic, name, slug))
        found.setdefault(turn, []).append(tag)
    return found


_OF_TAG = ("id", "origin", "status", "evidence")
"""In the order of the model's fields, as ``from_db`` takes them."""


@cache
def _tags() -> Prepared:
    tags = Tag.objects.shown().filter(conference=Given("conference"), turn__position__range=WITHIN)
    columns = ("turn", *_OF_TAG, "topic", "topic__name", "topic__slug")
    return Prepared(tags.order_by("topic__name").values_list(*columns))
