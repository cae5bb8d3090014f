"""Where in a text a query's words stand, found by the very terms that the index found it by."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from apps.search.composing import Composed
from apps.search.language import Expression, looked_for
from apps.search.language.expressions import Fuzzy, Near, Phrase, Prefix, Text, Word
from apps.search.schema import OTHER, language_of
from apps.search.tokens import Token, tokens

Span = tuple[int, int]


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
    """The words of a text, by stem and as written, each read only if it is asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    @cached_property
    def stems(self) -> "_Places":
        return _Places(tokens(self.text, self.language))

    @cached_property
    def written(self) -> "_Places":
        return _Places(tokens(self.text, OTHER))

    def find(self, text: Text) -> Iterator[Span]:
        match text:
            case Word(word):
                return self.stems.side_by_side(tokens(word, self.language))
            case Phrase(words):
                return self.written.side_by_side(tokens(words))
            case Near(words, between):
                return self.written.near([word.term for word in tokens(words)], between)
            case Prefix(start):
                return self.written.beginning(tokens(start)[0].term)
            case Fuzzy(word, distance):
                return self.written.like(tokens(word)[0].term, distance)


class _Places:
    """Where each term stands."""

    def __init__(self, words: list[Token]) -> None:
        self.at = {word.position: word for word in words}
        self.of: dict[str, list[Token]] = defaultdict(list)
        for word in words:
            self.of[word.term].append(word)

    def side_by_side(self, wanted: list[Token]) -> Iterator[Span]:
        for first in self.of.get(wanted[0].term, ()) if wanted else ():
            run = [self.at.get(first.position + word.position - wanted[0].position) for word in wanted]
            if all(word and word.term == want.term for word, want in zip(run, wanted, strict=True)):
                yield first.start, max(word.end for word in run if word)

    def near(self, terms: list[str], between: int) -> Iterator[Span]:
        for one, other in pairwise(terms):
            for word in self.of.get(one, ()):
                for second in self.of.get(other, ()):
                    if abs(word.position - second.position) <= between + 1:
                        yield word.start, word.end
                        yield second.start, second.end

    def beginning(self, start: str) -> Iterator[Span]:
        return self._where(lambda term: term.startswith(start))

    def like(self, wanted: str, distance: int) -> Iterator[Span]:
        return self._where(lambda term: OSA.distance(term, wanted, score_cutoff=distance) <= distance)

    def _where(self, fits: Callable[[str], bool]) -> Iterator[Span]:
        for term, words in self.of.items():
            if fits(term):
                yield from ((word.start, word.end) for word in words)
