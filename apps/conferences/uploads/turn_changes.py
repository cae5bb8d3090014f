from apps.conferences.importing.alignment import Said, align, same_words
from apps.conferences.models import Conference
from apps.transcripts import parse


def turn_changes(conference: Conference, data: bytes) -> dict[str, int]:
    """How many turns an import of ``data`` would add, change and withdraw: ``{new, changed, withdrawn}``."""
    rows = conference.turns.order_by("position", "id")
    standing = [Said(row.label, row.printed_text) for row in rows if row.withdrawn_at is None]
    withdrawn = [Said(row.label, row.printed_text) for row in rows if row.withdrawn_at is not None]
    now = [Said(turn.label or "", turn.text) for turn in parse(data).turns]
    found = align(standing, withdrawn, now)
    earlier = [*standing, *withdrawn]
    pairs = [(earlier[place], said) for place, said in zip(found, now, strict=True) if place is not None]
    kept = sum(place is not None and place < len(standing) for place in found)
    return {
        "new": found.count(None),
        "changed": sum(not same_words(before, after) for before, after in pairs),
        "withdrawn": len(standing) - kept,
    }
