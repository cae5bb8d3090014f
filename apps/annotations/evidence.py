"""The words of a turn that a tag rests on, ready to be marked."""

from collections.abc import Iterable, Iterator, Sequence

Piece = tuple[str, bool]


def pieces(text: str, spans: Iterable[Sequence[int]]) -> Iterator[Piece]:
    """All of ``text`` in order, cut into (words, whether they are evidence).  Spans outside of it are left out."""
    at = 0
    for start, end in sorted((start, end) for start, end in spans):
        if at <= start < end <= len(text):
            if start > at:
                yield text[at:start], False
            yield text[start:end], True
            at = end
    if at < len(text):
        yield text[at:], False


def excerpt(text: str, spans: Iterable[Sequence[int]], around: int = 80) -> list[Piece]:
    """The first evidence with about ``around`` characters on each side, as pieces; the beginning where there is none.

    It is cut between words where there are any.
    """
    cut = list(pieces(text, spans))
    first = next((number for number, (_, marked) in enumerate(cut) if marked), None)
    if first is None:
        return [(_head(text, 2 * around), False)] if text else []
    before = "".join(words for words, _ in cut[:first])
    after = "".join(words for words, _ in cut[first + 1 :])
    return [
        *([(_tail(before, around), False)] if before else []),
        cut[first],
        *([(_head(after, around), False)] if after else []),
    ]


def _head(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    kept = text[:length]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _tail(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    kept = text[-length:]
    return "…" + (kept.partition(" ")[2] or kept)
