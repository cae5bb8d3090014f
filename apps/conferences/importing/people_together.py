"""Who speaks in many transcripts, looked up at once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from apps.conferences.importing.people import People, find_people
from apps.transcripts import Note, Transcript


def find_people_together(transcripts: Sequence[Transcript]) -> tuple[People, list[tuple[Note, ...]]]:
    """As ``find_people`` of each would find them, and the notes of each.  Writes nothing."""
    turns = tuple(chain.from_iterable(transcript.turns for transcript in transcripts))
    people = find_people(replace(transcripts[0], turns=turns))
    if not people.notes:
        return people, [() for _ in transcripts]
    return people, [find_people(transcript).notes for transcript in transcripts]
