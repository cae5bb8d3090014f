"""Where in a text a query's words stand, found by the very terms that the index found it by."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import OSA

from apps.search.composing import Composed
from apps.search.language import Expression, looked_for
from apps.search.language.expressions import Fuzzy, Near, Phrase, Prefix, Text, Word
from apps.search.schema import LONGEST_WORD, OTHER, language_of
from apps.search.tokens import Token, starts, stem, terms, tokens, tokens_of

Span = tuple[int, int]
_position = attrgetter("position")
_OTHER_LETTERS = re.compile(
    "[^\x00-\x7f\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
"""Anything but ASCII and common punctuation."""


def spans(expression: Expression | None, text: str, language: str, *, in_title: bool = False) -> list[Span]:
    """Where words that are looked for stand: character offsets, in order; they may overlap.

    Not those of ``-not``, and those of ``title:`` only if the text is a title.  ``language`` is the conference's.
    """
    return finder(expression, language, in_title=in_title)(text)


def finder(expression: Expression | None, language: str, *, in_title: bool = False) -> Callable[[str], list[Span]]:
    """``spans`` of these words, for many texts."""
    wanted, single = _wanted(expression, language, in_title=in_title) if expression else ((), ())
    spoken = language_of(language)

    def find(text: str) -> list[Span]:
        if not wanted:
            return []
        if single and (text.isascii() or not _OTHER_LETTERS.search(text)):
            small = text.lower()  # as long as it was: none of these letters becomes two
            found = [span for one in single for span in one.find(small)]
            return found if len(single) == 1 else sorted(set(found))
        words = _Words(text, spoken)
        return sorted({span for one in wanted for span in words.find(one)})

    return find


class _Single(NamedTuple):
    """A single word to be found in texts in small letters of ASCII, without a look at most others in them."""

    stem: str
    beginning: re.Pattern[str]
    language: str

    def find(self, text: str) -> list[Span]:
        return [
            found.span()
            for found in self.beginning.finditer(text)
            if stem(word := found[0], self.language) == self.stem and len(word) < LONGEST_WORD
        ]


@lru_cache(maxsize=1_000)
def _wanted(expression: Expression, language: str, *, in_title: bool) -> tuple[tuple[Text, ...], tuple[_Single, ...]]:
    """What is looked for; also each of them as a single word, if all are that."""
    wanted = tuple(looked_for(expression, in_title=in_title))
    words = [_single(one.text, language_of(language)) for one in wanted if isinstance(one, Word)]
    single = tuple(word for word in words if word)
    return wanted, single if len(single) == len(wanted) else ()


def _single(word: str, language: str) -> _Single | None:
    """None where it is more than one, as ``don't`` is."""
    its = tokens(word, language)
    if len(its) != 1:
        return None
    begins = [start for start in starts(its[0].term, language) if start.isascii()]
    return _Single(its[0].term, re.compile(_words_with(begins) if begins else "(?!)"), language)


def _words_with(starts: list[str]) -> str:
    """A pattern.  If it can it begins with a letter, which ``re`` skips to; only then it looks whether a word does."""
    letters = {start[:1] for start in starts}
    first = letters.pop() if len(letters) == 1 else ""
    others = "|".join(start[len(first) :] for start in starts)
    return f"{first or '(?=[0-9a-z])'}(?<![0-9a-z]{first})(?:{others})[0-9a-z]*"


class _Words:
    """The words of a text.  Where they stand is worked out only of those that are looked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = Composed(text)
        self.language = language
        self.terms = set(terms(self.text.text))

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
                if second is not word:
                    yield word.start, word.end
                    yield second.start, second.end
