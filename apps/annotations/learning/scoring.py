"""What the model makes of a text.  Plain numbers from the database and numpy: nothing is unpickled, nothing fitted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from apps.annotations.language_models import stop_words
from apps.annotations.learning.words import places, words
from apps.annotations.models import LearnedTopic, Tag, TopicModel
from apps.annotations.phrase_rules import Found
from apps.annotations.suggestions import Spans, Suggestion

SUGGESTED_FROM = 0.3
"""What scores at least so much is suggested where no phrase stands.  Readers see it from 0.5 up; what is between waits
for an editor, and teaches most."""
WORDS_SHOWN = 5
LEAST_SHOWN = 0.5
"""A word is evidence where it says at least so much of what the one says that says most."""
DIGITS = 2  # of a score: a hundredth more or less is no news
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Learned:
    """Topics by id, a column of ``weights`` and an intercept for each; a row of ``weights`` for each word."""

    version: str = ""
    words: dict[str, int] = field(default_factory=dict)
    rarity: Numbers = field(default_factory=lambda: np.zeros(0))
    topics: tuple[int, ...] = ()
    weights: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    intercepts: Numbers = field(default_factory=lambda: np.zeros(0))

    def suggest(self, text: str, found: dict[int, Found], language: str) -> dict[int, Suggestion]:
        """What is suggested in a text, given where phrases stand in it.

        A learned topic has the model's score, its words marked where no phrase stands; any other that of its phrases.
        Where only words that tell nothing in the language speak for a topic, it is not suggested.
        """
        suggested = {
            topic: Suggestion(Tag.Origin.RULE, [list(span) for span in each.spans], each.score)
            for topic, each in found.items()
        }
        if not self.topics:
            return suggested
        known, values = self._vector(text)
        scores = 1 / (1 + np.exp(-(values @ self.weights[known] + self.intercepts)))
        for column, (topic, score) in enumerate(zip(self.topics, scores.round(DIGITS).tolist(), strict=True)):
            if topic in suggested:
                suggested[topic] = suggested[topic]._replace(score=score, model=self.version)
            elif score >= SUGGESTED_FROM and (
                marks := self._marks(text, language, known, values * self.weights[known, column])
            ):
                suggested[topic] = Suggestion(Tag.Origin.MODEL, marks, score, self.version)
        return suggested

    def _vector(self, text: str) -> tuple[list[int], Numbers]:
        """The known words of the text and their tf-idf, as scikit-learn's TfidfVectorizer has it, of length 1."""
        counts = Counter(words(text))
        said = {number: times for word, times in counts.items() if (number := self.words.get(word)) is not None}
        known = list(said)
        times = np.fromiter(said.values(), float, len(known))
        values = (1 + np.log(times)) * self.rarity[known]
        return known, values / max(float(np.linalg.norm(values)), 1e-12)

    def _marks(self, text: str, language: str, known: list[int], says: Numbers) -> Spans:
        """Where the words stand first that say most for the topic, of those that tell something at all."""
        unheard = {self.words.get(word) for word in stop_words(language)}
        ranked = [at for at in np.argsort(-says).tolist() if says[at] > 0 and known[at] not in unheard][:WORDS_SHOWN]
        speaking = {known[at] for at in ranked if says[at] >= LEAST_SHOWN * says[ranked[0]]}
        first: dict[int, list[int]] = {}
        for word, span in places(text):
            number = self.words.get(word, -1)
            if number in speaking:
                first.setdefault(number, list(span))
        return sorted(first.values())


RULES_ALONE = Learned()


def current_model() -> Learned:
    """The model as it is now; ``RULES_ALONE`` where no topic is learned.  One query, and two for a new version."""
    version = TopicModel.objects.filter(learned__gt=0).values_list("version", flat=True).first()
    return _load(version) if version else RULES_ALONE


@lru_cache(maxsize=1)
def _load(version: str) -> Learned:
    model = TopicModel.objects.get(version=version)
    return as_learned(model, model.topics.exclude(intercept=None).order_by("topic_id"))


def as_learned(model: TopicModel, topics: Iterable[LearnedTopic]) -> Learned:
    """Rows as they are scored with; ``topics``: those that are learned."""
    rows = list(topics)
    if not rows:
        return RULES_ALONE
    return Learned(
        model.version,
        {word: number for number, word in enumerate(model.words)},
        np.array(model.rarity, float),
        tuple(row.topic_id for row in rows),
        np.array([row.weights for row in rows], float).T,
        np.array([row.intercept for row in rows], float),
    )
