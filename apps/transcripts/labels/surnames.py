"""The surname of a name in a label: its last words, with the particles that belong to them."""

from collections.abc import Sequence, Set

from .grammar import PARTICLES


def last_names(name: str) -> list[str]:
    """The parts of a surname, casefolded, particles with the name behind them: ``Ana von der Ruiz`` is one part."""
    words = name.casefold().split()
    parts: list[str] = []
    led: list[str] = []
    for word in words[len(words) > 1 and not name[0].islower() :]:
        led.append(word)
        if word not in PARTICLES:
            parts.append(" ".join(led))
            led = []
    return parts or words


def all_last_names(name: str) -> set[str]:
    """The parts of a surname, those with particles also without them."""
    return {part for one in last_names(name) for part in (one, one.rpartition(" ")[2])}


def is_known(parts: Sequence[str], names: Set[str], fresh: bool) -> bool:
    """Whether all parts of a surname are known, or the last one, where a paragraph begins with a longer name."""
    known = [part in names or part.rpartition(" ")[2] in names for part in parts]
    return all(known) or (fresh and len(known) > 1 and known[-1])
