"""Stretches of text with parts marked, as pieces that a template escapes one by one."""

from collections.abc import Iterable

Span = tuple[int, int]
Pieces = list[tuple[str, bool]]
"""Text in order, each piece with whether it is marked."""

BEFORE, LENGTH = 90, 280


def marked(text: str, spans: Iterable[Span]) -> Pieces:
    """The text in pieces that join to it.  Spans may overlap, stand in any order, and reach past its ends."""
    pieces: Pieces = []
    done = 0
    for start, end in sorted(spans):
        if end > max(start, done) and start < len(text):
            pieces += [(text[done:start], False)] if start > done else []
            pieces.append((text[max(start, done) : end], True))
            done = min(end, len(text))
    return [*pieces, (text[done:], False)] if done < len(text) else pieces


def excerpt(text: str, spans: Iterable[Span] = ()) -> Pieces:
    """A stretch around the first span, cut between words, with an ellipsis at each cut."""
    spans = sorted(spans)
    first = spans[0] if spans else (0, 0)
    start = max(0, first[0] - BEFORE) if first[1] > LENGTH - BEFORE else 0
    end = min(len(text), start + LENGTH)
    if start:
        start = 1 + max(text.find(" ", start, first[0]), start - 1)
    if end < len(text):
        end = max(text.rfind(" ", start, end), min(first[1], end)) or end
    pieces = marked(text[start:end], [(a - start, b - start) for a, b in spans if b > start])
    return [*([("… ", False)] if start else []), *pieces, *([(" …", False)] if end < len(text) else [])]
