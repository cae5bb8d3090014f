"""Whether turns show a topic, by the phrases that stand and by others, many turns a second."""

from math import fsum
from typing import TYPE_CHECKING

from apps.annotations.phrase_places import Places
from apps.annotations.phrase_rules import Phrase, Span, make_matcher, score, weights_in
from apps.annotations.plain_text import read_plain
from apps.annotations.querysets import SHOWN_FROM_SCORE

if TYPE_CHECKING:
    from spacy.language import Language


class PhraseReader:
    """Reads only the places that count, and what stands in a place only once, however many turns say it.

    Make it outside of a memory zone of ``nlp`` and use it within one, the same as long as it lives.
    """

    def __init__(self, topic: int, before: tuple[Phrase, ...], after: tuple[Phrase, ...], nlp: "Language") -> None:
        self._topic, self._nlp = topic, nlp
        self._by = [(make_matcher(phrases, nlp), phrases) for phrases in (before, after)]
        everything = {*before, *after}
        self._places = Places([phrase for phrase in everything if phrase.topic == topic], everything, nlp)
        self._known: dict[str, _Place] = {}

    def shown(self, text: str) -> tuple[bool, bool]:
        """Whether readers see the topic on a turn of this text: by the phrases before, and by those after."""
        places = [self._known.get(place) or self._read(place) for place in self._places.cut(text)]
        return places[0].shown if len(places) == 1 else _shown(places)

    def weights(self, text: str) -> list[dict[Span, float]]:
        """Where the topic stands in a text and with what weight, by both."""
        doc = read_plain(text, self._nlp)
        return [weights_in(doc, matcher, phrases).get(self._topic, {}) for matcher, phrases in self._by]

    def _read(self, place: str) -> "_Place":
        self._known[place] = _Place(*(tuple(weights.values()) for weights in self.weights(place)))
        return self._known[place]


class _Place:
    """What the topic weighs in a place before and after, and whether that alone shows it."""

    def __init__(self, *weights: tuple[float, ...]) -> None:
        self.weights = weights
        self.shown = _shown([self])


def _shown(places: list[_Place]) -> tuple[bool, bool]:
    had, has = (fsum(weight for place in places for weight in place.weights[which]) for which in (0, 1))
    return score(had) >= SHOWN_FROM_SCORE, score(has) >= SHOWN_FROM_SCORE
