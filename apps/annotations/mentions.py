"""What reading a conference names: mentions on its turns."""

import json
from typing import NamedTuple

from django.db import connection

from apps.annotations.changes import Changes
from apps.annotations.entities import entities_named
from apps.annotations.meaning import Named
from apps.annotations.models import Mention

Place = tuple[int, int | None, int | None]
"""A turn by id, start and end."""


class Meant(NamedTuple):
    entity: int
    label: str
    origin: str


def write_mentions(named: dict[int, list[Named]]) -> Changes:
    """Bring the machine's mentions on turns (by id) in line with what they name.  Call it in a transaction.

    Mentions that a person decided about, or added, stay as they are, and no other is put in their place.
    """
    entities = entities_named({(name.kind, name.name) for names in named.values() for name in names})
    wanted: dict[Place, Meant] = {
        (turn, name.start, name.end): Meant(entities[name.kind, name.name], name.label, name.origin)
        for turn, names in named.items()
        for name in names
        if (name.kind, name.name) in entities
    }
    standing = [(_place(row), row) for row in Mention.objects.filter(turn__in=named).order_by()]
    own = [(at, row) for at, row in standing if row.decided_at is None and row.origin != Mention.Origin.HUMAN]
    taken = {at for at, _ in standing}
    added = {at: meant for at, meant in wanted.items() if at not in taken}
    changed = []
    for at, row in own:
        now = wanted.get(at)
        if now and (row.entity_id, row.label, row.origin) != now:
            row.entity_id, row.label, row.origin = now
            changed.append(row)
    removed = [row.pk for at, row in own if at not in wanted]

    undecided = Mention.objects.filter(decided_at=None)  # again: an editor may have decided meanwhile
    if added:
        _add(added)
    if changed:
        undecided.bulk_update(changed, ["entity", "label", "origin"])
    if removed:
        undecided.filter(pk__in=removed).delete()
    return Changes(mentions_added=len(added), mentions_changed=len(changed), mentions_removed=len(removed))


def _place(row: Mention) -> Place:
    return row.turn_id, row.start, row.end


def _add(mentions: dict[Place, Meant]) -> None:
    """Insert all in one statement, which a transcript's hundreds of names pass through far sooner than as objects."""
    columns = ("turn_id", "start", "end", "entity_id", "label", "origin")
    rows = [dict(zip(columns, (*place, *meant), strict=True)) for place, meant in mentions.items()]
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO annotations_mention (turn_id, start, "end", entity_id, label, origin, status)'
            " SELECT turn_id, start, \"end\", entity_id, label, origin, 'suggested' FROM jsonb_to_recordset(%s)"
            ' AS now (turn_id bigint, start integer, "end" integer, entity_id bigint, label text, origin text)'
            " ON CONFLICT DO NOTHING",
            [json.dumps(rows)],
        )
