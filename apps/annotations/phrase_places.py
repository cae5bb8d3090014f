"""Where phrases may stand: words to look for, and as much of a text around them as says what they come to there."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from apps.annotations.phrase_rules import Phrase, patterns
from apps.annotations.plain_text import composed, plain

if TYPE_CHECKING:
    from spacy.language import Language

COMMON = 3  # letters: shorter words stand everywhere
KELVIN = "\u212a"  # the only character but K itself that is k in lower case


def anchors(phrases: Iterable[Phrase], nlp: "Language") -> list[str]:
    """Words of which one stands, in lower case, in every text in which one of the phrases does; few of them.

    A word may be a part of a longer one there.  Plain letters and digits, except where a phrase has none.
    """
    texts = [words for phrase in phrases for words in _one_of_each(phrase, nlp)]
    usual = Counter(word for words in texts for word in set(words))
    best = {max(words, key=lambda word: (len(word) > COMMON, usual[word], len(word), word)) for words in texts}
    found: list[str] = []
    for word in sorted(best, key=len):
        if not any(shorter in word for shorter in found):
            found.append(word)
    return found


def database_pattern(words: Iterable[str]) -> str:
    """A regular expression of PostgreSQL's for texts that hold one of the words, whatever its locale.

    Words that are not plain letters and digits may stand in any text: upper and lower case is Python's there.
    """
    return "|".join("".join(map(_either_case, word)) if word.isascii() else "" for word in words)


class Places:
    """Cuts texts of one language to the places where some phrases stand, whatever other phrases there are.

    A place begins and ends at spaces, where the tokenizer cuts as well.  It goes on over a space only where two words
    follow each other as in a phrase: so whatever overlaps a match, and what overlaps that, is within it.
    """

    def __init__(self, phrases: Iterable[Phrase], among: Iterable[Phrase], nlp: "Language") -> None:
        self._anchors = anchors(phrases, nlp)
        read = [[token.lower for token in doc] for doc in patterns(among, nlp)]
        self._pairs = {pair for words in read for pair in pairwise(words)}
        self._chunks = _Chunks({word for words in read for word in words}, nlp)

    def cut(self, text: str) -> list[str]:
        """The places in one text, in no order."""
        if not text.isascii() or "\n" in text or "\t" in text or "\r" in text:
            text, _ = composed(text)  # several spaces alone may stay: nothing stands between them
        lower = _lower(text)
        if len(lower) != len(text):  # a capital that is two characters in lower case
            return [text]
        places: dict[int, str] = {}
        for word in self._anchors:
            at = lower.find(word)
            while at >= 0:
                start, end = self._around(text, at, at + len(word))
                if start < end:
                    places[start] = text[start:end]
                at = lower.find(word, end)
        return [*places.values()]

    def _around(self, text: str, first: int, past: int) -> tuple[int, int]:
        """The place of a word; empty where it is only a part of one that no phrase has."""
        chunks, pairs, find, rfind, length = self._chunks, self._pairs, text.find, text.rfind, len(text)
        start, end = rfind(" ", 0, first) + 1, find(" ", past)
        if end < 0:
            end = length
        known = chunks[text[start:end]]
        if not known.has_words:
            return past, past
        begins, ends = known.first, known.last
        while start > 0:
            before = rfind(" ", 0, start - 1) + 1
            known = chunks[text[before : start - 1]]
            if known.last and begins and (known.last, begins) not in pairs:
                break
            start, begins = before, known.first
        while end < length:
            after = find(" ", end + 1)
            if after < 0:
                after = length
            known = chunks[text[end + 1 : after]]
            if known.first and ends and (ends, known.first) not in pairs:
                break
            end, ends = after, known.last
        return start, end


class _Chunk(NamedTuple):
    """What stands between two spaces: its first and last word, 0 where there is none, and whether a phrase has any."""

    first: int
    last: int
    has_words: bool


class _Chunks(dict[str, _Chunk]):
    def __init__(self, words: set[int], nlp: "Language") -> None:
        super().__init__({"": _Chunk(0, 0, False)})
        self._words, self._nlp = words, nlp

    def __missing__(self, chunk: str) -> _Chunk:
        read = [token.lower for token in self._nlp.tokenizer(plain(chunk))]
        self[chunk] = _Chunk(read[0], read[-1], not self._words.isdisjoint(read))
        return self[chunk]


def _one_of_each(phrase: Phrase, nlp: "Language") -> list[list[str]]:
    """Lists of words: of each list a text must hold one for the phrase or its plural to stand in it.

    One list where all ways to read them share words; else one for each.
    """
    said, *others = [_words([token.lower_ for token in doc]) for doc in patterns([phrase], nlp)]
    shared = [word for word in said if all(any(word in other for other in words) for words in others)]
    return [shared] if shared else [said, *others]


def _words(tokens: list[str]) -> list[str]:
    """All of these a text holds in which these tokens stand: plain letters and digits, or what there is."""
    plainly = [word for token in tokens for word in re.findall("[a-z0-9]+", token)]
    return plainly or [_lower(max(tokens, key=len))]


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("ς", "σ")  # which of both depends on what stands beside it


def _either_case(letter: str) -> str:
    return letter if letter.isdigit() else f"[{letter}{letter.upper()}{KELVIN if letter == 'k' else ''}]"
