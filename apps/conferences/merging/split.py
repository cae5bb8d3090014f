"""Two people, or two bodies, of one name whom an import took for one, become two again."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet

from apps.conferences.importing.names import create_named
from apps.conferences.importing.rows import update_rows
from apps.conferences.merging.merge import keep_apart, rows_of
from apps.conferences.models import Conference, Named, Turn
from apps.conferences.settling import follow
from apps.history.locking import atomic_again


class NothingToSplitError(Exception):
    """None of the conferences has turns of the row any more, or all turns of it are in them."""


def namesakes(row: Named) -> "QuerySet[Any]":
    """Other rows that stand for themselves and have a name of this one."""
    others = rows_of(type(row)).called([row.name, *row.aliases]).unmerged()
    return others.exclude(pk=row.pk).order_by("pk")


def heard_in(row: Named) -> list[dict[str, Any]]:
    """The conferences with turns of the row itself, newest first: ``conference``, ``turns``, ``beside`` (names)."""
    field = str(row._meta.model_name)
    turns = Turn.objects.filter(**{field: row}).order_by()
    found: dict[int, dict[str, Any]] = {}
    beside = "organisation__name" if field == "speaker" else "speaker__name"
    for pk, role, body, count in turns.values_list("conference", "role", beside).annotate(n=Count("pk")):
        told = found.setdefault(pk, {"turns": 0, "beside": {}})
        told["turns"] += count
        told["beside"] |= dict.fromkeys(filter(None, [role if field == "speaker" else "", body]))
    conferences = Conference.objects.filter(pk__in=found).listed()
    return [{**found[conference.pk], "conference": conference} for conference in conferences]


@atomic_again
def split(row: Named, conferences: Collection[int], user: User, into: Named | None = None) -> tuple[Named, int]:
    """Let the row's turns in these conferences be another's: a new row of its name, or ``into``.

    That is the person's decision about each turn, so no import takes it back, and that the two are not the same is
    remembered.  Returns whose they are now and how many.  Raises NothingToSplitError.
    """
    field = str(row._meta.model_name)
    Conference.objects.filter(pk__in=conferences).keep_imports_out()
    of_row = Turn.objects.filter(**{field: row})
    chosen = list(of_row.filter(conference__in=conferences).order_by("pk").select_for_update(of=("self",)))
    if not chosen or len(chosen) == of_row.count():
        raise NothingToSplitError
    if into is None:
        new: Any = type(row)(name=row.name)
        create_named(type(new), [new])
        into = new
    for turn in chosen:
        if field not in turn.decided_fields:
            turn.source_values = {**turn.source_values, field: row.pk}
            turn.decided_fields = sorted([*turn.decided_fields, field])
        setattr(turn, field, into)
    update_rows(chosen, [field, "decided_fields", "source_values"])
    for turn in Turn.objects.filter(pk__in=[turn.pk for turn in chosen], conflicts__field=field):
        follow(turn, [field], user)
    keep_apart(type(row), [row.pk, into.pk], user)
    return into, len(chosen)
