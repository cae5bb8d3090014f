"""What two sequences have in common, in order: of words, or of turns."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq

MOST_PAIRS = 400_000_000  # a bit of memory each: 50 MB


class Stretch(NamedTuple):
    """``earlier[start:end]`` is, or became, ``now[now_start:now_end]``."""

    equal: bool
    start: int
    end: int
    now_start: int
    now_end: int


def stretches(earlier: Sequence[Hashable], now: Sequence[Hashable]) -> list[Stretch]:
    """Both sequences from end to end, equal and changed stretches in turn; as much is equal as can be.

    What differs in more places than memory allows is one changed stretch between equal ends.
    """
    start, end = _equal_ends(earlier, now)
    a, b = len(earlier) - end, len(now) - end
    if (a - start) * (b - start) <= MOST_PAIRS:
        return _joined(LCSseq.opcodes(earlier, now))
    return [
        found
        for found in (
            Stretch(True, 0, start, 0, start),
            Stretch(False, start, a, start, b),
            Stretch(True, a, len(earlier), b, len(now)),
        )
        if found.start < found.end or found.now_start < found.now_end
    ]


def _equal_ends(earlier: Sequence[Hashable], now: Sequence[Hashable]) -> tuple[int, int]:
    shorter = min(len(earlier), len(now))
    start = next((at for at in range(shorter) if earlier[at] != now[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if earlier[-1 - at] != now[-1 - at]), rest)
    return start, end


def _joined(codes: Iterable[Any]) -> list[Stretch]:
    """Deletions and insertions side by side as one change."""
    found: list[Stretch] = []
    for kind, start, end, now_start, now_end in codes:
        equal = kind == "equal"
        if found and not equal and not found[-1].equal:
            found[-1] = found[-1]._replace(end=end, now_end=now_end)
        else:
            found.append(Stretch(equal, start, end, now_start, now_end))
    return found
