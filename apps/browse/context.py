"""Words in their context: what stands before and after them, on one line."""

from collections.abc import Iterable
from typing import NamedTuple

from apps.browse.excerpts import Span
from apps.search.tokens import terms

WIDTH = 80
"""Characters on each side, cut between words."""


class Context(NamedTuple):
    left: str
    words: str
    right: str


def occurrences(spans: Iterable[Span]) -> list[Span]:
    """The same places in order, with those that overlap as one."""
    spans = list(spans)
    if len(spans) < 2:
        return spans
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def in_context(text: str, span: Span) -> Context:
    """White space is one space; it stands with the words beside."""
    start, end = span
    return Context(
        _one_line(text[_first(text, start) : start]).lstrip(),
        _one_line(text[start:end]),
        _one_line(text[end : _last(text, end)]).rstrip(),
    )


def words_before(text: str, span: Span) -> list[str]:
    """The nearest first, as the index compares words: in small letters, without accents.

    The farthest may be cut.
    """
    return terms(text[max(0, span[0] - WIDTH) : span[0]])[::-1]


def words_after(text: str, span: Span) -> list[str]:
    return terms(text[span[1] : span[1] + WIDTH])


def _first(text: str, start: int) -> int:
    """From where on what stands before is shown."""
    first = max(0, start - WIDTH)
    if 0 < first < start and not text[first - 1].isspace():
        return next((at for at in range(first, start) if text[at].isspace()), first)
    return first


def _last(text: str, end: int) -> int:
    last = min(len(text), end + WIDTH)
    if end < last < len(text) and not text[last].isspace():
        return next((at for at in range(last, end, -1) if text[at - 1].isspace()), last)
    return last


def _one_line(text: str) -> str:
    """The same with any white space as one space, also at its ends."""
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"
