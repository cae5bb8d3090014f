"""Plain-text press-conference transcripts, read into dataclasses.  Pure Python, without Django.

Door: ``parse(data: bytes) -> Transcript``, which raises ``TranscriptError``.  ``docs/parser.md`` shows the way through.
"""

from .transcript import HeaderLine, Kind, Note, Transcript, TranscriptError, Turn

__all__ = ["HeaderLine", "Kind", "Note", "Transcript", "TranscriptError", "Turn", "parse"]


def parse(data: bytes) -> Transcript:
    """See ``pipeline.parse``.  Who only asks for a ``Kind`` need not load the grammar, a fifth of a second."""
    from .pipeline import parse as parse_now

    return parse_now(data)
