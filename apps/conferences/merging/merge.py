"""Merging rows that are one person or one outlet, taking that back, and saying that two are not the same."""

from collections.abc import Collection, Iterable
from itertools import product
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from apps.conferences.models import DistinctOrganisations, DistinctSpeakers, Named, Organisation, Speaker, Turn
from apps.conferences.querysets import NamedQuerySet, TurnQuerySet
from apps.history.changes import changes_of_row
from apps.history.locking import atomic_again

DISTINCT: dict[type[Named], type[DistinctSpeakers | DistinctOrganisations]] = {
    Speaker: DistinctSpeakers,
    Organisation: DistinctOrganisations,
}


def rows_of(model: type[Named]) -> "NamedQuerySet[Any]":
    return NamedQuerySet(model)


class MergedMeanwhileError(Exception):
    """One of the rows stands for another by now, or is gone."""


@atomic_again
def merge(rows: Collection[Named], into: Named) -> int:
    """Let all ``rows`` be ``into`` from now on; returns how many others there were.  Nothing else of them changes.

    What was said of them before, that they are not the same, no longer holds.  Raises MergedMeanwhileError.
    """
    model: type[Named] = type(into)
    pks = {row.pk for row in (*rows, into)}
    held = rows_of(model).select_for_update(of=("self",)).filter(pk__in=pks, merged_into=None).order_by("pk")
    if {row.pk for row in held} != pks:
        raise MergedMeanwhileError
    said_distinct(model, pks).delete()
    others = pks - {into.pk}
    rows_of(model).filter(pk__in=others).update(merged_into=into)
    return len(others)


@atomic_again
def unmerge(row: Named, user: User) -> None:
    """Let ``row`` stand for itself again, and remember that ``user`` tells it from what it was merged into.

    Its turns, names and address are its own again, for they never left it.  Raises MergedMeanwhileError.
    """
    held = rows_of(type(row)).select_for_update(of=("self",)).get(pk=row.pk)
    if held.merged_into_id is None:
        raise MergedMeanwhileError
    keep_apart(type(row), [held.pk, held.merged_into_id], user)
    rows_of(type(row)).filter(pk=row.pk).update(merged_into=None)


def keep_apart(model: type[Named], pks: Iterable[int], user: User) -> None:
    """Remember that the two rows are not the same."""
    one, other = sorted(pks)
    DISTINCT[model].objects.get_or_create(
        one_id=one, other_id=other, defaults={"decided_by": user, "decided_at": timezone.now()}
    )


def said_distinct(
    model: type[Named], pks: Collection[int]
) -> "models.QuerySet[DistinctSpeakers | DistinctOrganisations]":
    """What was said of any two of these, or of those merged into them, that they are not the same."""
    by_now = {
        row.pk: row.survivor_id or row.pk
        for row in rows_of(model).filter(models.Q(pk__in=pks) | models.Q(survivor__in=pks))
    }
    pairs = [(a, b) for a, b in product(by_now, by_now) if a < b and by_now[a] != by_now[b]]
    said = models.Q(pk__in=[])
    for a, b in pairs:
        said |= models.Q(one=a, other=b)
    return DISTINCT[model].objects.filter(said)


def stays_elsewhere(row: Named) -> TurnQuerySet:
    """Turns that led to the row when it was merged and that a person has attributed otherwise since.

    They stay where that person put them when the merge is taken back.
    """
    field = str(row._meta.model_name)
    merges = [
        change
        for change in changes_of_row(type(row), pgh_obj=row.pk)
        if change.before and change.after and not change.before["merged_into_id"] and change.after["merged_into_id"]
    ]
    if not merges:
        return Turn.objects.none()
    left = {f"event__{field}": row.pk, "event__pgh_label": "update", "event__pgh_created_at__gte": merges[0].when}
    turns = Turn.objects.filter(**left, decided_fields__contains=[field]).exclude(**{field: row.pk})
    return turns.distinct()


def merged_below(row: Named) -> list[int]:
    """The ids of the row and of all that were merged into it, directly or by way of others."""
    steps = rows_of(type(row)).filter(survivor=row.present).values_list("pk", "merged_into")
    found, below = [row.pk], {row.pk}
    while below:
        below = {pk for pk, into in steps if into in below}
        found += below
    return found
