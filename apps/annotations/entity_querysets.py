"""The questions that can be asked of entities and of where they are named."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import Case, Count, F, Max, Min, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from apps.annotations.mention_scores import UNSEEN, mention_scores
from apps.conferences.alike import having

AT_ONCE = 20_000  # ids

if TYPE_CHECKING:
    from apps.annotations.models import Entity, Mention  # noqa: F401


class EntityQuerySet(models.QuerySet["Entity"]):
    def standing(self) -> Self:
        """Those that nobody rejected or merged into another."""
        return self.filter(rejected=False, merged_into=None)

    def came_along_with(self, entity: "Entity") -> Self:
        """Those that had been merged into it before it was merged itself, and now lead where it leads."""
        earlier = self.model._meta.get_field("event").related_model._default_manager
        states = earlier.filter(pgh_obj=OuterRef("pk")).exclude(merged_into=OuterRef("merged_into"))
        led_to = Subquery(states.order_by("-pgh_id").values("merged_into")[:1])
        return self.filter(merged_into=entity.merged_into).alias(led_to=led_to).filter(led_to=entity.pk)

    def called(self, name: str) -> Self:
        """By a part of the name, of an alias, or of what one merged into it is called, whatever the accents."""
        names = having(name, "name", "aliases", "merged__name", "merged__aliases")
        return self.filter(names).distinct()


class MentionQuerySet(models.QuerySet["Mention"]):
    def shown(self) -> Self:
        """What readers see: its words stand there, and neither the mention nor what it means is rejected."""
        return (
            self.filter(turn__withdrawn_at=None, start__isnull=False, entity__rejected=False)
            .exclude(status="rejected")
            .exclude(entity__merged_into__rejected=True)
        )

    def of(self, entity: "Entity") -> Self:
        """Of the entity and of those merged into it."""
        return self.filter(Q(entity=entity) | Q(entity__merged_into=entity))

    def by_entity(self) -> "models.QuerySet[Any, Any]":
        """For each entity as it is after merges its id as ``what``, and how many ``mentions`` and ``conferences``."""
        what = self.order_by().values(what=Coalesce("entity__merged_into", "entity"))
        return what.annotate(mentions=Count("pk"), conferences=Count("turn__conference", distinct=True))

    def score_again(self) -> None:
        """Give each the score that such mentions have by now; where all have it, this only looks.

        No words are read again.  What somebody else has locked is passed over, until the next time.
        """
        known = [When(origin=origin, label=label, then=score) for (origin, label), score in mention_scores().items()]
        score = Case(*known, default=UNSEEN, output_field=models.FloatField())
        outdated = self.exclude(origin="human").alias(now=score).exclude(score=F("now")).order_by()
        ends = outdated.aggregate(first=Min("pk"), past=Max("pk") + 1)
        if ends["first"] is None:
            return
        for start in range(ends["first"], ends["past"], AT_ONCE):
            some = outdated.filter(pk__gte=start, pk__lt=start + AT_ONCE)
            with transaction.atomic():
                held = some.select_for_update(skip_locked=True, no_key=True).values_list("pk", flat=True)
                self.filter(pk__in=list(held)).update(score=score)

    def named(self) -> Any:
        """What they name, after merges, by kind and name: dicts of ``what`` (its id), ``kind``, ``name``, ``times``."""
        present = {field: Coalesce(f"entity__merged_into__{field}", f"entity__{field}") for field in ("kind", "name")}
        what: Any = self.order_by().values(what=Coalesce("entity__merged_into", "entity"), **present)
        return what.annotate(times=Count("pk")).order_by("kind", "name", "what")
