"""A header without lines of its own: title, date and note run into the first words of the speech."""

import datetime
from dataclasses import dataclass

from . import date_words, words
from .dates import find_dates
from .title import tidy

REACH = 400
"""Characters at the start of a text in which its header would stand."""
EARLY = 60


@dataclass(frozen=True, slots=True)
class RunIn:
    """What the first words tell; the line itself stays in the speech."""

    title: str
    date: datetime.date | None
    updated: datetime.date | None
    delivery: str | None


def read_run_in(text: str) -> RunIn | None:
    """The header at the start of a paragraph, if it names an event and a date or delivery note follows it."""
    start = text[:REACH]
    event = words.EVENT.search(start)
    dates = find_dates(start)
    note = words.DELIVERY.search(start)
    ends = [one.start for one in dates] + ([note.start()] if note else [])
    if event is None or event.start() > EARLY or not ends or min(ends) < event.end():
        return None
    first_updated = date_words.UPDATED.search(start)
    own = [one.value for one in dates if not first_updated or one.start < first_updated.start()]
    updated = [one.value for one in dates if first_updated and one.start > first_updated.start()]
    return RunIn(
        tidy(start[: min(ends)]), own[0] if own else None, updated[0] if updated else None, note and note["note"]
    )
