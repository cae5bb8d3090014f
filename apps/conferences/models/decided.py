from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db import models


class DecidedFields(models.Model):
    """Fields whose value a person set.  No import and no machine writes them again."""

    decided_fields = ArrayField(
        models.CharField(max_length=50),
        default=list,
        blank=True,
        editable=False,
        help_text="Corrected by hand: a later import leaves these as they are.",
    )

    class Meta:
        abstract = True

    def decide(self, fields: Iterable[str]) -> None:
        """Remember that a person set these fields.  Does not save."""
        self.decided_fields = sorted({*self.decided_fields, *fields})

    def accept(self, values: dict[str, object]) -> list[str]:
        """Take over an import's values where no person decided; returns the fields that changed.  Does not save."""
        changed = [
            field
            for field, value in values.items()
            if field not in self.decided_fields and getattr(self, field) != value
        ]
        for field in changed:
            setattr(self, field, values[field])
        return changed
