"""Conferences that are read in parts."""

from apps.browse.parts import BESIDE
from apps.conferences.models import Conference
from tests import make

FEW = 10 * (BESIDE + 20)
"""A page of ten short turns."""


def long_talk(exchanges: int = 12) -> Conference:
    """A greeting, and so many questions with their answers."""
    conference = make.conference("Long talks", slug="long-talks")
    make.turn(conference, "Good morning.")
    for number in range(1, exchanges + 1):
        make.turn(conference, f"Will it fly? {number}", "question", exchange=number)
        make.turn(conference, f"At dawn. {number}", "answer", exchange=number)
    return conference
