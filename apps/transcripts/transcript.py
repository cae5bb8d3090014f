"""What a parsed transcript is: the one shape that leaves this room.

Lines are the source text split on ``\\n`` and counted from 1.  Together, ``header``, ``turns`` and
``notes`` hold every non-blank line of the source once and in order.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class TranscriptError(ValueError):
    """The file cannot be read as a transcript.  The message is one plain sentence; ``line`` is where, if known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class Kind(StrEnum):
    """What a turn does in the conference."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    MODERATOR = "moderator"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line before the first turn, as printed."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the person who imports: ``message`` is one sentence.

    ``text`` holds the source lines that belong to no turn (from ``line`` on, joined by ``\\n``), or is
    empty where the note only comments on lines kept elsewhere.
    """

    line: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted speech.

    ``label`` is as printed, without the closing ``:`` or ``.`` (None: the source prints none);
    ``speaker`` is the full name as far as this document tells, or None; ``organisation`` the outlet or
    body printed in the label or said for this turn; ``role`` the office held ("NATO Secretary General").
    ``text`` has no label; its paragraphs are joined by one blank line.  ``exchange`` counts question and
    answer groups from 1; 0 is what comes before the first question.
    """

    kind: Kind
    label: str | None
    speaker: str | None
    organisation: str | None
    role: str | None
    text: str
    first_line: int
    last_line: int
    exchange: int
    time: str | None = None
    """The time code printed with the label, ``00:13``: where in the recording this turn begins."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A press conference as its source prints it.  ``language`` is an ISO 639-1 code, or ``und``."""

    title: str | None
    subtitle: tuple[str, ...]
    date: datetime.date | None
    updated: datetime.date | None
    location: str | None
    delivery: str | None
    excerpt: bool
    language: str
    source_topics: tuple[str, ...]
    header: tuple[HeaderLine, ...]
    turns: tuple[Turn, ...]
    notes: tuple[Note, ...]
    text: str
    """The whole source, decoded, with ``\\n`` line ends: what line numbers refer to."""
