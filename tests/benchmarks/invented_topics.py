"""Invented turns whose topics are known, and editors who judge some of them: the same on every machine.

The words are made up.  A topic has phrases, which the rules know; words that go with it; and one phrase that means
something else elsewhere.  A turn on a topic does not always say a phrase, and a phrase is said in passing too.  Each
conference has words of its own and a topic that it keeps coming back to, so that its turns are alike.
"""

import random
from dataclasses import dataclass, field
from functools import lru_cache

TOPICS = 8
PHRASES, RELATED, USUAL, OF_HOUSE = 3, 25, 2500, 15
SENTENCES = (3, 10)
JUDGED, MISTAKEN, NOTICED = 0.6, 0.03, 0.15
"""How many suggestions an editor judges, how many of those wrongly, and how many missing topics an editor adds."""


@dataclass(slots=True)
class Invented:
    """A turn: what it says and of which conference, its topics, those the rules find, and decisions by topic."""

    conference: int
    text: str
    topics: set[int]
    found: dict[int, float]
    decided: dict[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    usual: list[str]
    phrases: list[list[str]]
    related: list[list[str]]
    elsewhere: list[list[str]]


def invented(conferences: int, turns: int = 30, seed: int = 1) -> list[Invented]:
    """So many conferences, one after the other, all of them judged."""
    chance = random.Random(seed)
    words = lexicon()
    house = [chance.choices(words.usual, k=OF_HOUSE) for _ in range(conferences)]
    made = []
    for number in range(conferences):
        favourite = chance.randrange(TOPICS)
        for _ in range(turns):
            turn = _turn(chance, words, house[number], favourite)
            turn.conference = number
            _judge(chance, turn)
            made.append(turn)
    return made


@lru_cache(maxsize=1)
def lexicon() -> Words:
    """The words, none of which is two things."""
    chance = random.Random(0)
    made: dict[str, None] = {}
    while len(made) < USUAL + TOPICS * (PHRASES + 2 * RELATED):
        syllables = ("".join((chance.choice("bdfgklmnprstvz"), chance.choice("aeiou"))) for _ in range(3))
        made["".join(syllables) + chance.choice(["", "n", "r", "l"])] = None
    every = iter(made)

    def some(count: int) -> list[str]:
        return [next(every) for _ in range(count)]

    return Words(
        some(USUAL),
        [some(PHRASES) for _ in range(TOPICS)],
        [some(RELATED) for _ in range(TOPICS)],
        [some(RELATED) for _ in range(TOPICS)],
    )


def _turn(chance: random.Random, words: Words, house: list[str], favourite: int) -> Invented:
    topics = {topic for topic in range(TOPICS) if chance.random() < (0.25 if topic == favourite else 0.04)}
    said = [_usual(chance, words) for _ in range(chance.randint(*SENTENCES) * 9)]
    said += chance.choices(house, k=len(said) // 8)
    found: dict[int, float] = {}
    for topic in range(TOPICS):
        times = 0
        if topic in topics:
            said += chance.choices(words.related[topic], k=chance.randint(1, 6))
            times = chance.choice([0, 0, 1, 1, 2, 3])
            said += chance.choices(words.phrases[topic], k=times)
        elif chance.random() < 0.05:  # its last phrase means something else here
            times = chance.choice([1, 1, 2])
            said += [words.phrases[topic][-1]] * times + chance.choices(words.elsewhere[topic], k=chance.randint(1, 5))
        elif chance.random() < 0.02:  # in passing
            times = 1
            said.append(chance.choice(words.phrases[topic]))
        elif chance.random() < 0.1:  # words that go with a topic go with others too
            said += chance.choices(words.related[topic], k=chance.choice([1, 1, 2]))
        if times:
            found[topic] = 1 - 0.5**times
    chance.shuffle(said)
    sentences = (" ".join(said[start : start + 12]) for start in range(0, len(said), 12))
    return Invented(0, " ".join(f"{sentence.capitalize()}." for sentence in sentences), topics, found)


def _usual(chance: random.Random, words: Words) -> str:
    """Few words are frequent and most are rare, as in any language."""
    return words.usual[min(int(1.0 / (chance.random() + 1 / USUAL)) * 3 + chance.randrange(3), USUAL - 1)]


def _judge(chance: random.Random, turn: Invented) -> None:
    for topic in sorted(turn.found):
        if chance.random() < JUDGED:
            turn.decided[topic] = (topic in turn.topics) != (chance.random() < MISTAKEN)
    if turn.decided:
        for topic in sorted(turn.topics - turn.found.keys()):
            if chance.random() < NOTICED:
                turn.decided[topic] = True
