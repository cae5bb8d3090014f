"""What a person says about a conflict: ours stays, or the source's value takes its place."""

import hashlib
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from apps.conferences.importing.slugs import free_slug
from apps.conferences.models import Conference, Conflict, Turn
from apps.conferences.models.decided import plain
from apps.conferences.querysets import ConflictQuerySet
from apps.conferences.signals import words_changed
from apps.history.locking import atomic_again


def fingerprint(conflict: Conflict) -> str:
    """Differs as soon as either side says something else or somebody settles it: only what was seen is settled."""
    return hashlib.sha256(repr((conflict.mine, conflict.theirs, conflict.settled)).encode()).hexdigest()[:16]


def keep_mine(conflicts: ConflictQuerySet, user: AbstractBaseUser) -> int:
    """Settle the open ones: the person's value stands until the source says yet another thing.  Returns how many."""
    return conflicts.open().update(settled=Conflict.Settled.MINE, settled_at=timezone.now(), settled_by=user)


@atomic_again
def take_theirs(conflicts: ConflictQuerySet, user: AbstractBaseUser) -> int:
    """Settle the open ones: the field has the source's value and follows the source again.  Returns how many.

    Raises Speaker.DoesNotExist or Organisation.DoesNotExist where the source names one that was deleted since.
    """
    settled = 0
    for conflict in conflicts.open().hold():
        row = _row(conflict)
        row.give_back(conflict.field, _value(conflict))
        if conflict.field == "event_date" and isinstance(row, Conference):
            row.slug = free_slug(row)
        row.save()
        conflict.settled, conflict.settled_at = Conflict.Settled.THEIRS, timezone.now()
        conflict.settled_by_id = user.pk
        conflict.save()
        settled += 1
        if conflict.field == "text":
            words_changed.send(Conference, conference=row.conference)
    return settled


def follow(row: Conference | Turn, fields: list[str], user: AbstractBaseUser) -> None:
    """A person set these fields anew, knowing what the source says: conflicts about them are about that value now."""
    for conflict in Conflict.objects.of(row).filter(field__in=fields):
        conflict.mine = plain(getattr(row, conflict.field))
        if conflict.settled == Conflict.Settled.GONE:
            conflict.before = conflict.theirs
        elif conflict.settled == Conflict.Settled.OPEN and conflict.mine == conflict.theirs:
            conflict.settled, conflict.settled_at = Conflict.Settled.MINE, timezone.now()
            conflict.settled_by_id = user.pk
        conflict.save()


def _row(conflict: Conflict) -> Any:
    """What it is about, as it stands by now: an earlier conflict may have changed it."""
    rows = Turn.objects.select_related("conference") if conflict.turn_id else Conference.objects.all()
    return rows.get(pk=conflict.turn_id or conflict.conference_id)


def _value(conflict: Conflict) -> Any:
    field = conflict.row_field
    if field.related_model and conflict.theirs is not None:
        return field.related_model.objects.get(pk=conflict.theirs)
    return field.to_python(conflict.theirs) if not field.related_model else None
