"""What a query says, once it is read."""

from dataclasses import dataclass
from datetime import date

from apps.transcripts import Kind


@dataclass(frozen=True, slots=True)
class Word:
    """This word in any of its forms, by its stem."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Any word that is at most so many letters away: 1 or 2 added, left out, changed, or swapped with the next."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """These very words, one after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """These very words, each with at most ``between`` others between it and the one named next, in either order."""

    text: str
    between: int


Text = Word | Prefix | Fuzzy | Phrase | Near
"""What can be looked for in a text."""


@dataclass(frozen=True, slots=True)
class Title:
    """``of`` occurs in the conference's title."""

    of: Text


@dataclass(frozen=True, slots=True)
class Named:
    """One of these speakers, outlets, topics, entities or sources, by id after merges.

    ``asked`` is the name as typed, ``name`` the full one if there is only one.
    """

    field: str
    asked: str
    ids: tuple[int, ...]
    name: str


@dataclass(frozen=True, slots=True)
class OfKind:
    """A turn of this kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class From:
    """On this day or later."""

    day: date


@dataclass(frozen=True, slots=True)
class Before:
    """Earlier than this day."""

    day: date


@dataclass(frozen=True, slots=True)
class Not:
    of: "Expression"


@dataclass(frozen=True, slots=True)
class And:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    parts: "tuple[Expression, ...]"


Expression = Text | Title | Named | OfKind | From | Before | Not | And | Or


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood.

    ``expression`` is None where nothing is looked for, so that all is found.  ``as_read`` says it in words;
    ``doubts`` has one sentence for each thing that could not be taken as it was typed.
    """

    expression: Expression | None
    as_read: str
    doubts: tuple[str, ...]
