"""Stretches of text with parts marked, as pieces that a template escapes one by one."""

from bisect import bisect
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
        begin, stop = max(start, done), min(end, len(text))
        if begin < stop:
            pieces += [(text[done:begin], False)] if done < begin else []
            pieces.append((text[begin:stop], True))
            done = stop
    return [*pieces, (text[done:], False)] if done < len(text) else pieces


def excerpt(text: str, spans: Iterable[Span] = ()) -> Pieces:
    """A stretch where spans stand closest, cut between words, with an ellipsis at each cut."""
    spans = sorted(spans)
    first = densest(spans) or (0, 0)
    start = max(0, first[0] - BEFORE) if first[1] > LENGTH - BEFORE else 0
    end = min(len(text), start + LENGTH)
    if start:
        start = 1 + max(text.find(" ", start, first[0]), start - 1)
    if end < len(text):
        space = text.rfind(" ", first[1], end)
        end = space if space > start else end
    pieces = marked(text[start:end], [(a - start, b - start) for a, b in spans if b > start])
    return [*([("… ", False)] if start else []), *pieces, *([(" …", False)] if end < len(text) else [])]


def densest(spans: list[Span]) -> Span | None:
    """Of spans in order that which an excerpt shows: the first from which the most others are within its reach."""
    if len(spans) < 2:
        return spans[0] if spans else None
    starts = [start for start, _ in spans]
    return max(spans, key=lambda span: bisect(starts, span[0] + LENGTH - BEFORE) - bisect(starts, span[0]))
