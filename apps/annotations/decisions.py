"""What a person says about a tag, saved so that no machine undoes it."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from apps.annotations.models import Tag


@transaction.atomic
def save_decision(tag: Tag, changed: Collection[str], user: AbstractBaseUser) -> Tag:
    """Save a new tag, or the fields in ``changed`` of one that exists, as ``user`` entered it; returns what holds now.

    Another topic on a tag that a person did not add: the old tag is rejected, so that nothing brings it back, and
    a new one with the same evidence is added.  The status "suggested" takes a decision back.
    """
    if tag._state.adding:
        tag.origin = Tag.Origin.HUMAN
    elif not changed:
        return tag
    elif "topic" in changed and tag.origin != Tag.Origin.HUMAN:
        tag = _instead_of(Tag.objects.get(pk=tag.pk), tag, user)
    decided = tag.status != Tag.Status.SUGGESTED
    tag.decided_by_id = user.pk if decided else None
    tag.decided_at = timezone.now() if decided else None
    if tag._state.adding:
        tag.save()
    else:  # its marks may have moved since it was read: the same form can change the turn's words
        tag.save(update_fields={field.name for field in Tag._meta.concrete_fields} - {"id", "evidence"})
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
