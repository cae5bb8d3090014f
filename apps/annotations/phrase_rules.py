"""Find topics in a text by their phrases, as character spans.

A phrase matches whole words, in any case, and its last word in the regular plural too.  Typographic variants are the
same: curly and straight apostrophes and quotes, all hyphens and dashes, any white space, accents with their letter or
as characters of their own.  A blank line separates.  Where matches overlap, the longest wins, then the first; two
topics may share the very same words.  A must-not phrase takes away what its own topic finds in the same words, unless
that is longer.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from apps.annotations.language_models import language_model, tokenizer
from apps.annotations.plain_text import place_in_text, plain, read_plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

Span = tuple[int, int]


class Phrase(NamedTuple):
    """Words that speak for a topic, or against it (``must_not``).  A ``weight`` of 1 is enough to show the topic."""

    topic: int
    text: str
    weight: float = 1
    must_not: bool = False


class Found(NamedTuple):
    """Where a topic stands in a text, in order, and how sure that makes us."""

    spans: list[Span]
    score: float


def find_topics(texts: Iterable[str], phrases: tuple[Phrase, ...], language: str) -> list[dict[int, Found]]:
    """Where each topic's phrases stand in each text, by topic id."""
    nlp, matcher = language_model(language), topic_matcher(phrases, language)
    with nlp.memory_zone():
        return [topics_in(read_plain(text, nlp), matcher, phrases) for text in texts]


def find_in(texts: list[str], phrases: tuple[Phrase, ...], language: str) -> list[dict[int, Found]]:
    """As ``find_topics`` in each text, by the language's tokenizer alone: no model is loaded for it."""
    nlp = tokenizer(language)
    matcher = make_matcher(phrases, nlp)
    with nlp.memory_zone():
        return [topics_in(read_plain(text, nlp), matcher, phrases) for text in texts]


def topics_in(doc: "Doc", matcher: "PhraseMatcher", phrases: tuple[Phrase, ...]) -> dict[int, Found]:
    """As ``find_topics``, in one text as ``read_plain`` gives it."""
    return {
        topic: Found(sorted(spans), score(fsum(spans.values())))
        for topic, spans in weights_in(doc, matcher, phrases).items()
    }


def weights_in(doc: "Doc", matcher: "PhraseMatcher", phrases: tuple[Phrase, ...]) -> dict[int, dict[Span, float]]:
    """As ``topics_in``, with the weight of each span instead of a score."""
    matches: list[tuple[Phrase, Span]] = [
        (phrases[int(doc.vocab.strings[key])], place_in_text(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
        for key, start, end in matcher(doc)
    ]
    against = [(phrase.topic, span) for phrase, span in matches if phrase.must_not]
    weights: dict[tuple[int, Span], float] = {}
    for phrase, span in matches:
        if not phrase.must_not and not any(phrase.topic == topic and _stops(other, span) for topic, other in against):
            weights[phrase.topic, span] = max(phrase.weight, weights.get((phrase.topic, span), 0))
    found: defaultdict[int, dict[Span, float]] = defaultdict(dict)
    for topic, span in _longest(weights):
        found[topic][span] = weights[topic, span]
    return found


def score(weight: float) -> float:
    """How sure the weights of all hits together make us: 0.5 for 1, 0.75 for 2, 0.875 for 3, and so on."""
    return float(1 - 0.5**weight)


def _stops(against: Span, span: Span) -> bool:
    """Whether a must-not phrase takes away a match: where they overlap, and the match does not say more."""
    apart = against[1] <= span[0] or span[1] <= against[0]
    within = span[0] <= against[0] and against[1] <= span[1] and span != against
    return not (apart or within)


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


def forms(phrase: str) -> list[str]:
    """The phrase, and with its last word in the regular plural: policy, policies; box, boxes; missile, missiles."""
    word = re.search(r"[^\W\d_]{2,}$", phrase)
    if not word or re.search(r"[^s]s$", phrase, re.IGNORECASE):  # a plural already, as a rule
        return [phrase]
    if re.search(r"[^aeiou]y$", phrase, re.IGNORECASE):
        return [phrase, f"{phrase[:-1]}ies"]
    return [phrase, phrase + ("es" if re.search(r"(ss|sh|ch|x|z)$", phrase, re.IGNORECASE) else "s")]


@lru_cache(maxsize=8)  # one for each language in use
def topic_matcher(phrases: tuple[Phrase, ...], language: str) -> "PhraseMatcher":
    """The phrases as the language's tokenizer reads them.

    Call it outside of a memory zone: made in one, it would forget its words with those of the text.
    """
    return make_matcher(phrases, language_model(language))


def make_matcher(phrases: tuple[Phrase, ...], nlp: "Language") -> "PhraseMatcher":
    """As ``topic_matcher``, for this tokenizer and this once."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    own = {(phrase.topic, plain(phrase.text).lower()) for phrase in phrases}  # what is listed counts
    for number, phrase in enumerate(phrases):
        said, *plural = forms(phrase.text)
        unlisted = (text for text in plural if (phrase.topic, plain(text).lower()) not in own)
        matcher.add(str(number), [doc for text in (said, *unlisted) for doc in _readings(text, nlp)])
    return matcher


def patterns(phrases: Iterable[Phrase], nlp: "Language") -> Iterator["Doc"]:
    """Each phrase and its plural, in each way the tokenizer reads them.  Call it outside of a memory zone, too."""
    for phrase in phrases:
        for text in forms(phrase.text):
            yield from _readings(text, nlp)


@lru_cache(maxsize=10_000)
def _readings(text: str, nlp: "Language") -> tuple["Doc", ...]:
    """The text as the tokenizer reads it in any case: it leaves U.S. and Sept. whole, but not u.s. and SEPT."""
    said = plain(text)
    if _is_usual(said, nlp):
        return (nlp.tokenizer(said),)
    small = said.lower()
    titled = re.sub(r"(?<![\w'])[^\W\d_]", lambda letter: letter[0].upper(), small)
    read: dict[tuple[str, ...], Doc] = {}
    for printed in dict.fromkeys((said, small, titled, said.upper())):
        if printed.lower() == small:  # in capitals some letters are others: STRASSE
            doc = nlp.tokenizer(printed)
            read.setdefault(tuple(token.lower_ for token in doc), doc)
    return tuple(read.values())


def _is_usual(said: str, nlp: "Language") -> bool:
    """Whether it is read alike in any case, which saves time: words of letters that the language does not split."""
    split = getattr(nlp.tokenizer, "rules", None) or {}
    return all(
        word.isalpha() and split.keys().isdisjoint((word, word.lower(), word.title(), word.upper()))
        for word in said.split(" ")
    )
