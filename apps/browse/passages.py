"""Turns to show under a conference in a list: the few that say most about why it is there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Count, Prefetch, Window
from django.db.models.functions import RowNumber

from apps.annotations.entity_querysets import MentionQuerySet
from apps.annotations.models import Tag, Topic
from apps.browse.evidence import evidence_spans
from apps.browse.excerpts import Pieces, Span, excerpt
from apps.browse.listed import ListedTurn
from apps.conferences.models import Conference, Turn
from apps.conferences.querysets import TurnQuerySet


class Beside(NamedTuple):
    """A question or an answer, as it stands beside a passage; ``who`` is the name after merges, or the label."""

    pk: int
    kind: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """``turn.conference`` is at hand; ``who`` is the speaker's name after merges, or the printed label.

    ``pieces`` is what it says, with the reason marked; ``url`` leads there.  ``question`` is the turn that it answers,
    ``answer`` the first that answers it, and ``outlet`` for whom it is said, where these are shown with it.
    """

    turn: Turn | ListedTurn
    who: str
    pieces: Pieces
    url: str
    outlet: str = ""
    question: Beside | None = None
    answer: Beside | None = None


@dataclass(slots=True)
class Passages:
    """The few passages shown of one conference, and how many there are."""

    total: int = 0
    shown: list[Passage] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.total - len(self.shown)


def about(conferences: Iterable[Conference], topic: Topic, at_most: int = 3) -> dict[int, Passages]:
    """By conference, turns that carry the topic or one below it, as they were said.  Two queries."""
    tags = Tag.objects.shown().about(topic).filter(conference__in=list(conferences))
    turns = Turn.objects.filter(pk__in=tags.exclude(turn=None).values("turn")).prefetch_related(
        Prefetch("tags", queryset=tags, to_attr="reasons")
    )
    return _collect(conferences, turns, at_most, _evidence)


def of(conferences: Iterable[Conference], turns: TurnQuerySet, at_most: int) -> dict[int, Passages]:
    """By conference, the first of ``turns`` as they were said.  One query."""
    return _collect(conferences, turns, at_most, lambda _: [])


def naming(conferences: Iterable[Conference], mentions: MentionQuerySet, at_most: int = 3) -> dict[int, Passages]:
    """By conference, turns with any of the mentions, as they were said.  Two queries."""
    turns = Turn.objects.filter(pk__in=mentions.order_by().values("turn")).prefetch_related(
        Prefetch("mentions", queryset=mentions.order_by("start"), to_attr="named")
    )
    return _collect(conferences, turns, at_most, lambda turn: [span for one in turn.named for span in one.spans])


def _evidence(turn: Any) -> list[Span]:
    return [span for tag in turn.reasons for span in evidence_spans(tag, len(turn.text))]


def _collect(
    conferences: Iterable[Conference], turns: TurnQuerySet, at_most: int, why: Callable[[Any], list[Span]]
) -> dict[int, Passages]:
    by_id = {conference.pk: conference for conference in conferences}
    ranked = (
        turns.standing()
        .filter(conference__in=by_id)
        .annotate(
            total=Window(Count("pk"), partition_by="conference"),
            rank=Window(RowNumber(), partition_by="conference", order_by="position"),
        )
        .filter(rank__lte=at_most)
        .select_related("speaker__survivor")
        .order_by("position")
    )
    found: dict[int, Passages] = {}
    for turn in ranked:
        turn.conference = by_id[turn.conference_id]
        who = turn.speaker.present.name if turn.speaker else turn.label
        passages = found.setdefault(turn.conference_id, Passages(total=turn.total))  # type: ignore[attr-defined]
        passages.shown.append(Passage(turn, who, excerpt(turn.text, why(turn)), turn.get_absolute_url()))
    return found
