"""What reading a conference names: mentions on its turns."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists

from apps.annotations.carrying import DECISION, JudgedMentions, holds_before
from apps.annotations.changes import Changes
from apps.annotations.entities import entities_named
from apps.annotations.meaning import Named
from apps.annotations.mention_scores import mention_score
from apps.annotations.models import Mention
from apps.annotations.plain_text import plain
from apps.conferences.models import Turn

Place = tuple[int, Any, Any]
"""A turn by id, start and end."""


class Meant(NamedTuple):
    entity: int
    label: str
    origin: str
    score: float | None


def write_mentions(named: dict[int, list[Named]], new: Collection[int] = ()) -> Changes:
    """Bring the machine's mentions on turns (by id) in line with what they name.  Call it in a transaction.

    ``new``: those of the turns that are new, or came back.  What a person decided goes there with the words.

    Mentions that a person decided about, or added, stay as they are, and no other is put in their place, nor over it;
    only a longer name than a rejected one says more, and counts.  One that lost
    its words takes the place of the machine's where these stand again, or where its entity is newly named.
    """
    entities = entities_named({(name.kind, name.name) for names in named.values() for name in names})
    wanted: dict[Place, Meant] = {
        (turn, name.start, name.end): Meant(
            entities[name.kind, name.name], name.label, name.origin, mention_score(name.origin, name.label)
        )
        for turn, names in named.items()
        for name in names
        if (name.kind, name.name) in entities
    }
    standing = [(_place(row), row) for row in Mention.objects.filter(turn__in=named).order_by()]
    own = [(at, row) for at, row in standing if not _is_kept(row)]
    taken = {at for at, _ in standing}
    kept = [(at, row.status) for at, row in standing if row.start is not None and _is_kept(row)]
    judged = JudgedMentions.near(named) if new or any(at not in taken for at in wanted) else JudgedMentions([])
    there = judged.where_words_stand(new)
    _overrule([(row, there[at]) for at, row in standing if at in there and row.decided_at])
    blocked = {*_overruled(there, kept), *(at for at, _ in kept)}
    carried: dict[Place, Mention] = {at: row for at, row in there.items() if at not in blocked}
    for at in _overruled(wanted, [*kept, *((at, row.status) for at, row in carried.items())]):
        del wanted[at]
    wanted |= {at: Meant(row.entity_id, row.label, row.origin, row.score) for at, row in carried.items()}
    found_again = _found_again([row for _, row in standing if row.start is None and _is_kept(row)], wanted, standing)
    for at in found_again:
        del wanted[at]
    again = {at for at, _ in own if at[0] in new}
    fresh = {at: meant for at, meant in wanted.items() if at not in taken or at in again}
    carried = judged.of_entities({at: meant.entity for at, meant in fresh.items()}) | carried
    added = {at: meant for at, meant in fresh.items() if at not in taken or at in carried}
    changed = []
    for at, row in own:
        now = wanted.get(at)
        if now and at not in carried and (row.entity_id, row.label, row.origin, row.score) != now:
            row.entity_id, row.label, row.origin, row.score = now
            changed.append(row)
    removed = [row.pk for at, row in own if at not in wanted or at in added]

    undecided = Mention.objects.filter(decided_at=None)  # again: an editor may have decided meanwhile
    if removed:
        undecided.filter(pk__in=removed).delete()
    if added:
        _add(added, carried)
    if changed:
        undecided.bulk_update(changed, Meant._fields)
    for (turn, start, end), row in found_again.items():
        taken_now = Mention.objects.filter(turn=turn, start=start, end=end)
        Mention.objects.filter(~Exists(taken_now), pk=row.pk, start=None).update(start=start, end=end, lost_words="")
    return Changes(mentions_added=len(added), mentions_changed=len(changed), mentions_removed=len(removed))


def _decision(row: Mention) -> tuple[object, ...]:
    return row.status, row.decided_by_id, row.decided_at


def _is_kept(row: Mention) -> bool:
    return row.decided_at is not None or row.origin == Mention.Origin.HUMAN


def _overruled(wanted: Iterable[Place], kept: Iterable[tuple[Place, str]]) -> list[Place]:
    """The places that overlap one of those with a status that a person gave them, and are not the very same."""
    decided: defaultdict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    for (turn, start, end), status in kept:
        decided[turn].append((start, end, status == Mention.Status.REJECTED))

    def is_overruled(start: int, end: int, first: int, past: int, rejected: bool) -> bool:
        longer = start <= first and past <= end
        return start < past and first < end and (start, end) != (first, past) and not (rejected and longer)

    return [
        (turn, start, end)
        for turn, start, end in wanted
        if any(is_overruled(start, end, *each) for each in decided.get(turn, ()))
    ]


def _overrule(judged: list[tuple[Mention, Mention]]) -> None:
    """Let decided mentions have the decision beside each, where that was made on a copy of theirs."""
    for row, later in judged:
        if holds_before(later, row):
            now = {name: getattr(later, name) for name in ("entity_id", *DECISION)}
            Mention.objects.filter(pk=row.pk, decided_at=row.decided_at).update(**now)


def _found_again(
    lost: list[Mention], wanted: dict[Place, Meant], standing: list[tuple[Place, Mention]]
) -> dict[Place, Mention]:
    """The places at which these mentions, which have none, stand again."""
    if not lost:
        return {}
    kept = {at for at, row in standing if _is_kept(row)}
    before = {at for at, _ in standing}
    texts = dict(Turn.objects.filter(pk__in={row.turn_id for row in lost}).values_list("pk", "text"))
    free = {at: _bare(texts[at[0]][at[1] : at[2]]) for at in sorted(wanted) if at[0] in texts and at not in kept}
    found: dict[Place, Mention] = {}
    for row in lost:
        here = [at for at in free if at[0] == row.turn_id and at not in found]
        again = [at for at in here if free[at] == _bare(row.lost_words)]
        again += [at for at in here if at not in before and wanted[at].entity == row.entity_id]
        if again:
            found[again[0]] = row
    return found


def _bare(words: str) -> list[str]:
    return plain(words).casefold().split()


def _place(row: Mention) -> Place:
    return row.turn_id, row.start, row.end


def _add(mentions: dict[Place, Meant], judged: dict[Place, Mention]) -> None:
    """Insert all in one statement, which a transcript's hundreds of names pass through far sooner than as objects.

    Each is as the one of those ``judged`` that stands for it, if any.
    """
    columns = ("turn_id", "start", "end", "entity_id", *Meant._fields[1:], "status", "decided_by_id", "decided_at")
    undecided = (Mention.Status.SUGGESTED, None, None)
    rows = [
        dict(zip(columns, (*at, *meant, *(_decision(judged[at]) if at in judged else undecided)), strict=True))
        for at, meant in mentions.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO annotations_mention (turn_id, start, "end", entity_id, label, origin, score, status,'
            ' decided_by_id, decided_at) SELECT turn_id, start, "end", entity_id, label, origin, score, status,'
            " decided_by_id, decided_at FROM jsonb_to_recordset(%s) AS now (turn_id bigint, start integer,"
            ' "end" integer, entity_id bigint, label text, origin text, score float8, status text,'
            " decided_by_id bigint, decided_at timestamptz)"
            " ON CONFLICT DO NOTHING",
            [json.dumps(rows, default=str)],
        )
