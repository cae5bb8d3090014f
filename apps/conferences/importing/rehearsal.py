"""What a new version would make of a conference: it is made so and taken back, so that nothing is told otherwise."""

import datetime
from typing import NamedTuple

from django.db import transaction

from apps.conferences.importing.items import Item
from apps.conferences.importing.updating import update
from apps.conferences.importing.waiting import wait_for_other_imports
from apps.conferences.models import Conference
from apps.transcripts import Note

TOLD = {"title": "title", "event_date": "date", "location": "place"}


class Rehearsed(NamedTuple):
    """The notes of the import, and what else would change; ``changed``: whether anything would."""

    notes: tuple[Note, ...]
    changed: bool


def rehearse(standing: Conference, item: Item) -> Rehearsed:
    """Writes nothing that stays."""
    with transaction.atomic():
        wait_for_other_imports()
        before = Conference.objects.get(pk=standing.pk)
        updated = update(standing, item.file, item.sha256, item.transcript)
        transaction.set_rollback(True)
    changes = [
        Note(1, "", f"The {name} changes from {_shown(getattr(before, field))} to {_shown(now)}.")
        for field, name in TOLD.items()
        if (now := getattr(updated.conference, field)) != getattr(before, field)
    ]
    if updated.conference.get_absolute_url() != before.get_absolute_url():
        changes.append(Note(1, "", "Its address changes with that; the earlier one leads to it."))
    return Rehearsed((*changes, *updated.notes), updated.changed)


def _shown(value: object) -> str:
    if isinstance(value, datetime.date):
        return f"{value:%-d %B %Y}"
    return f"“{value}”" if value else "none"
