"""What people decided about turns, as examples to learn from.

The turns are those that a person judged for some topic.  For each topic they are examples for it where it was
confirmed, and against it where it was rejected.  Where nobody said anything about it and none of its phrases stands,
they are against it as well, though less: without them a model would know only turns in which phrases stand, and find
its topic everywhere.

What the machine suggested and nobody judged is not learned from, nor are decisions about whole conferences, the
source's among them: they do not say which turn they are about.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from apps.annotations.learning.enough import READ_WEIGHT
from apps.annotations.models import Tag, Topic
from apps.annotations.phrase_rules import Found, Phrase, find_in
from apps.annotations.querysets import SHOWN_FROM_SCORE
from apps.conferences.models import Turn

AT_ONCE = 2000


@dataclass(slots=True)
class Judged:
    """A turn that a person judged: ``decided`` by topic, ``open_topics`` about which it says neither yes nor no."""

    turn: int
    conference: int
    text: str
    found: dict[int, Found]
    decided: dict[int, bool]
    open_topics: set[int] = field(default_factory=set)


class Example(NamedTuple):
    """``at`` is the number of the turn among all; ``rule`` whether the phrases alone would have shown the topic."""

    at: int
    right: bool
    weight: float
    rule: bool


@dataclass(frozen=True, slots=True)
class Examples:
    turns: list[Judged]

    @property
    def topics(self) -> list[int]:
        """Those about which somebody decided."""
        return sorted({topic for turn in self.turns for topic in turn.decided})

    @property
    def decisions(self) -> int:
        return sum(len(turn.decided) for turn in self.turns)

    def of(self, topic: int) -> Iterator[Example]:
        for at, turn in enumerate(self.turns):
            found = turn.found.get(topic)
            shown = found is not None and found.score >= SHOWN_FROM_SCORE
            if topic in turn.decided:
                yield Example(at, turn.decided[topic], 1, shown)
            elif found is None and topic not in turn.open_topics:
                yield Example(at, False, READ_WEIGHT, shown)

    def version(self, *parts: object) -> str:
        """The same for the same decisions about the same words, and the same ``parts``."""
        said = hashlib.blake2b(repr(parts).encode(), digest_size=8)
        for turn in self.turns:
            found = sorted((topic, each.score) for topic, each in turn.found.items())
            decided, left_open = sorted(turn.decided.items()), sorted(turn.open_topics)
            said.update(repr((turn.turn, turn.conference, turn.text, found, decided, left_open)).encode())
        return said.hexdigest()


def gather(phrases: tuple[Phrase, ...]) -> Examples:
    """All that people decided about turns, in order of turn.  A few queries, and one for each 2,000 turns."""
    decided: dict[int, dict[int, bool]] = defaultdict(dict)
    on_turns = Tag.objects.exclude(turn=None).exclude(decided_at=None).order_by("turn", "topic")
    for turn, topic, status in on_turns.values_list("turn_id", "topic_id", "status"):
        decided[turn or 0][topic] = status == Tag.Status.CONFIRMED
    relatives = _relatives()
    whole = _said_of_whole_conferences()
    turns = []
    for turn, conference, text, _, found in read_turns(decided, phrases):
        yes = {topic for topic, right in decided[turn].items() if right}
        near = {other for topic in yes for other in relatives[topic]}
        left_open = (near | whole[conference]) - decided[turn].keys()
        turns.append(Judged(turn, conference, text, found, decided[turn], left_open))
    return Examples(turns)


def read_turns(
    pks: Iterable[int], phrases: tuple[Phrase, ...]
) -> Iterator[tuple[int, int, str, str, dict[int, Found]]]:
    """Turn, conference, text, its language, and where the phrases stand in it."""
    every = sorted(pks)
    for start in range(0, len(every), AT_ONCE):
        turns = Turn.objects.filter(pk__in=every[start : start + AT_ONCE]).order_by("pk")
        rows = list(turns.values_list("pk", "conference_id", "text", "conference__language"))
        for language in sorted({row[3] for row in rows}):
            own = [row for row in rows if row[3] == language]
            for row, found in zip(own, find_in([row[2] for row in own], phrases, language), strict=True):
                yield *row, found


def _relatives() -> dict[int, set[int]]:
    """The topics above and below each: who confirms Missiles has not said that it is not about Defence."""
    near: dict[int, set[int]] = defaultdict(set)
    for pk, parent in Topic.objects.exclude(parent=None).order_by().values_list("pk", "parent_id"):
        near[pk].add(parent or 0)
        near[parent or 0].add(pk)
    return near


def _said_of_whole_conferences() -> dict[int, set[int]]:
    """The topics that a conference as a whole has, by a person or the source: some of its turns are about them."""
    said: dict[int, set[int]] = defaultdict(set)
    confirmed = Tag.objects.filter(turn=None, status=Tag.Status.CONFIRMED).order_by()
    for conference, topic in confirmed.values_list("conference_id", "topic_id"):
        said[conference].add(topic)
    return said
