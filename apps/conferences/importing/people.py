"""Who speaks in a transcript, and for whom."""

import re
from dataclasses import dataclass

from apps.conferences.importing.names import Names, find_names
from apps.conferences.models import Organisation, Speaker
from apps.conferences.naming import FORMS_OF_ADDRESS
from apps.transcripts import Note, Transcript

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class People:
    """The rows of all who are named in a transcript, and notes about those whom nobody can tell."""

    speakers: Names[Speaker]
    organisations: Names[Organisation]
    notes: tuple[Note, ...]

    def create_unknown(self) -> None:
        self.speakers.create_unknown()
        self.organisations.create_unknown()


def find_people(transcript: Transcript) -> People:
    """Look up, in a query each, the speakers and organisations that the turns name.  Writes nothing.

    A name that is none in full (a surname, an office) makes and matches no speaker.
    """
    people: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for turn in transcript.turns:
        if turn.speaker:
            people.setdefault(turn.speaker, turn.first_line)
        if turn.organisation:
            bodies.setdefault(turn.organisation, turn.first_line)
    speakers = find_names(Speaker, filter(is_full_name, people))
    organisations = find_names(Organisation, filter(_fits, bodies))
    shared = [(line, name) for name, line in people.items() if speakers.is_shared(name)]
    shared += [(line, name) for name, line in bodies.items() if organisations.is_shared(name)]
    notes = (
        Note(line, "", f"Several are called “{name}”: no new turn is linked until an editor says which.")
        for line, name in shared
    )
    return People(speakers, organisations, tuple(notes))


def is_full_name(name: str) -> bool:
    """Whether it can tell one person from others: two words at least, initials and forms of address not counted."""
    words = re.findall(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*", name.casefold())
    return _fits(name) and len([word for word in words if word not in FORMS_OF_ADDRESS]) >= 2


def _fits(name: str) -> bool:
    return 0 < len(name.strip()) <= LONGEST_NAME  # what is longer is no name, but a sentence
