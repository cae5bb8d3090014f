"""Where phrases may stand: words to look for, and as much of a text around them as says what they come to there."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from apps.annotations.phrase_rules import Phrase, patterns, plain

if TYPE_CHECKING:
    from spacy.language import Language

COMMON = 3  # letters: shorter words stand everywhere
KELVIN = "\u212a"  # the only character but K itself that is k in lower case


def anchors(phrases: Iterable[Phrase], nlp: "Language") -> list[str]:
    """Words of which one stands, in lower case, in every text in which one of the phrases does; few of them.

    A word may be a part of a longer one there.  Plain letters and digits, except where a phrase has none.
    """
    texts = [_words([token.lower_ for token in doc]) for doc in patterns(phrases, nlp)]
    usual = Counter(word for words in texts for word in words)
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

    A place begins and ends at spaces, where the tokenizer cuts as well, and goes on as long as there are words of any
    phrase: so whatever overlaps a match, and what overlaps that, is within it.
    """

    def __init__(self, phrases: Iterable[Phrase], among: Iterable[Phrase], nlp: "Language") -> None:
        self._anchors = anchors(phrases, nlp)
        self._has_words = _HasWords({token.lower for doc in patterns(among, nlp) for token in doc}, nlp)

    def cut(self, text: str) -> list[str]:
        """The places in one text, in no order."""
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
        has_words, find, rfind, length = self._has_words, text.find, text.rfind, len(text)
        start, end = rfind(" ", 0, first) + 1, find(" ", past)
        if end < 0:
            end = length
        if not has_words[text[start:end]]:
            return past, past
        while start > 0:
            before = rfind(" ", 0, start - 1) + 1
            if not has_words[text[before : start - 1]]:
                break
            start = before
        while end < length:
            after = find(" ", end + 1)
            if after < 0:
                after = length
            if not has_words[text[end + 1 : after]]:
                break
            end = after
        return start, end


class _HasWords(dict[str, bool]):
    """Whether there is a word of any phrase between two spaces; nothing between them does not part words."""

    def __init__(self, words: set[int], nlp: "Language") -> None:
        super().__init__({"": True})
        self._words, self._nlp = words, nlp

    def __missing__(self, chunk: str) -> bool:
        self[chunk] = any(token.lower in self._words for token in self._nlp.tokenizer(plain(chunk)))
        return self[chunk]


def _words(tokens: list[str]) -> list[str]:
    """What a text must hold for these tokens to stand in it, one of which is enough."""
    plainly = [word for token in tokens for word in re.findall("[a-z0-9]+", token)]
    return plainly or [_lower(max(tokens, key=len))]


def _lower(text: str) -> str:
    return text.lower().replace("ς", "σ")  # which of both it is depends on what stands beside it


def _either_case(letter: str) -> str:
    return letter if letter.isdigit() else f"[{letter}{letter.upper()}{KELVIN if letter == 'k' else ''}]"
