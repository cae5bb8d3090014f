"""One decision about many tags at once."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from apps.annotations.models import Tag, Topic
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
    taken: int = 0  # the new topic stands at the same place already
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

    Another topic on a tag that no person added: the old tag is rejected, so that nothing brings it back, and a
    new one with the same evidence is confirmed in its place.
    """
    held = tags.hold()
    if decision == Decision.TOPIC:
        if topic is None:
            raise ValueError("Which topic?")
        return _move(held, topic, user)
    status = Tag.Status.CONFIRMED if decision == Decision.CONFIRM else Tag.Status.REJECTED
    open_ones = [tag for tag in held if tag.status != status or tag.decided_at is None]
    found = _these(open_ones)
    changed = found.confirm(user) if status == Tag.Status.CONFIRMED else found.reject(user)
    return Retagged(changed, _overruled(open_ones), already=len(held) - changed)


def _move(held: list[Tag], topic: Topic, user: User) -> Retagged:
    standing = Tag.objects.filter(topic=topic).values_list("conference_id", "turn_id", "status")
    places: set[tuple[int, int | None]] = {(conference, turn) for conference, turn, _ in standing}
    said_no = {(conference, turn) for conference, turn, status in standing if status == Tag.Status.REJECTED}
    already = [tag for tag in held if tag.topic_id == topic.pk]
    rejected = [tag for tag in held if tag.topic_id != topic.pk and tag.status == Tag.Status.REJECTED]
    moved: list[Tag] = []
    for tag in held:
        place = (tag.conference_id, tag.turn_id)
        if tag.topic_id != topic.pk and tag.status != Tag.Status.REJECTED and place not in places:
            places.add(place)
            moved.append(tag)
    own = [tag for tag in moved if tag.origin == Tag.Origin.HUMAN]
    others = [tag for tag in moved if tag.origin != Tag.Origin.HUMAN]
    now = timezone.now()
    _these(own).update(topic=topic, status=Tag.Status.CONFIRMED, decided_by=user, decided_at=now)
    _these(others).reject(user)
    Tag.objects.bulk_create(
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
        for tag in others
    )
    taken = len(held) - len(already) - len(rejected) - len(moved)
    no = sum(
        (tag.conference_id, tag.turn_id) in said_no
        for tag in held
        if tag.topic_id != topic.pk and tag.status != Tag.Status.REJECTED
    )
    return Retagged(len(moved), _overruled(moved), len(already), taken - no, no, len(rejected))


def _these(tags: list[Tag]) -> TagQuerySet:
    return Tag.objects.filter(pk__in=[tag.pk for tag in tags])


def _overruled(tags: list[Tag]) -> int:
    return sum(tag.decided_at is not None for tag in tags)
