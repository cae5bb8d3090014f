"""Which turn of the earlier text is which turn of the new one."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from apps.conferences.sequences import stretches

SIMILAR_ENOUGH = 0.5
SIMILAR_ENOUGH_UNDER_ANOTHER_LABEL = 0.7
BAND = 50  # how far a changed turn may have moved among those around it
MOST_PAIRS = 4_000_000  # where more have changed than in any real transcript, they are new turns
MOST_WORD_PAIRS = 400_000_000  # a tenth of a second for each two turns


class Said(NamedTuple):
    """A turn as the source has it."""

    label: str
    text: str


def normalise(text: str) -> str:
    """Text without what a page's new layout changes: spacing, case and look-alike characters."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def same_words(one: Said, other: Said) -> bool:
    """Whether both say the same under the same label, however it is laid out."""
    return _key(one) == _key(other)


def align(standing: Sequence[Said], withdrawn: Sequence[Said], new: Sequence[Said]) -> list[int | None]:
    """For each new turn its earlier one, as an index into ``[*standing, *withdrawn]``, or None.

    Equal turns find each other first, wherever they are; the rest by likeness, in order, between the
    equal ones around them.  No earlier turn is given twice.
    """
    old_keys = [_key(turn) for turn in (*standing, *withdrawn)]
    new_keys = [_key(turn) for turn in new]
    found: list[int | None] = [None] * len(new)
    anchors = [(-1, -1)]
    for equal, a, next_a, b, next_b in stretches(old_keys[: len(standing)], new_keys):
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
        for i, j in _most_similar([old_keys[i] for i in olds], [new_keys[j] for j in news]):
            found[news[j]] = olds[i]
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


def _most_similar(old: Sequence[Said], new: Sequence[Said]) -> list[tuple[int, int]]:
    """The pairs, in order, with the greatest likeness in all."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    signs: dict[str, str] = {}
    old_words, new_words = _as_signs(old, signs), _as_signs(new, signs)
    band = abs(len(old) - len(new)) + BAND
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old)):
        for j in range(len(new)):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j])
            if abs(i - j) <= band:
                same_label = old[i].label == new[j].label
                least = SIMILAR_ENOUGH if same_label else SIMILAR_ENOUGH_UNDER_ANOTHER_LABEL
                share = _share(old_words[i], new_words[j], least)
                if share >= least:
                    best[i + 1][j + 1] = max(best[i + 1][j + 1], best[i][j] + share)
    pairs = []
    i, j = len(old), len(new)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _share(one: str, other: str, least: float) -> float:
    """How much of both texts is the same words in the same order, from 0 to 1; anything lower for less than ``least``.

    Of texts as long as books it is the words in any order, which takes no longer than reading them.
    """
    if len(one) * len(other) > MOST_WORD_PAIRS:
        return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
    return Indel.normalized_similarity(one, other, score_cutoff=least) if one and other else 0.0


def _as_signs(turns: Iterable[Said], signs: dict[str, str]) -> list[str]:
    """Each text with a single character for each word, so that rapidfuzz compares words at the speed of characters."""
    return ["".join(signs.setdefault(word, chr(len(signs) % 0x110000)) for word in turn.text.split()) for turn in turns]
