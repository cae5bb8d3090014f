"""Text to transcript.  Pure Python: nothing in here knows Django or a database."""

from apps.transcripts.transcript import HeaderLine, Kind, Note, Transcript, TranscriptError, Turn

__all__ = ["HeaderLine", "Kind", "Note", "Transcript", "TranscriptError", "Turn"]
