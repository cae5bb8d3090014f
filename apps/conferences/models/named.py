from typing import Any, Self, cast

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from apps.conferences.querysets import NamedQuerySet, Spellings

FUNC: Any = pgtrigger.Func  # it has no types
RESOLVE = """
    IF NEW.merged_into_id IS NULL OR NEW.merged_into_id = NEW.id THEN
        NEW.survivor_id := NULL;
        RETURN NEW;
    END IF;
    -- of two merges at once the later one sees the earlier one
    PERFORM pg_advisory_xact_lock('{meta.db_table}'::regclass::oid::bigint);
    WITH RECURSIVE up AS (
        SELECT id, merged_into_id FROM {meta.db_table} WHERE id = NEW.merged_into_id
        UNION
        SELECT above.id, above.merged_into_id FROM {meta.db_table} above JOIN up ON above.id = up.merged_into_id
        WHERE up.id <> NEW.id
    )
    SELECT max(id) FILTER (WHERE merged_into_id IS NULL), coalesce(bool_or(id = NEW.id), FALSE)
    INTO last_one, is_circle FROM up;
    IF is_circle THEN
        RAISE EXCEPTION '{meta.model_name}_not_merged_in_a_circle' USING ERRCODE = 'check_violation';
    END IF;
    NEW.survivor_id := coalesce(last_one, NEW.merged_into_id);
    RETURN NEW;
"""
TELL_MERGED = """
    UPDATE {meta.db_table} SET survivor_id = NULL WHERE merged_into_id = NEW.id;
    RETURN NULL;
"""


class Named(models.Model):
    """A person or a body that transcripts name, under one name or several.

    A merge only sets ``merged_into``: turns keep the row that their label led to, and readers see the
    ``survivor``, the end of the chain of merges.  So taking the merge back brings back exactly what was.  The
    database keeps ``survivor`` in step and refuses circles, whoever writes.
    """

    name = models.CharField(max_length=200, db_index=True)
    slug = models.SlugField(max_length=220, unique=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names that transcripts print, in full, separated by commas.",
    )
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    survivor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="absorbed")

    objects = NamedQuerySet[Self].as_manager()

    class Meta:
        abstract = True
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="%(class)s_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(name=""), name="%(class)s_has_a_name"),
        ]
        indexes = [GinIndex(Spellings(), name="%(class)s_by_spelling")]
        triggers = [
            pgtrigger.Trigger(
                name="resolve_merge",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__merged_into__isnull=False) | pgtrigger.Q(new__survivor__isnull=False),
                declare=[("last_one", "bigint"), ("is_circle", "boolean")],
                func=FUNC(RESOLVE),
            ),
            pgtrigger.Trigger(
                name="pass_on_merge",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__survivor__df=pgtrigger.F("new__survivor")),
                func=FUNC(TELL_MERGED),
            ),
            pgtrigger.Trigger(
                name="pass_on_added",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__merged_into__isnull=False),
                func=FUNC(TELL_MERGED),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def present(self) -> Self:
        """Who or what it is by now: itself, or the one at the end of its merges."""
        return cast("Self", self.survivor) or self
