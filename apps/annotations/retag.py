"""One decision about many tags at once."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from apps.annotations.models import Report, Tag, Topic
from apps.annotations.querysets import TagQuerySet
from apps.history.locking import atomic_again


class Decision(StrEnum):
    CONFIRM = "confirm"
    REJECT = "reject"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Retagged:
    """How many tags a decision changes, and why it leaves others as they are."""

    changed: int
    overruled: int = 0  # of those changed: a person had decided otherwise
    already: int = 0  # it says so already
    taken: int = 0  # of those changed: the new topic stands at the same place already, and is confirmed
    taken_rejected: int = 0  # it stands there, but rejected: nothing here brings back what somebody said no to
    rejected: int = 0  # rejected tags keep their topic


def preview_retag(tags: TagQuerySet, decision: Decision, topic: Topic | None, user: User) -> Retagged:
    """What ``retag`` would do this moment: it is done, and rolled back."""
    with transaction.atomic():
        retagged = retag(tags, decision, topic, user)
        transaction.set_rollback(True)
    return retagged


def fingerprint(tags: TagQuerySet) -> str:
    """Differs as soon as one of the tags does, so that what was previewed is what is done."""
    rows = tags.order_by("pk").values_list("pk", "topic", "status", "decided_at")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()


@atomic_again
def retag(tags: TagQuerySet, decision: Decision, topic: Topic | None, user: User) -> Retagged:
    """Confirm all, reject all, or give all another topic, decided by ``user`` now; a fixed number of queries.

    Another topic: the old tag is rejected, whoever added it, so that nothing brings it back, and a new one with the
    same evidence is confirmed in its place, or that which stands there.
    """
    held = tags.hold()
    if decision == Decision.TOPIC:
        if topic is None:
            raise ValueError("Which topic?")
        return _move(held, topic, user)
    status = Tag.Status.CONFIRMED if decision == Decision.CONFIRM else Tag.Status.REJECTED
    open_ones = _undecided(held, status)
    found = _these(open_ones)
    changed = found.confirm(user) if status == Tag.Status.CONFIRMED else found.reject(user)
    return Retagged(changed, _overruled(open_ones), already=len(held) - changed)


def _move(held: list[Tag], topic: Topic, user: User) -> Retagged:
    there = Tag.objects.filter(topic=topic, conference__in={tag.conference_id for tag in held}).order_by("pk")
    standing = {_place(tag): tag for tag in there.select_for_update()}
    others = [tag for tag in held if tag.topic_id != topic.pk]
    judged = [tag for tag in others if tag.status != Tag.Status.REJECTED]
    said_no = {place for place, tag in standing.items() if tag.status == Tag.Status.REJECTED}
    moved = [tag for tag in judged if _place(tag) not in said_no]
    free = {_place(tag): tag for tag in reversed(moved) if _place(tag) not in standing}
    now = timezone.now()
    _these(moved).reject(user)
    added = Tag.objects.bulk_create(
        Tag(
            conference_id=tag.conference_id,
            turn_id=tag.turn_id,
            topic=topic,
            origin=Tag.Origin.HUMAN,
            status=Tag.Status.CONFIRMED,
            evidence=tag.evidence,
            decided_by=user,
            decided_at=now,
        )
        for tag in reversed(free.values())
    )
    confirmed = _undecided([standing[_place(tag)] for tag in moved if _place(tag) in standing])
    _these(confirmed).update(status=Tag.Status.CONFIRMED, decided_by=user, decided_at=now)
    Report.objects.settle(_these([*added, *confirmed]), Tag.Status.CONFIRMED, user, now)
    return Retagged(
        len(moved),
        _overruled(moved),
        already=len(held) - len(others),
        taken=len(moved) - len(free),
        taken_rejected=len(judged) - len(moved),
        rejected=len(others) - len(judged),
    )


def _place(tag: Tag) -> tuple[int, int | None]:
    return tag.conference_id, tag.turn_id


def _undecided(tags: list[Tag], status: str = Tag.Status.CONFIRMED) -> list[Tag]:
    """Those of which nobody has said this."""
    return [tag for tag in tags if tag.status != status or tag.decided_at is None]


def _these(tags: list[Tag]) -> TagQuerySet:
    return Tag.objects.filter(pk__in=[tag.pk for tag in tags])


def _overruled(tags: list[Tag]) -> int:
    return sum(tag.decided_at is not None for tag in tags)
