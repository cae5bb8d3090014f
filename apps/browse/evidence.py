"""Why a turn carries its topics, shown in its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from apps.annotations.models import Tag
from apps.browse.excerpts import Span


class Piece(NamedTuple):
    """A stretch of a paragraph.

    ``topics`` names what it is evidence for, or is empty; ``is_marked`` is whether somebody looks for it; the
    ``anchor`` is its own, if an address leads to it.
    """

    text: str
    topics: str = ""
    is_marked: bool = False
    anchor: str = ""


def paragraphs(text: str, tags: Iterable[Tag], looked_for: Iterable[Span] = ()) -> list[list[Piece]]:
    """The paragraphs of a turn's text in pieces.  Spans may overlap, cross paragraphs or make no sense.

    Joined by one blank line, the pieces' texts are the text.
    """
    spans = [(start, end, tag.topic.name) for tag in tags for start, end in evidence_spans(tag, len(text))]
    spans += [(start, end, "") for start, end in looked_for]
    if not spans:
        return [[Piece(paragraph)] if paragraph else [] for paragraph in text.split("\n\n")]
    found, begin = [], 0
    for paragraph in text.split("\n\n"):
        found.append(_pieces(paragraph, [(start - begin, end - begin, name) for start, end, name in spans]))
        begin += len(paragraph) + 2
    return found


@dataclass(frozen=True, slots=True)
class Reason:
    """A turn's topic with the words it rests on, each wording once; none where the turn as a whole carries it."""

    tag: Tag
    words: list[str]


def reasons(text: str, tags: Iterable[Tag]) -> list[Reason]:
    """Those that somebody vouches for first, then suggestions, in the order given."""
    found = []
    for tag in sorted(tags, key=lambda tag: tag.status == Tag.Status.SUGGESTED):
        words = [" ".join(text[start:end].split()) for start, end in evidence_spans(tag, len(text))]
        found.append(Reason(tag, list({word.casefold(): word for word in reversed(words) if word}.values())[::-1]))
    return found


def evidence_spans(tag: Tag, length: int) -> list[tuple[int, int]]:
    """A tag's evidence that makes sense in a text of this length."""
    return spans_in(tag.evidence, length)


def spans_in(evidence: list[Any], length: int) -> list[tuple[int, int]]:
    """Of evidence, which is JSON, what makes sense in a text of this length, which may have changed."""
    pairs = [pair for pair in evidence if isinstance(pair, list) and len(pair) == 2]
    return [(a, b) for a, b in pairs if type(a) is int and type(b) is int and 0 <= a < b <= length]


def _pieces(text: str, spans: list[tuple[int, int, str]]) -> list[Piece]:
    inside = [(max(0, start), min(end, len(text)), name) for start, end, name in spans if start < len(text) and end > 0]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    stretches = [
        (a, b, frozenset(name for start, end, name in inside if start <= a and b <= end)) for a, b in pairwise(cuts)
    ]
    return [
        Piece("".join(text[a:b] for a, b, _ in alike), ", ".join(sorted(names - {""})), "" in names)
        for names, alike in groupby(stretches, key=lambda stretch: stretch[2])
    ]
