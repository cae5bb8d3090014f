"""What a person says about a tag, saved so that no machine undoes it."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from apps.annotations.models import Report, Tag, Topic
from apps.annotations.querysets import TagQuerySet
from apps.annotations.retag import Decision
from apps.conferences.models import Conference, Turn
from apps.history.locking import atomic_again


@transaction.atomic
def save_decision(tag: Tag, changed: Collection[str], user: AbstractBaseUser) -> Tag:
    """Save a new tag, or the fields in ``changed`` of one that exists, as ``user`` entered it; returns what holds now.

    Another topic: the old tag is rejected, whoever added it, so that nothing brings it back, and a new one with the
    same evidence is added.  The status "suggested" takes a decision back.  What was reported of the tag is settled by a
    decision, and open again without it.
    """
    if tag._state.adding:
        tag.origin = Tag.Origin.HUMAN
    elif not changed:
        return tag
    elif "topic" in changed:
        tag = _instead_of(Tag.objects.get(pk=tag.pk), tag, user)
    decided, before = tag.status != Tag.Status.SUGGESTED, tag.decided_at
    tag.decided_by_id = user.pk if decided else None
    tag.decided_at = timezone.now() if decided else None
    if tag._state.adding:
        tag.save()
    else:  # its marks may have moved since it was read: the same form can change the turn's words
        tag.save(update_fields={field.name for field in Tag._meta.concrete_fields} - {"id", "evidence", "lost_words"})
    if decided:
        Report.objects.settle(Tag.objects.filter(pk=tag.pk), tag.status, user, tag.decided_at or timezone.now())
    else:
        Report.objects.settled_by_undone([before]).reopen()
    return tag


def _instead_of(old: Tag, entered: Tag, user: AbstractBaseUser) -> Tag:
    Tag.objects.filter(pk=old.pk).reject(user)
    return Tag(
        conference_id=old.conference_id,
        turn_id=old.turn_id,
        topic=entered.topic,
        origin=Tag.Origin.HUMAN,
        status=Tag.Status.CONFIRMED if entered.status == Tag.Status.SUGGESTED else entered.status,
        evidence=old.evidence,
    )


class DecidedMeanwhileError(Exception):
    """Somebody decided about ``tag`` after it was shown."""

    def __init__(self, tag: Tag) -> None:
        super().__init__(f"“{tag.topic}” is {tag.get_status_display().lower()} meanwhile, by {tag.decided_by}.")
        self.tag = tag


@atomic_again
def judge(pk: int, seen: str, decision: Decision, topic: Topic | None, user: AbstractBaseUser) -> Tag:
    """Confirm, reject or give another topic to one tag, shown to ``user`` with the status ``seen``; returns what holds.

    Raises ``Tag.DoesNotExist`` where it is gone, ``DecidedMeanwhileError`` where its status is another by now.
    """
    held = Tag.objects.filter(pk=pk).hold()
    if not held:
        raise Tag.DoesNotExist
    tag = held[0]
    if tag.status != seen:
        raise DecidedMeanwhileError(tag)
    if decision == Decision.TOPIC and topic != tag.topic:
        if topic is None:
            raise ValueError("Which topic?")
        if standing := _here(tag, topic).first():
            Tag.objects.filter(pk=tag.pk).reject(user)
            return _confirm(standing, user)
        tag.topic, tag.status = topic, Tag.Status.CONFIRMED
        return save_decision(tag, ["topic"], user)
    if decision == Decision.REJECT:
        tag.status = Tag.Status.REJECTED
        return save_decision(tag, ["status"], user)
    return _confirm(tag, user)


@transaction.atomic
def add_topic(turn: Turn, topic: Topic, user: AbstractBaseUser) -> Tag:
    """Put ``topic`` on the turn, confirmed by ``user``; where it stands there already, rejected even, confirm that.

    Raises ``Tag.DoesNotExist`` where the turn is gone with its conference meanwhile.
    """
    Conference.objects.filter(pk=turn.conference_id).keep_imports_out()
    if not Turn.objects.filter(pk=turn.pk).exists():
        raise Tag.DoesNotExist
    tag, _ = Tag.objects.select_for_update().get_or_create(
        conference_id=turn.conference_id, turn_id=turn.pk, topic_id=topic.pk
    )
    return _confirm(tag, user)


def _here(tag: Tag, topic: Topic) -> TagQuerySet:
    return Tag.objects.select_for_update().filter(conference=tag.conference_id, turn=tag.turn_id, topic=topic)


def _confirm(tag: Tag, user: AbstractBaseUser) -> Tag:
    tag.status = Tag.Status.CONFIRMED
    return save_decision(tag, ["status"], user)
