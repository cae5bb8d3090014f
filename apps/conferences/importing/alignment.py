"""Which turn of the earlier text is which turn of the new one."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from apps.conferences.importing.likeness import Said, alike_anywhere, alike_in_order
from apps.conferences.importing.sliding import by_exchanges
from apps.conferences.sequences import stretches

__all__ = ["Said", "align", "normalise", "same_words"]


def normalise(text: str) -> str:
    """Text without what a page's new layout changes: spacing, case and look-alike characters."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def same_words(one: Said, other: Said) -> bool:
    """Whether both say the same under the same label, however it is laid out."""
    return _key(one) == _key(other)


def align(standing: Sequence[Said], withdrawn: Sequence[Said], new: Sequence[Said]) -> list[int | None]:
    """For each new turn its earlier one, as an index into ``[*standing, *withdrawn]``, or None.

    Equal turns find each other first, wherever they are; the rest by likeness, in order, between the
    equal ones around them; what is left over, if it is much alike, wherever it went, or among the withdrawn.
    No earlier turn is given twice.
    """
    old_keys = [_key(turn) for turn in (*standing, *withdrawn)]
    new_keys = [_key(turn) for turn in new]
    found: list[int | None] = [None] * len(new)
    anchors = [(-1, -1)]
    same = stretches(old_keys[: len(standing)], new_keys)
    for equal, a, next_a, b, next_b in by_exchanges(same, old_keys, new_keys):
        if equal:
            anchors += zip(range(a, next_a), range(b, next_b), strict=True)
    for a, b in anchors[1:]:
        found[b] = a
    _find_moved(old_keys, new_keys, found)
    used = {old for old in found if old is not None}
    anchors.append((len(standing), len(new)))
    for (a, b), (next_a, next_b) in pairwise(anchors):
        olds = [i for i in range(a + 1, next_a) if i not in used]
        news = [j for j in range(b + 1, next_b) if found[j] is None]
        if olds and news:
            for i, j in alike_in_order([old_keys[i] for i in olds], [new_keys[j] for j in news]):
                found[news[j]] = olds[i]
    _find_moved_and_changed(old_keys[: len(standing)], new_keys, found)
    _find_moved_and_changed(old_keys, new_keys, found)  # what stands comes before what was withdrawn
    return found


def _key(turn: Said) -> Said:
    return Said(normalise(turn.label), normalise(turn.text))


def _find_moved(old_keys: list[Said], new_keys: list[Said], found: list[int | None]) -> None:
    used = {old for old in found if old is not None}
    free = defaultdict(list)
    for i in reversed(range(len(old_keys))):
        if i not in used:
            free[old_keys[i]].append(i)
    for j, key in enumerate(new_keys):
        if found[j] is None and free[key]:
            found[j] = free[key].pop()


def _find_moved_and_changed(old_keys: list[Said], new_keys: list[Said], found: list[int | None]) -> None:
    used = {old for old in found if old is not None}
    olds = [i for i in range(len(old_keys)) if i not in used]
    news = [j for j, old in enumerate(found) if old is None]
    if olds and news:
        for i, j in alike_anywhere([old_keys[i] for i in olds], [new_keys[j] for j in news]):
            found[news[j]] = olds[i]
