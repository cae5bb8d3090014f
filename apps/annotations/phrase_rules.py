"""Find topics in a text by their phrases, as character spans.

A phrase matches whole words, in any case.  Typographic variants are the same: curly and straight apostrophes and
quotes, all hyphens and dashes, a single line break or no-break space and a space.  A blank line separates.
Where matches overlap, the longest wins, then the first; two topics may share the very same words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from apps.annotations.language_models import language_model

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

Span = tuple[int, int]
Phrase = tuple[int, str]

# One character for one, so that offsets into the plain text are offsets into the text.
PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′`´＇", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−－", "-")
    | dict.fromkeys("\n\t\v\f\x85\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " ")
)
UNSPEAKABLE = re.compile(r"\S{201,}")  # spaCy needs quadratic time for "((((((…", and no phrase is that long


def plain(text: str) -> str:
    """The text with its typographic variants made one, and exactly as long."""
    return UNSPEAKABLE.sub(lambda match: " " * len(match[0]), text.translate(PLAIN))


def find_topics(text: str, phrases: tuple[Phrase, ...], language: str) -> dict[int, list[Span]]:
    """Where each topic's phrases stand in ``text``: topic id -> spans in order.  ``phrases``: (topic id, phrase)."""
    nlp, matcher = language_model(language), topic_matcher(phrases, language)
    with nlp.memory_zone():
        return topics_in(nlp.tokenizer(plain(text)), matcher)


def topics_in(doc: "Doc", matcher: "PhraseMatcher") -> dict[int, list[Span]]:
    """As ``find_topics``, in a text that the language's tokenizer has read, made plain."""
    matches = [
        (int(doc.vocab.strings[key]), (doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
        for key, start, end in matcher(doc)
    ]
    found = defaultdict(list)
    for topic, span in _longest(matches):
        found[topic].append(span)
    return {topic: sorted(spans) for topic, spans in found.items()}


def score(hits: int) -> float:
    """How sure a number of hits makes us: 0.5 for one, 0.75 for two, 0.875 for three, and so on."""
    return 1 - 0.5**hits


def _longest(matches: Iterable[tuple[int, Span]]) -> list[tuple[int, Span]]:
    chosen: list[tuple[int, Span]] = []
    taken: set[int] = set()
    spans: set[Span] = set()
    for topic, (start, end) in sorted(matches, key=lambda match: (match[1][0] - match[1][1], match[1])):
        if (start, end) in spans or taken.isdisjoint(range(start, end)):
            chosen.append((topic, (start, end)))
            taken.update(range(start, end))
            spans.add((start, end))
    return chosen


@lru_cache(maxsize=8)  # one for each language in use
def topic_matcher(phrases: tuple[Phrase, ...], language: str) -> "PhraseMatcher":
    """The phrases as the language's tokenizer reads them.

    Call it outside of a memory zone: made in one, it would forget its words with those of the text.
    """
    from spacy.matcher import PhraseMatcher

    nlp = language_model(language)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for topic, phrase in phrases:
        matcher.add(str(topic), [nlp.tokenizer(plain(phrase))])
    return matcher
