"""Who and what a conference names, beside its text."""

from itertools import groupby

from apps.annotations.models import Entity
from apps.conferences.models import Conference

PLURAL = {
    "person": "People",
    "organisation": "Organisations",
    "country": "Countries",
    "place": "Places",
    "group": "Groups",
    "treaty": "Treaties and laws",
    "weapon": "Weapons",
}


def named_here(conference: Conference) -> list[tuple[str, list[Entity]]]:
    """By kind, in words, the entities that it names, each with ``mentioned``: how often.  One query."""
    rows = groupby(Entity.objects.named_in(conference), key=lambda entity: entity.kind)
    found = {kind: list(some) for kind, some in rows}
    return [(words, found[kind]) for kind, words in PLURAL.items() if kind in found]
