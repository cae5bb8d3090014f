"""A speaker label taken apart."""

import re
from dataclasses import dataclass, field

from .grammar import Voice

_COUNT = re.compile(r"Q\d{1,3} (?=\D+$)")


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks next, as the line says it.

    ``printed`` is the label without its closer; ``start`` and ``end`` are the offsets in ``Line.text`` where the label
    and where the speech begin; ``fresh`` says that the line begins a paragraph; ``wraps`` says that the label goes on
    in the next line, of which ``end`` is then the offset.
    ``voice`` is set for nameless voices (``Q``, ``Moderator``); else ``office`` ("president"), ``name``
    ("Ana Ruiz", without honorific and office) or both are.  ``affiliation`` stands in brackets or after a comma.
    """

    printed: str
    end: int
    closer: str
    voice: Voice | None = None
    name: str | None = None
    office: str | None = None
    honorific: str | None = None
    affiliation: str | None = None
    time: str | None = None
    start: int = 0
    fresh: bool = False
    wraps: bool = False
    key: str = field(init=False)
    """The same for the same label printed in another case or with a count (``Q3 Jo Lind``): how they are counted."""

    def __post_init__(self) -> None:
        printed = _COUNT.sub("", self.printed) if self.printed[:1] == "Q" else self.printed
        object.__setattr__(self, "key", printed.casefold().rstrip("."))

    @property
    def is_small(self) -> bool:
        """``de Guindos``: begins with a particle in small letters."""
        return self.printed[:1].islower()

    @property
    def in_capitals(self) -> bool:
        """``SPOKESPERSON (Ms Lind)``: what stands in brackets need not be."""
        return self.printed.partition(" (")[0].isupper()

    @property
    def is_bare(self) -> bool:
        """A name and nothing else."""
        return self.name is not None and self.name == self.printed
