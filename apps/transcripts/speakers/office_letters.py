"""Letters of an office before a surname: ``P Berg`` is President Berg, ``HM Berg`` the Harbour Master of that name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..labels import Label
from .names import surname
from .offices import initials
from .people import Person

LONGEST = 4


def with_offices(labels: Sequence[Label | None], people: Sequence[Person]) -> list[Label | None]:
    """The labels; letters before a surname are an office where header or labels give its holder one of these letters.

    Else ``P Berg`` would ask, as ``P`` alone does, and ``HM`` be a first name.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for person in people:
        held[surname(person.name)] |= {office.casefold() for office in (person.office, person.role) if office}
    for label in labels:
        if label and label.name and label.office:
            held[surname(label.name)].add(label.office)
    return [_with_office(label, held[surname(label.name)]) if label and label.name else label for label in labels]


def _with_office(label: Label, offices: set[str]) -> Label:
    letters, _, name = label.printed.partition(" ")
    short = letters.isalpha() and letters.isupper() and len(letters) <= LONGEST
    if not short or not name or label.office or label.honorific or label.affiliation:
        return label
    one = len(letters) == 1
    fits = any((office[0] if one else initials(office)) == letters.casefold() for office in offices)
    return replace(label, voice=None, office=letters.casefold(), name=name) if fits else label
