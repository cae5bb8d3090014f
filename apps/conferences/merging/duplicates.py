"""Pairs of rows that are probably one person or one outlet, the most probable first.

Only names that share a key are compared (blocking), and within a key only those near each other (sorted
neighbourhood), so the time grows with the number of names and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from apps.conferences.merging.likeness import Likeness, Name, bodies_alike, body, initials, people_alike, person
from apps.conferences.merging.merge import DISTINCT, rows_of
from apps.conferences.models import Named, Speaker

NEAR = 30
"""So many neighbours in a key are compared."""

Pair = tuple[int, int]


class Kind(NamedTuple):
    """How names of a kind are read, which keys they have, and when two are alike."""

    read: Callable[[str], Name]
    keys: Callable[[Name], Iterable[tuple[str, ...]]]
    alike: Callable[[Name, Name], Likeness | None]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two rows, by their ids, that may be the same."""

    pair: Pair
    likeness: Likeness


def duplicates(model: type[Named]) -> list[Duplicate]:
    """All pairs of rows that may be the same and of which nobody said that they are not.  Two queries."""
    rows = list(rows_of(model).values_list("pk", "survivor", "name", "aliases"))
    by_now = {pk: survivor or pk for pk, survivor, _, _ in rows}
    names = [(by_now[pk], name) for pk, _, first, aliases in rows for name in (first, *aliases)]
    said = DISTINCT[model].objects.values_list("one", "other")
    distinct = {_pair(by_now[one], by_now[other]) for one, other in said}
    found = likely_pairs(names, PEOPLE if model is Speaker else BODIES)
    ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))
    return [Duplicate(pair, likeness) for pair, likeness in ranked if pair not in distinct]


def likely_pairs(names: Iterable[tuple[int, str]], kind: Kind) -> dict[Pair, Likeness]:
    """For each pair of rows with names that are alike, the greatest likeness of any two."""
    read = sorted({(kind.read(printed), row) for row, printed in names}, key=lambda known: (known[0].words, known[1]))
    blocks: defaultdict[tuple[str, ...], list[tuple[Name, int]]] = defaultdict(list)
    for name, row in read:
        for key in set(kind.keys(name)):
            blocks[key].append((name, row))
    best: dict[Pair, Likeness] = {}
    for one, row, other, other_row in _neighbours(blocks.values()):
        likeness = kind.alike(one, other)
        if likeness:
            pair = _pair(row, other_row)
            best[pair] = max(best.get(pair, likeness), likeness, key=lambda one: one.score)
    return best


def _neighbours(blocks: Iterable[list[tuple[Name, int]]]) -> Iterator[tuple[Name, int, Name, int]]:
    for block in blocks:
        for at, (one, row) in enumerate(block):
            for other, other_row in block[at + 1 : at + 1 + NEAR]:
                if row != other_row:
                    yield one, row, other, other_row


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _keys_of_person(name: Name) -> Iterator[tuple[str, ...]]:
    words = name.words
    if not words:
        return
    yield "words", *sorted(words)
    yield "surname", words[-1], words[0][0]
    yield "first name", words[0], words[-1][0]
    yield "beginning", *words[:2]


def _keys_of_body(name: Name) -> Iterator[tuple[str, ...]]:
    words, letters = name.words, "".join(name.words)
    if not words:
        return
    yield "words", *sorted(words)
    yield "letters", letters
    half = len(letters) // 2
    for length in {half, half - 1} - {0, -1}:  # where one letter differs, one of the halves is the same
        yield "head", letters[:length]
        yield "tail", letters[-length:]
    for short in initials(words):
        yield "letters", short
    yield "beginning", *words
    yield "beginning", *words[:-1]


PEOPLE = Kind(person, _keys_of_person, people_alike)
BODIES = Kind(body, _keys_of_body, bodies_alike)
