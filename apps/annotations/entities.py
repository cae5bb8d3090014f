"""Which entity a name means."""

from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, Q, TextField
from django.db.models.functions import Lower

from apps.annotations.models import Entity

Name = tuple[str, str]
"""A kind and a name."""
NEVER = datetime.min.replace(tzinfo=UTC)


def entities_named(names: set[Name]) -> dict[Name, int]:
    """The id of the entity that each name means, made where there is none.  Call it in a transaction.

    Found by name or alias, whatever their capitals.  One of another kind is meant only if a person decided
    about it: so one that was retyped is found again, and Georgia stays apart from Georgia.  Of several about which
    people decided it is the last one.
    """
    found = _standing(names)
    missing = sorted(names - found.keys())  # in one order everywhere, so that two machines do not wait for each other
    if missing:
        Entity.objects.bulk_create([Entity(kind=kind, name=name) for kind, name in missing], ignore_conflicts=True)
        found |= _standing(set(missing))
    return found


def _standing(names: set[Name]) -> dict[Name, int]:
    words = sorted({name.lower() for _, name in names})
    aliases = Func(F("aliases"), function="annotations_lower", output_field=ArrayField(TextField()))
    rows = Entity.objects.alias(small=Lower("name"), small_aliases=aliases).filter(
        Q(small__in=words) | Q(small_aliases__overlap=words)
    )
    called: defaultdict[str, list[Any]] = defaultdict(list)
    for entity in rows.order_by("pk"):
        for name in {entity.name.lower(), *(alias.lower() for alias in entity.aliases)}:
            called[name].append(entity)
    found = {}
    for kind, name in names:
        meant = [entity for entity in called[name.lower()] if entity.kind == kind or entity.decided_at]
        if meant:
            best = max(meant, key=lambda entity: (entity.kind == kind, entity.decided_at or NEVER))
            found[kind, name] = best.pk
    return found
