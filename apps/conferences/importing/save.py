"""A transcript -> the rows of its conference.  Call it inside a transaction."""

from pathlib import PurePath

from apps.conferences.importing.conflicts import Conflicts
from apps.conferences.importing.files import File
from apps.conferences.importing.limits import fit
from apps.conferences.importing.matching import new_key
from apps.conferences.importing.people import find_people
from apps.conferences.importing.slugs import first_free, free_slug, plain_slug
from apps.conferences.importing.turns import save_turns
from apps.conferences.models import Conference, Source
from apps.conferences.querysets import SourceQuerySet
from apps.conferences.signals import conference_imported
from apps.transcripts import Note, Transcript


def save(
    file: File, sha256: str, transcript: Transcript, standing: Conference | None
) -> tuple[Conference, tuple[Note, ...], Conflicts]:
    """Create the conference, or bring the standing one up to date except where people decided.

    Returns it with the parser's notes and those of the import, in the order of lines, and with what contradicts
    people: that is written when the import has a row.
    """
    notes = list(transcript.notes)
    values = _values(file, transcript, notes)
    if standing is None:
        conference = Conference(source=_source(file.source), key=new_key(file, transcript))
        conference.slug = plain_slug(str(values["title"])) or "transcript"
    else:  # from here on no editor can change what is about to be read
        conference = Conference.objects.select_for_update(of=("self",)).select_related("source").get(pk=standing.pk)
    changed = conference.accept(values)
    if standing is None or "event_date" in changed:
        conference.slug = free_slug(conference)
    conflicts = Conflicts(conference)
    conflicts.compare(conference, values, notes)
    conference.file_name = file.name
    conference.source_text = transcript.text
    conference.source_sha256 = sha256
    conference.word_count = sum(len(turn.text.split()) for turn in transcript.turns)
    conference.save()
    people = find_people(transcript)
    people.create_unknown()
    notes += people.notes
    save_turns(conference, transcript, people, conflicts, notes)
    conference_imported.send(Conference, conference=conference, source_topics=transcript.source_topics)
    return conference, tuple(sorted(notes, key=lambda note: note.line)), conflicts


def _values(file: File, transcript: Transcript, notes: list[Note]) -> dict[str, object]:
    def fitting(field: str, text: str | None) -> str:
        return fit(Conference, field, text or "", 1, notes)

    if not transcript.title:
        notes.append(Note(1, "", "No title was found; the file's name stands for it."))
    return {
        "title": fitting("title", transcript.title or _title_from_name(file.name)),
        "subtitle": fitting("subtitle", " ".join(transcript.subtitle)),
        "event_date": transcript.date,
        "updated": transcript.updated,
        "location": fitting("location", transcript.location),
        "delivery": fitting("delivery", transcript.delivery),
        "is_excerpt": transcript.excerpt,
        "language": fitting("language", transcript.language),
    }


def _title_from_name(name: str) -> str:
    words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(["Transcript", *words])


def _source(name: str) -> Source:
    if known := SourceQuerySet(Source).called(name).first():
        return known
    slug = plain_slug(name) or "source"
    taken = Source.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
    return Source.objects.create(name=name, slug=first_free(slug, set(taken)))
