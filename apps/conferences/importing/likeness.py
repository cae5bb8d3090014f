"""How alike what was said is, by words, and which turns of many are alike, in order or not."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from apps.conferences.sequences import stretches

SIMILAR_ENOUGH = 0.5
SIMILAR_ENOUGH_UNDER_ANOTHER_LABEL = 0.7
SIMILAR_ENOUGH_ELSEWHERE = 0.7
SIMILAR_LETTERS = 0.65  # texts that have nothing to do with each other share half of their letters
BAND = 50  # how far a changed turn may have moved among those around it
MOST_PAIRS = 4_000_000  # compared at once; what has more is cut where it is sure, then into blocks
MOST_WORD_PAIRS = 400_000_000  # a tenth of a second for each two turns
MOST_RARE_WORDS = 5_000  # of a turn, enough to know it by
SEVERAL = -1

Pair = tuple[int, int]


class Said(NamedTuple):
    """A turn as the source has it."""

    label: str
    text: str


def alike_in_order(old: Sequence[Said], new: Sequence[Said]) -> list[Pair]:
    """The pairs, in order, with the greatest likeness in all; of very many turns, nearly."""
    ends = (len(old), len(new))
    sure = _in_one_order(alike_anywhere(old, new)) if len(old) * len(new) > MOST_PAIRS else []
    pairs: list[Pair] = []
    for (a, b), (next_a, next_b) in pairwise([(-1, -1), *sure, ends]):
        pairs += _in_blocks(old, new, (a + 1, next_a), (b + 1, next_b))
        pairs += [(next_a, next_b)] if (next_a, next_b) != ends else []
    return [*pairs, *_lone(old, new, pairs)]


def alike_anywhere(old: Sequence[Said], new: Sequence[Said]) -> list[Pair]:
    """The pairs of one label that are much alike and share what no other turn says, wherever they stand."""
    ours, theirs = _rare(old), _rare(new)
    shared = Counter((i, theirs[run]) for run, i in ours.items() if i != SEVERAL and theirs.get(run, SEVERAL) >= 0)
    signs: dict[str, str] = {}
    pairs: list[Pair] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for (i, j), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if i in used[0] or j in used[1] or old[i].label != new[j].label:
            continue
        one, other = _as_signs([old[i], new[j]], signs)
        if _share(one, other, SIMILAR_ENOUGH_ELSEWHERE) >= SIMILAR_ENOUGH_ELSEWHERE:
            pairs.append((i, j))
            used[0].add(i)
            used[1].add(j)
    return pairs


def _rare(turns: Sequence[Said]) -> dict[tuple[str, ...], int]:
    """Where each word and each run of three stands, if in one turn only."""
    where: dict[tuple[str, ...], int] = {}
    for place, turn in enumerate(turns):
        words = _words(turn.text)[:MOST_RARE_WORDS]
        for run in {*zip(words), *zip(words, words[1:], words[2:], strict=False)}:
            where[run] = SEVERAL if run in where else place
    return where


def _in_one_order(pairs: Iterable[Pair]) -> list[Pair]:
    """As many of the pairs as do not cross."""
    by_new = sorted(pairs, key=lambda pair: pair[1])
    by_old = sorted(pairs)
    return [pair for same, start, end, _, _ in stretches(by_old, by_new) if same for pair in by_old[start:end]]


def _in_blocks(old: Sequence[Said], new: Sequence[Said], olds: Pair, news: Pair) -> list[Pair]:
    (a, next_a), (b, next_b) = olds, news
    blocks = max(1, (next_a - a) * (next_b - b) // MOST_PAIRS)
    edges = [(a + (next_a - a) * n // blocks, b + (next_b - b) * n // blocks) for n in range(blocks + 1)]
    return [
        (start + i, now_start + j)
        for (start, now_start), (end, now_end) in pairwise(edges)
        for i, j in _most_similar(old[start:end], new[now_start:now_end])
    ]


def _most_similar(old: Sequence[Said], new: Sequence[Said]) -> list[Pair]:
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


def _lone(old: Sequence[Said], new: Sequence[Said], pairs: Sequence[Pair]) -> list[Pair]:
    """As many turns left over before as now, between two that were found: the same if their letters are alike.

    So "Yess." becomes "Yes."; by words alone the two have nothing in common.
    """
    found: list[Pair] = []
    for (a, b), (next_a, next_b) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        if next_a - a == next_b - b:
            between = zip(range(a + 1, next_a), range(b + 1, next_b), strict=True)
            found += [(i, j) for i, j in between if old[i].label == new[j].label and _spelt_alike(old[i], new[j])]
    return found


def _spelt_alike(one: Said, other: Said) -> bool:
    return _share(" ".join(_words(one.text)), " ".join(_words(other.text)), SIMILAR_LETTERS) >= SIMILAR_LETTERS


def _share(one: str, other: str, least: float) -> float:
    """How much of both texts is the same signs in the same order, from 0 to 1; anything lower for less than ``least``.

    Of texts as long as books it is the signs in any order, which takes no longer than reading them.
    """
    if len(one) * len(other) > MOST_WORD_PAIRS:
        return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
    return Indel.normalized_similarity(one, other, score_cutoff=least) if one and other else 0.0


def _as_signs(turns: Iterable[Said], signs: dict[str, str]) -> list[str]:
    """Each text with a single character for each word, so that rapidfuzz compares words at the speed of characters."""
    return ["".join(signs.setdefault(word, chr(len(signs) % 0x110000)) for word in _words(turn.text)) for turn in turns]


def _words(text: str) -> list[str]:
    """Without punctuation, unless there is nothing else."""
    return re.findall(r"\w+", text) or text.split()
