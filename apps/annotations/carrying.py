"""What a person decided about words goes with them into another turn.

An import that joins, splits, or moves and rewords turns makes new ones of them, or withdraws some; what was judged
stays on the turn where it was judged.  The machine would suggest it anew on the turn that says it now.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q

from apps.annotations.models import Mention, Tag
from apps.annotations.passages import Passage, is_same, is_same_turn, is_within
from apps.conferences.models import Conference, Turn, TurnVersion

DECISION = ("status", "decided_by_id", "decided_at")


def carry_to_tags(added: Iterable[Tag]) -> None:
    """Give suggestions that are about to be saved what a person decided about the same words.  At most three queries.

    Such are decisions about the same topic in the same conference, on words that are no longer read where they stood.
    """
    new = list(added)
    left = Tag.objects.filter(
        _left(Q(lost_words__isnull=False)), conference__in={tag.conference_id for tag in new}, decided_at__isnull=False
    )
    judged = defaultdict(list)
    for tag in left.filter(topic__in={tag.topic_id for tag in new}).select_related("turn").order_by("-decided_at"):
        judged[tag.conference_id, tag.topic_id].append((tag, _spans(tag)))
    if not judged:
        return
    concerned = [tag for tag in new if (tag.conference_id, tag.topic_id) in judged]
    passages = _Passages(tag for rows in judged.values() for tag, _ in rows)
    turns = Turn.objects.in_bulk({tag.turn_id for tag in concerned})
    for tag in concerned:
        turn = turns[tag.turn_id or 0]
        now = [Passage(turn.label, turn.text, *span) for span in tag.evidence]
        for row, spans in judged[tag.conference_id, tag.topic_id]:
            before = passages.of(row.turn, spans, row.lost_words or ()) if row.turn else []
            if any(is_same(one, other) for one in before for other in now):
                _take(tag, row)
                break


def carry_whole(conference: Conference, new: Collection[int]) -> None:
    """Give turns of new words, by id, the topics that a person confirmed on a withdrawn one, all of which they say.

    One query where nothing was withdrawn.
    """
    if not new:
        return
    left = conference.tags.filter(turn__withdrawn_at__isnull=False, status=Tag.Status.CONFIRMED)
    judged = list(left.exclude(decided_at=None).select_related("turn"))
    if not judged:
        return
    turns = Turn.objects.in_bulk(new)
    standing = set(conference.tags.filter(turn__in=new).values_list("turn_id", "topic_id"))
    for tag in judged:
        for turn in turns.values():
            if tag.turn is None or (turn.pk, tag.topic_id) in standing:
                continue
            same = turn.label == tag.turn.label and is_same_turn(tag.turn.text, turn.text)
            if same or is_within(tag.turn.text, turn.text):
                carried = Tag(conference=conference, turn=turn, topic_id=tag.topic_id, origin=tag.origin)
                _take(carried, tag)
                carried.save()
                standing.add((turn.pk, tag.topic_id))


def carried_to_mentions(added: Mapping[tuple[int, int, int], int]) -> dict[tuple[int, int, int], Mention]:
    """For new mentions (entity by turn, start and end) those of the same entity that a person judged in the same words.

    One query where no decision has lost its words.
    """
    if not added:
        return {}
    conferences = Turn.objects.filter(pk__in={turn for turn, _, _ in added}).values("conference")
    left = Mention.objects.filter(_left(Q(start=None)), turn__conference__in=conferences, entity__in={*added.values()})
    judged = list(left.exclude(decided_at=None).select_related("turn").order_by("-decided_at"))
    if not judged:
        return {}
    passages = _Passages(judged)
    turns = Turn.objects.in_bulk({turn for turn, _, _ in added})
    found = {}
    for (pk, start, end), entity in added.items():
        turn = turns[pk]
        now = Passage(turn.label, turn.text, start, end)
        for row in judged:
            if row.entity_id == entity and row.turn.conference_id == turn.conference_id and row.turn_id != pk:
                before = passages.of(row.turn, row.spans, [row.lost_words] if row.lost_words else [])
                if any(is_same(one, now) for one in before):
                    found[pk, start, end] = row
                    break
    return found


class _Passages:
    """Where words stood that were judged: in a withdrawn turn, or in an earlier text of a turn."""

    def __init__(self, judged: Iterable[Any]) -> None:
        pks = {row.turn_id for row in judged}
        self._earlier = defaultdict(list)
        for version in TurnVersion.objects.filter(turn__in=pks) if pks else ():
            self._earlier[version.turn_id].append(version.text)  # the latest first

    def of(self, turn: Turn, spans: Iterable[tuple[int, int]], lost: Iterable[str]) -> list[Passage]:
        whole = [*spans] or [(0, len(turn.text))]
        found = [Passage(turn.label, turn.text, *span) for span in whole] if turn.withdrawn_at else []
        for words in lost:
            for text in self._earlier[turn.pk]:
                if (at := text.find(words)) >= 0:
                    found.append(Passage(turn.label, text, at, at + len(words)))
                    break
        return found


def _left(lost: Q) -> Q:
    return Q(turn__withdrawn_at__isnull=False) | lost


def _spans(tag: Tag) -> list[tuple[int, int]]:
    return [(start, end) for start, end in tag.evidence]


def _take(new: Any, judged: Any) -> None:
    for name in DECISION:
        setattr(new, name, getattr(judged, name))
