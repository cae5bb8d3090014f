"""Whether words that stand in another turn by now are those that a person judged."""

import re
from typing import NamedTuple

from rapidfuzz.distance import Indel

from apps.annotations.plain_text import plain

LEAST_WORDS, LEAST_WORDS_OF_TURN = 4, 6
SAME_SENTENCE, SAME_TURN = 0.75, 0.5
"""How much of the words must be the same in the same order.  Of turns half, as where an import tells them in order."""
AROUND = 60  # characters
ENDS = re.compile(r"[.!?…\n]")


class Passage(NamedTuple):
    """Words in a turn, with the turn's label and text."""

    label: str
    text: str
    start: int
    end: int


def is_same(judged: Passage, now: Passage) -> bool:
    """Whether both are in the same sentence, or in the same turn, though a little other words may stand around them."""
    one, other = (_words(_sentence(*each[1:])) for each in (judged, now))
    if min(len(one), len(other)) >= LEAST_WORDS and Indel.normalized_similarity(one, other) >= SAME_SENTENCE:
        return True
    return judged.label == now.label and is_same_turn(judged.text, now.text)


def is_same_turn(one: str, other: str) -> bool:
    """Whether one says half of what the other says."""
    words, others = _words(one), _words(other)
    if min(len(words), len(others)) < LEAST_WORDS_OF_TURN:
        return False
    return Indel.normalized_similarity(words, others, score_cutoff=SAME_TURN) >= SAME_TURN


def is_within(one: str, other: str) -> bool:
    """Whether the other says all that one says, word for word."""
    words = _words(one)
    return len(words) >= LEAST_WORDS_OF_TURN and f" {' '.join(words)} " in f" {' '.join(_words(other))} "


def places_of(judged: Passage, label: str, text: str) -> list[tuple[int, int]]:
    """Where a turn says the same words in the same passage, whatever stands between them; capitals count."""
    words = r"\W+".join(re.findall(r"\w+", judged.text[judged.start : judged.end]))
    found = re.finditer(rf"(?<!\w){words}(?!\w)", text) if words else ()
    return [each.span() for each in found if is_same(judged, Passage(label, text, *each.span()))]


def closeness(judged: Passage, text: str, start: int, end: int) -> float:
    """How alike what stands around the words is, to tell one from another of the same words in the same passage."""
    before = Indel.normalized_similarity(judged.text[: judged.start][-AROUND:], text[:start][-AROUND:])
    return before + Indel.normalized_similarity(judged.text[judged.end :][:AROUND], text[end:][:AROUND])


def _sentence(text: str, start: int, end: int) -> str:
    before = [found.end() for found in ENDS.finditer(text, 0, start)]
    after = ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text).casefold())
