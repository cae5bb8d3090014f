"""What a transcript says, by the fields of the rows that keep it."""

from pathlib import PurePath

from apps.conferences.importing.files import File
from apps.conferences.importing.limits import fit
from apps.conferences.importing.people import People
from apps.conferences.models import Conference, Turn
from apps.transcripts import Note, Transcript
from apps.transcripts import Turn as Speech


def conference_values(file: File, transcript: Transcript, notes: list[Note]) -> dict[str, object]:
    """What the transcript says of a conference, by field; what is cut or missing is told in ``notes``."""

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


def text_values(file: File, sha256: str, transcript: Transcript) -> dict[str, object]:
    """What no person can correct."""
    return {
        "file_name": file.name,
        "source_text": transcript.text,
        "source_sha256": sha256,
        "word_count": sum(len(turn.text.split()) for turn in transcript.turns),
    }


def turn_values(speech: Speech, position: int, people: People, notes: list[Note]) -> dict[str, object]:
    line = speech.first_line
    return {
        "position": position,
        "withdrawn_at": None,
        "exchange": speech.exchange,
        "kind": speech.kind.value,
        "label": fit(Turn, "label", speech.label or "", line, notes),
        "speaker": people.speaker(speech),
        "organisation": people.organisations.get(speech.organisation),
        "role": fit(Turn, "role", speech.role or "", line, notes),
        "text": speech.text,
        "first_line": line,
        "last_line": speech.last_line,
    }


def in_order(notes: list[Note]) -> tuple[Note, ...]:
    """By line."""
    return tuple(sorted(notes, key=lambda note: note.line))


def _title_from_name(name: str) -> str:
    words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(["Transcript", *words])
