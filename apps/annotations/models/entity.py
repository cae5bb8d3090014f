from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from apps.annotations.entity_querysets import EntityQuerySet
from apps.conferences.links import link
from apps.history.track import tracked


@tracked("kind", "name", "aliases", "merged_into", "rejected", "decided_by", "decided_at")
class Entity(models.Model):
    """Somebody or something that is named: one row, however it is called where it is mentioned.

    What a person decided about it (``decided_at``) holds for every later mention: its kind, its name, what it was
    merged into, and that it is ``rejected``, no entity at all.
    """

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"
        COUNTRY = "country"
        PLACE = "place"
        GROUP = "group"
        TREATY = "treaty", "Treaty or law"
        WEAPON = "weapon"

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names that mean the same, separated by commas.",
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        help_text="The entity that this one turned out to be.",
    )
    rejected = models.BooleanField(default=False, help_text="It is no entity at all.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EntityQuerySet.as_manager()

    class Meta:
        ordering = ["name", "kind"]
        verbose_name_plural = "entities"
        constraints = [
            models.UniqueConstraint(Lower("name"), "kind", name="entity_name_unique_in_kind"),
            models.CheckConstraint(condition=~Q(name=""), name="entity_has_a_name"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="entity_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["person", "organisation", "country", "place", "group", "treaty", "weapon"],
                ),
                name="entity_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="entity_decided_by_whom_and_when",
            ),
        ]
        indexes = [GinIndex(Func(F("aliases"), function="annotations_lower"), name="entity_by_alias")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return link("browse:entity", str(self.pk))

    def other_names(self) -> list[str]:
        """What else it is called, by its aliases and by what was merged into it.  One query."""
        merged = Entity.objects.filter(merged_into=self).values_list("name", "aliases")
        names = [*self.aliases, *(name for first, aliases in merged for name in (first, *aliases))]
        return [name for name in dict.fromkeys(names) if name != self.name]
