"""Which of several equal turns is missing, or new, where words alone do not tell."""

from collections.abc import Iterable, Sequence

from apps.conferences.importing.likeness import Said
from apps.conferences.sequences import Stretch


def by_exchanges(found: Iterable[Stretch], old: Sequence[Said], new: Sequence[Said]) -> list[Stretch]:
    """The same stretches, but what went or came is a question with its answer wherever it can be.

    Of ``Q1 Yes. Q2 Yes.`` without ``Q2`` the second ``Yes.`` is gone, though the first would leave the same words.
    """
    settled = list(found)
    for at, gap in enumerate(settled):
        side, start, end = (old, gap.start, gap.end) if gap.start < gap.end else (new, gap.now_start, gap.now_end)
        if gap.equal or (gap.start < gap.end and gap.now_start < gap.now_end):
            continue
        before, after = settled[max(at - 1, 0)], settled[min(at + 1, len(settled) - 1)]
        up = _equal(side, range(start - 1, start - 1 - _length(before), -1), end - start)
        down = _equal(side, range(start, start + _length(after)), end - start)
        by = max(range(-up, down + 1), key=lambda by: (_is_exchange(side[start + by : end + by]), by))
        settled[at] = Stretch(False, *(place + by for place in gap[1:]))
        if up or down:
            if at > 0:
                settled[at - 1] = before._replace(end=before.end + by, now_end=before.now_end + by)
            if at + 1 < len(settled):
                settled[at + 1] = after._replace(start=after.start + by, now_start=after.now_start + by)
    return settled


def _length(stretch: Stretch) -> int:
    return stretch.end - stretch.start if stretch.equal else 0


def _equal(side: Sequence[Said], places: Iterable[int], apart: int) -> int:
    """How many turns from the first of the places on are the same as those so far behind."""
    count = 0
    for place in places:
        if side[place] != side[place + apart]:
            break
        count += 1
    return count


def _is_exchange(turns: Sequence[Said]) -> int:
    return ("?" in turns[0].text) + ("?" not in turns[-1].text)
