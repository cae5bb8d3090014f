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
    """The first evidence with ``around`` characters on each side, as pieces; the beginning where there is none."""
    cut = list(pieces(text, spans))
    first = next((number for number, (_, marked) in enumerate(cut) if marked), None)
    if first is None:
        return [(text[: 2 * around] + ("…" if len(text) > 2 * around else ""), False)] if text else []
    before = "".join(words for words, _ in cut[:first])
    after = "".join(words for words, _ in cut[first + 1 :])
    return [
        *([("…" * (len(before) > around) + before[-around:], False)] if before else []),
        cut[first],
        *([(after[:around] + "…" * (len(after) > around), False)] if after else []),
    ]
