"""The speakers room: who is behind each label, as far as this document tells.

Door: ``identify``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..header import Header
from ..labels import Label, Voice
from ..turns import Block
from .names import surname, written
from .people import Person, canonical_office, named_in

__all__ = ["Identity", "identify"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who speaks: each part None where the document does not say."""

    name: str | None = None
    organisation: str | None = None
    role: str | None = None


def identify(blocks: Sequence[Block], header: Header) -> list[Identity]:
    """One identity for each block."""
    people = named_in(header.names_text)
    return [_identify(block.label, people) for block in blocks]


def _identify(label: Label | None, people: Sequence[Person]) -> Identity:
    if label is None:
        holder = people[0] if people else None
        return Identity(holder.name, None, holder.role) if holder else Identity()
    if label.voice:
        return Identity(organisation=label.affiliation if label.voice is Voice.ASKS else None)
    person = _find(label, people)
    name = written(label.name) if label.name else None
    if person and (name is None or len(person.name.split()) > len(name.split())):
        name = person.name
    role = label.office.capitalize() if label.office else None
    return Identity(name, label.affiliation, person.role if person and person.role else role)


def _find(label: Label, people: Sequence[Person]) -> Person | None:
    if label.name:
        same = [p for p in people if surname(p.name) == surname(label.name)]
    else:
        same = [p for p in people if label.office and p.office == canonical_office(label.office)]
    return same[0] if len(same) == 1 else None
