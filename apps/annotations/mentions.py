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
    wanted: dict[tuple[int, int | None, int | None], Mention] = {
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
    standing = [(_place(row), row) for row in Mention.objects.filter(turn__in=named).order_by()]
    own = [(at, row) for at, row in standing if row.decided_at is None and row.origin != Mention.Origin.HUMAN]
    taken = {at for at, _ in standing}
    added = [row for at, row in wanted.items() if at not in taken]
    changed = []
    for at, row in own:
        now = wanted.get(at)
        if now and (row.entity_id, row.label, row.origin) != (now.entity_id, now.label, now.origin):
            row.entity_id, row.label, row.origin = now.entity_id, now.label, now.origin
            changed.append(row)
    removed = [row.pk for at, row in own if at not in wanted]

    undecided = Mention.objects.filter(decided_at=None)  # again: an editor may have decided meanwhile
    if added:
        Mention.objects.bulk_create(added, ignore_conflicts=True)
    if changed:
        undecided.bulk_update(changed, ["entity", "label", "origin"])
    if removed:
        undecided.filter(pk__in=removed).delete()
    return Changes(mentions_added=len(added), mentions_changed=len(changed), mentions_removed=len(removed))


def _place(row: Mention) -> tuple[int, int | None, int | None]:
    return row.turn_id, row.start, row.end
