"""A later version of a conference -> its rows.  Call it inside a transaction."""

from typing import NamedTuple

from apps.conferences.importing.conflicts import Conflicts
from apps.conferences.importing.files import File
from apps.conferences.importing.people import find_people
from apps.conferences.importing.slugs import free_slug
from apps.conferences.importing.turns import save_turns
from apps.conferences.importing.values import conference_values, in_order, text_values
from apps.conferences.models import Conference
from apps.transcripts import Note, Transcript


class Updated(NamedTuple):
    """The conference with the parser's notes and those of the import.

    ``conflicts``, what contradicts people, is written when the import has a row.  ``changed``: whether a row was.
    """

    conference: Conference
    notes: tuple[Note, ...]
    conflicts: Conflicts
    changed: bool


def update(standing: Conference, file: File, sha256: str, transcript: Transcript) -> Updated:
    """Bring the standing conference up to date, except where people decided.  Tells nobody."""
    notes = list(transcript.notes)
    # From here on no editor can change what is about to be read.
    conference = Conference.objects.select_for_update(of=("self",)).select_related("source").get(pk=standing.pk)
    values = conference_values(file, transcript, notes)
    changed = conference.accept(values)
    if "event_date" in changed:
        conference.slug = free_slug(conference)
    conflicts = Conflicts(conference)
    changed += conflicts.compare(conference, values, notes)
    changed += conference.accept(text_values(file, sha256, transcript))
    if changed:
        conference.save()
    people = find_people(transcript, sources=[conference.source_id], besides=conference)
    notes += people.notes[0]
    if save_turns(conference, transcript, people, conflicts, notes):
        changed.append("turns")
    return Updated(conference, in_order(notes), conflicts, bool(changed))
