"""What became of a file."""

from dataclasses import dataclass

from apps.conferences.models import Conference, ImportedFile
from apps.transcripts import Note

Outcome = ImportedFile.Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, or would (dry run: then a new conference is None)."""

    path: str
    outcome: Outcome
    conference: Conference | None = None
    line: int | None = None
    message: str = ""
    notes: tuple[Note, ...] = ()
    turns: int = 0

    @property
    def address(self) -> str | None:
        """Where on the site the conference stands."""
        return self.conference.get_absolute_url() if self.conference else None

    def notes_as_data(self) -> list[dict[str, object]]:
        return [{"line": note.line, "message": note.message, "text": note.text} for note in self.notes]
