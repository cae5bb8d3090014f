"""Words that are looked for in a long conference stand in other parts of it too."""

from collections.abc import Sequence
from dataclasses import dataclass

from apps.browse.parts import Part, Place
from apps.conferences.models import Conference
from apps.search.errors import SearchUnavailableError
from apps.search.index import reading
from apps.search.language import Expression
from apps.search.passages import turns_with


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A part, with how many of its turns have any of the words, and the first of these."""

    part: Part
    turns: int
    first: Place


def elsewhere(conference: Conference, parts: Sequence[Part], here: Part, words: Expression) -> list[Elsewhere]:
    """In the other parts, in order.  The index knows; while there is none, nothing is said of them."""
    try:
        with reading() as index:
            found = turns_with(words, conference.pk, index)
    except SearchUnavailableError:
        return []
    said = [(part, [place for place in part.places if place.turn in found]) for part in parts if part != here]
    return [Elsewhere(part, len(places), places[0]) for part, places in said if places]
