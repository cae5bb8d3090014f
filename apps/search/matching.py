"""Where in a text a query's words stand, found by the very terms that the index found it by."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter

from rapidfuzz.distance import OSA

from apps.search.composing import Composed
from apps.search.language import Expression, looked_for
from apps.search.language.expressions import Fuzzy, Near, Phrase, Prefix, Text, Word
from apps.search.schema import OTHER, language_of
from apps.search.tokens import Token, stem, terms, tokens, tokens_of

Span = tuple[int, int]
_position = attrgetter("position")


def spans(expression: Expression | None, text: str, language: str, *, in_title: bool = False) -> list[Span]:
    """Where words that are looked for stand: character offsets, in order; they may overlap.

    Not those of ``-not``, and those of ``title:`` only if the text is a title.  ``language`` is the conference's.
    """
    wanted = list(looked_for(expression, in_title=in_title)) if expression else []
    if not wanted:
        return []
    composed = Composed(text)
    words = _Words(composed.text, language_of(language))
    return sorted({composed.span(*span) for one in wanted for span in words.find(one)})


class _Words:
    """The words of a text.  Where they stand is worked out only of those that are looked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.terms = set(terms(text))

    def find(self, text: Text) -> Iterable[Span]:
        language = self.language if isinstance(text, Word) else OTHER
        wanted = tokens(text.text, language)
        keys = self._alike(text, {word.term for word in wanted}, language) if wanted else {}
        if not keys:
            return ()
        there = tokens_of(self.text, keys)
        match text:
            case Word() | Phrase():
                return _side_by_side(there, wanted)
            case Near(_, between):
                return _near(there, [word.term for word in wanted], between)
        return ((word.start, word.end) for word in there)

    def _alike(self, text: Text, wanted: set[str], language: str) -> dict[str, str]:
        """Which of the words, as they are written, are looked for, by their term."""
        match text:
            case Prefix():
                start = "".join(wanted)
                return {term: term for term in self.terms if term.startswith(start)}
            case Fuzzy(_, most):
                return {term: term for term in self.terms if _differ_by(term, wanted, most)}
        return {term: key for term in self.terms if (key := stem(term, language)) in wanted}


def _differ_by(term: str, wanted: set[str], most: int) -> bool:
    return any(OSA.distance(term, word, score_cutoff=most) <= most for word in wanted)


def _side_by_side(there: list[Token], wanted: list[Token]) -> Iterator[Span]:
    at = {word.position: word for word in there}
    for first in there:
        run = [at.get(first.position + word.position - wanted[0].position) for word in wanted]
        if all(word and word.term == want.term for word, want in zip(run, wanted, strict=True)):
            yield first.start, max(word.end for word in run if word)


def _near(there: list[Token], wanted: list[str], between: int) -> Iterator[Span]:
    of: dict[str, list[Token]] = defaultdict(list)
    for word in there:
        of[word.term].append(word)
    for one, other in pairwise(wanted):
        for word in of[one]:
            first = bisect_left(of[other], word.position - between - 1, key=_position)
            last = bisect_right(of[other], word.position + between + 1, key=_position)
            for second in of[other][first:last]:
                yield word.start, word.end
                yield second.start, second.end
