"""What reading a conference names: mentions on its turns."""

from apps.annotations.changes import Changes
from apps.annotations.entities import entities_named
from apps.annotations.meaning import Named
from apps.annotations.models import Mention


def write_mentions(named: dict[int, list[Named]]) -> Changes:
    """Bring the machine's mentions on turns (by id) in line with what they name.  Call it in a transaction.

    Mentions that a person decided about, or added, stay as they are, and no other is put in their place.
    """
    entities = entities_named({(name.kind, name.name) for names in named.values() for name in names})
    wanted = {
        (turn, name.start, name.end): Mention(
            turn_id=turn,
            entity_id=entities[name.kind, name.name],
            start=name.start,
            end=name.end,
            label=name.label,
            origin=name.origin,
        )
        for turn, names in named.items()
        for name in names
        if (name.kind, name.name) in entities
    }
    standing = {(row.turn_id, row.start, row.end): row for row in Mention.objects.filter(turn__in=named).order_by()}
    own = {
        place: row for place, row in standing.items() if row.decided_at is None and row.origin != Mention.Origin.HUMAN
    }
    added = [row for place, row in wanted.items() if place not in standing]
    changed = [row for place, row in own.items() if place in wanted and _differ(row, wanted[place])]
    for row in changed:
        now = wanted[row.turn_id, row.start, row.end]
        row.entity_id, row.label, row.origin = now.entity_id, now.label, now.origin
    removed = [row.pk for place, row in own.items() if place not in wanted]

    undecided = Mention.objects.filter(decided_at=None)  # again: an editor may have decided meanwhile
    if added:
        Mention.objects.bulk_create(added, ignore_conflicts=True)
    if changed:
        undecided.bulk_update(changed, ["entity", "label", "origin"])
    if removed:
        undecided.filter(pk__in=removed).delete()
    return Changes(mentions_added=len(added), mentions_changed=len(changed), mentions_removed=len(removed))


def _differ(one: Mention, other: Mention) -> bool:
    return (one.entity_id, one.label, one.origin) != (other.entity_id, other.label, other.origin)
