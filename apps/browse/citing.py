"""Citing a turn: what to write, and what it said when it was cited."""

from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest
from django.utils.formats import date_format

from apps.conferences.models import Turn, TurnVersion
from apps.conferences.words import Change, changes


@dataclass(frozen=True, slots=True)
class Citation:
    """Who said it, in which conference, and the address that tells if the words change."""

    name: str
    title: str
    source: str
    day: str
    address: str

    @classmethod
    def of(cls, turn: Turn, request: HttpRequest) -> Self:
        conference = turn.conference
        return cls(
            name=turn.speaker.present.name if turn.speaker else turn.label,
            title=conference.title,
            source=conference.source.name,
            day=date_format(conference.event_date, "j F Y") if conference.event_date else "",
            address=request.build_absolute_uri(f"{turn.permalink}?v={turn.words_hash}"),
        )

    @property
    def heading(self) -> str:
        return self.name or "Speaker not named"

    def __str__(self) -> str:
        parts = [self.name, f"“{self.title}”", self.source, self.day, self.address]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CitedVersion:
    """Words that a link cites, and how they became the present ones."""

    version: TurnVersion
    changes: list[Change]


def cited_version(turn: Turn, hashed: str) -> CitedVersion | None:
    """The earlier words with that hash; None where they are not known."""
    found = next((version for version in turn.versions.all() if version.words_hash == hashed), None)
    return CitedVersion(found, changes(found.text, turn.text)) if found else None
