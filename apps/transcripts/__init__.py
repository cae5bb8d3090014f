"""Plain-text press-conference transcripts, read into dataclasses.  Pure Python, without Django.

Door: ``parse(data: bytes) -> Transcript``, which raises ``TranscriptError``.  ``docs/parser.md`` shows the way through.
"""

from .pipeline import parse
from .transcript import HeaderLine, Kind, Note, Transcript, TranscriptError, Turn

__all__ = ["HeaderLine", "Kind", "Note", "Transcript", "TranscriptError", "Turn", "parse"]
