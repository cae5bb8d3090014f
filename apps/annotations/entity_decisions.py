"""What a person says about an entity or a mention, saved so that no machine undoes it."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from apps.annotations.models import Entity, Mention
from apps.history.locking import atomic_again


@transaction.atomic
def save_entity(entity: Entity, changed: Collection[str], user: AbstractBaseUser) -> None:
    """Save an entity as ``user`` entered it; ``changed`` names the fields that differ from what stands.

    A name that it had stays as an alias, by which it is found again.
    """
    if entity.pk and "name" in changed:
        earlier = Entity.objects.get(pk=entity.pk).name
        if earlier not in entity.aliases:
            entity.aliases = [*entity.aliases, earlier]
    if entity.pk and not changed:
        return
    entity.decided_by_id, entity.decided_at = user.pk, timezone.now()
    if entity.pk:  # it may have been merged since the form was opened
        entity.save(update_fields=[*changed, "aliases", "decided_by", "decided_at"])
    else:
        entity.save()


class MergedMeanwhileError(Exception):
    """One of the entities stands for another by now, or is gone."""


@atomic_again
def merge_entities(entities: Collection[Entity], into: Entity, user: AbstractBaseUser) -> None:
    """Let all of them be ``into`` from now on; their mentions and names stay theirs and lead there.

    What was merged into one of them goes along, so that one step always leads to what it is by now.  Raises
    MergedMeanwhileError.
    """
    pks = {entity.pk for entity in (*entities, into)}
    held = Entity.objects.select_for_update().filter(pk__in=pks, merged_into=None).order_by("pk")
    if {entity.pk for entity in held} != pks:
        raise MergedMeanwhileError
    others = pks - {into.pk}
    Entity.objects.filter(pk__in=others).update(merged_into=into, decided_by=user, decided_at=timezone.now())
    Entity.objects.filter(merged_into__in=others).update(merged_into=into)


@transaction.atomic
def unmerge_entity(entity: Entity, user: AbstractBaseUser) -> None:
    """Let it stand for itself again, with the mentions that never left it and with those that came along with it.

    Raises MergedMeanwhileError.
    """
    along = list(Entity.objects.came_along_with(entity).values_list("pk", flat=True))
    merged = Entity.objects.filter(pk=entity.pk, merged_into=entity.merged_into).exclude(merged_into=None)
    if not merged.update(merged_into=None, decided_by=user, decided_at=timezone.now()):
        raise MergedMeanwhileError
    Entity.objects.filter(pk__in=along, merged_into=entity.merged_into).update(merged_into=entity)


def reject_entities(entities: Collection[Entity], user: AbstractBaseUser) -> int:
    """None of them is an entity, now or at any later mention; returns how many had not been rejected before."""
    open_ones = Entity.objects.filter(pk__in=[entity.pk for entity in entities], rejected=False)
    return open_ones.update(rejected=True, decided_by=user, decided_at=timezone.now())


def save_mention(mention: Mention, user: AbstractBaseUser) -> None:
    """Save a mention as ``user`` judges it: another entity confirms it, "suggested" takes a decision back."""
    held = Mention.objects.get(pk=mention.pk)
    if held.entity_id != mention.entity_id and mention.status == Mention.Status.SUGGESTED:
        mention.status = Mention.Status.CONFIRMED
    decided = mention.status != Mention.Status.SUGGESTED
    mention.decided_by_id = user.pk if decided else None
    mention.decided_at = timezone.now() if decided else None
    mention.save()


def judge_mentions(mentions: Collection[Mention], status: str, user: AbstractBaseUser) -> int:
    """Confirm or reject them; returns how many were not so before."""
    open_ones = Mention.objects.filter(pk__in=[mention.pk for mention in mentions]).exclude(status=status)
    return open_ones.update(status=status, decided_by=user, decided_at=timezone.now())
