import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models


class DecidedFields(models.Model):
    """Fields whose value a person set.  No import and no machine writes them again.

    ``source_values`` holds by field what the source says there, as ``plain`` data: at first what stood when the
    person decided, then what each import read.
    """

    decided_fields = ArrayField(
        models.CharField(max_length=50),
        default=list,
        blank=True,
        editable=False,
        help_text="Corrected by hand: a later import leaves these as they are.",
    )
    source_values = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def decide(self, fields: Iterable[str]) -> None:
        """Remember that a person set these fields, and what the database had there until now.  Does not save."""
        new = set(fields) - set(self.decided_fields)
        stored = type(self)._base_manager.filter(pk=self.pk).values(*new).first() if new else None
        self.source_values = {**self.source_values, **{field: plain(value) for field, value in (stored or {}).items()}}
        self.decided_fields = sorted({*self.decided_fields, *new})

    def give_back(self, field: str, value: object) -> None:
        """Let the field follow the source again, from this value on.  Does not save."""
        setattr(self, field, value)
        self.decided_fields = [name for name in self.decided_fields if name != field]
        self.source_values = {name: known for name, known in self.source_values.items() if name != field}

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


def plain(value: object) -> Any:
    """A field's value as JSON can hold it: rows by their id, days as ISO 8601."""
    if isinstance(value, models.Model):
        return value.pk
    return value.isoformat() if isinstance(value, datetime.date) else value
