"""What a person decided about words goes with them into another turn.

An import that joins, splits, or moves and rewords turns makes new ones of them, withdraws some, or brings them back;
what was judged stays on the turn where it was judged.  The machine would suggest it anew on the turn that says it now.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Self

from django.db.models import Q

from apps.annotations.models import Mention, Tag
from apps.annotations.passages import Passage, closeness, is_same, is_same_turn, is_within, places_of
from apps.conferences.models import Conference, Turn, TurnVersion

DECISION = ("status", "decided_by_id", "decided_at")
Place = tuple[int, int, int]
"""A turn by id, start and end."""


def carry_to_tags(suggested: Iterable[Tag]) -> None:
    """Give suggestions what a person decided about the same words.  Three queries at most where none is decided yet.

    Such are decisions about the same topic in the same conference, on words that are no longer read where they stood.
    What is decided already stays, but for where somebody has overruled that very decision in the other place.
    """
    new = list(suggested)
    left = Tag.objects.filter(
        _left(Q(lost_words__isnull=False)), conference__in={tag.conference_id for tag in new}, decided_at__isnull=False
    )
    judged = defaultdict(list)
    for tag in left.filter(topic__in={tag.topic_id for tag in new}).select_related("turn").order_by("-decided_at"):
        judged[tag.conference_id, tag.topic_id].append(tag)
    if not judged:
        return
    concerned = [tag for tag in new if (tag.conference_id, tag.topic_id) in judged]
    passages = _Passages(tag for rows in judged.values() for tag in rows)
    turns = Turn.objects.in_bulk({tag.turn_id for tag in concerned})
    for tag in concerned:
        turn = turns[tag.turn_id or 0]
        now = [Passage(turn.label, turn.text, *span) for span in tag.evidence]
        for row in judged[tag.conference_id, tag.topic_id]:
            before = passages.of_tag(row) or passages.whole(row)
            if holds_before(row, tag) and any(is_same(one, other) for one in before for other in now):
                _take(tag, row)
                break


def carry_confirmed(conference: Conference, new: Collection[int]) -> None:
    """Give turns, by id, that are new, came back or say something else the topics that a person confirmed.

    Such are those whose words went there, and those of a withdrawn turn where they say all of it.  One query where no
    decision has lost its words.
    """
    if not new:
        return
    left = conference.tags.filter(_left(Q(lost_words__isnull=False)), status=Tag.Status.CONFIRMED)
    judged = list(left.exclude(decided_at=None).select_related("turn").order_by("-decided_at"))
    if not judged:
        return
    turns = Turn.objects.in_bulk(new)
    passages = _Passages(judged)
    standing = set(conference.tags.filter(turn__in=new, decided_at__isnull=False).values_list("turn_id", "topic_id"))
    for tag in judged:
        before = passages.of_tag(tag)
        marked = {pk: {at for one in before for at in places_of(one, *_said(turn))} for pk, turn in turns.items()}
        there = {pk: sorted(places) for pk, places in marked.items() if places}
        if not there and tag.turn and tag.turn.withdrawn_at:
            there = {pk: [] for pk, turn in turns.items() if _says_all(turn, tag.turn)}
        for pk, places in there.items():
            if (pk, tag.topic_id) not in standing:
                conference.tags.undecided().filter(turn=pk, topic=tag.topic_id).delete()
                carried = Tag(conference=conference, turn_id=pk, topic_id=tag.topic_id, origin=tag.origin)
                carried.evidence = [list(place) for place in places]
                _take(carried, tag)
                carried.save()
                standing.add((pk, tag.topic_id))


def holds_before(judged: Any, standing: Any) -> bool:
    """Whether a decision made elsewhere goes before what stands: where nobody decided, or it overruled that there."""
    if standing.decided_at is None:
        return True
    said = {"decided_by": standing.decided_by_id, "decided_at": standing.decided_at}
    return bool(judged.decided_at > standing.decided_at and judged.events.filter(**said).exists())


class JudgedMentions:
    """Mentions that a person judged and whose words are no longer read where they stood, the latest decision first."""

    def __init__(self, rows: list[Mention]) -> None:
        self._rows = rows
        self._passages = _Passages(rows)

    @classmethod
    def near(cls, turns: Collection[int]) -> Self:
        """Those of the conferences of these turns.  One query where there are none."""
        conferences = Turn.objects.filter(pk__in=turns).values("conference")
        left = Mention.objects.filter(_left(Q(start=None)), turn__conference__in=conferences)
        return cls(list(left.exclude(decided_at=None).select_related("turn").order_by("-decided_at")))

    def where_words_stand(self, new: Collection[int]) -> dict[Place, Mention]:
        """Where in these turns the very words of each stand in the same passage, once in a turn; whatever they name."""
        found: dict[Place, Mention] = {}
        for turn in Turn.objects.filter(pk__in=new) if self._rows and new else ():
            for row, before in self._elsewhere(turn):
                places = [(closeness(one, turn.text, *at), at) for one in before for at in places_of(one, *_said(turn))]
                if places:
                    found.setdefault((turn.pk, *max(places)[1]), row)
        return found

    def of_entities(self, named: Mapping[Place, int]) -> dict[Place, Mention]:
        """For these (entity by place) the one of the same entity in the same passage."""
        found = {}
        turns = Turn.objects.in_bulk({turn for turn, _, _ in named}) if self._rows else {}
        for (pk, start, end), entity in named.items() if turns else ():
            now = Passage(*_said(turns[pk]), start, end)
            for row, before in self._elsewhere(turns[pk]):
                if row.entity_id == entity and any(is_same(one, now) for one in before):
                    found[pk, start, end] = row
                    break
        return found

    def _elsewhere(self, turn: Turn) -> Iterable[tuple[Mention, list[Passage]]]:
        for row in self._rows:
            if row.turn_id != turn.pk and row.turn.conference_id == turn.conference_id:
                yield row, self._passages.of(row.turn, row.spans, [row.lost_words] if row.lost_words else [])


class _Passages:
    """Where words stood that were judged: in a withdrawn turn, or in an earlier text of a turn."""

    def __init__(self, judged: Iterable[Any]) -> None:
        pks = {row.turn_id for row in judged}
        self._earlier = defaultdict(list)
        for version in TurnVersion.objects.filter(turn__in=pks) if pks else ():
            self._earlier[version.turn_id].append(version.text)  # the latest first

    def of(self, turn: Turn, spans: Iterable[tuple[int, int]], lost: Iterable[str]) -> list[Passage]:
        found = [Passage(*_said(turn), *span) for span in spans] if turn.withdrawn_at else []
        for words in lost:
            for text in self._earlier[turn.pk]:
                if (at := text.find(words)) >= 0:
                    found.append(Passage(turn.label, text, at, at + len(words)))
                    break
        return found

    def of_tag(self, tag: Tag) -> list[Passage]:
        return (
            self.of(tag.turn, [(start, end) for start, end in tag.evidence], tag.lost_words or ()) if tag.turn else []
        )

    def whole(self, tag: Tag) -> list[Passage]:
        """The whole turn, where that was judged: no words are marked, and it is withdrawn."""
        turn = tag.turn
        return [Passage(*_said(turn), 0, len(turn.text))] if turn and turn.withdrawn_at and not tag.evidence else []


def _said(turn: Turn) -> tuple[str, str]:
    return turn.label, turn.text


def _says_all(turn: Turn, judged: Turn) -> bool:
    same = turn.label == judged.label and is_same_turn(judged.text, turn.text)
    return same or is_within(judged.text, turn.text)


def _left(lost: Q) -> Q:
    return Q(turn__withdrawn_at__isnull=False) | lost


def _take(new: Any, judged: Any) -> None:
    for name in DECISION:
        setattr(new, name, getattr(judged, name))
