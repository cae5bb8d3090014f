"""Text that is longer than its column."""

from django.db import models

from apps.transcripts import Note


def fit(model: type[models.Model], field: str, text: str, line: int, notes: list[Note]) -> str:
    """``text``, cut where the model's field ends; a cut is told in ``notes`` (the source text keeps all of it)."""
    column = model._meta.get_field(field)
    if not isinstance(column, models.CharField) or column.max_length is None or len(text) <= column.max_length:
        return text
    kept = column.max_length - 1
    notes.append(Note(line, "", f"The {column.verbose_name} has {len(text)} characters; the first {kept} are kept."))
    return text[:kept] + "…"
