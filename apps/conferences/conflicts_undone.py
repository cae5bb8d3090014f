"""Conflicts after an undo, which takes decisions away or brings them back: each says again what is so."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from apps.conferences.importing.conflicts import Conflicts
from apps.conferences.models import Conference, Conflict, Turn
from apps.conferences.models.decided import plain
from apps.history.changes import Change, tracked_fields


def set_right(changes: Iterable[Change], **kwargs: Any) -> None:  # noqa: ARG001
    """End the conflicts about fields that nobody decides any more, and find those of decisions that are back."""
    pks: dict[Any, set[int]] = {Conference: set(), Turn: set(), Conflict: set()}
    for change in changes:
        if change.model in pks and change.before and change.after:
            pks[change.model].add(change.pk)
            if change.model is not Conflict:
                _compare_again(change, change.before, change.after)
    about = Q(pk__in=pks[Conflict]) | Q(turn__in=pks[Turn]) | Q(turn=None, conference__in=pks[Conference])
    for conflict in Conflict.objects.filter(about, settled__in=["", "mine"]).select_related("conference", "turn"):
        _set_right(conflict)


def _compare_again(change: Change, now: dict[str, Any], until_now: dict[str, Any]) -> None:
    """Where a decision is back: what stood until now is what the source says."""
    back = set(now["decided_fields"]) - set(until_now["decided_fields"])
    values = {one.name: until_now[one.attname] for one in tracked_fields(change.model) if one.name in back}
    if not values:
        return
    row: Any = change.model._base_manager.get(pk=change.pk)
    conflicts = Conflicts(row.conference if isinstance(row, Turn) else row)
    row.save(update_fields=conflicts.compare(row, values, []))
    conflicts.write(None)


def _set_right(conflict: Conflict) -> None:
    row = conflict.about
    conflict.mine = plain(getattr(row, conflict.field)) if conflict.field in row.decided_fields else conflict.mine
    if conflict.field not in row.decided_fields or (not conflict.settled and conflict.mine == conflict.theirs):
        conflict.settled, conflict.settled_at, conflict.settled_by = Conflict.Settled.GONE, timezone.now(), None
    conflict.save()
