"""What other phrases for a topic would change, told before they are saved."""

import hashlib
import random
import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q

from apps.annotations.evidence import Piece, excerpt
from apps.annotations.language_models import tokenizer
from apps.annotations.models import Tag, Topic
from apps.annotations.phrase_rules import Found, Phrase, forms, make_matcher, plain, topics_in
from apps.annotations.querysets import SHOWN_FROM_SCORE
from apps.conferences.models import Turn
from apps.conferences.querysets import TurnQuerySet

MOST = 1000
"""Turns that are read.  Of more, so many chosen at random are read and counted for all."""
EXAMPLES = 5  # of turns that would gain the topic, and as many that would lose it
NOT_LETTERS = r"[^a-z0-9]+"  # what PostgreSQL takes for a letter beyond these depends on its locale


@dataclass(slots=True)
class Preview:
    """How many turns would gain and lose the topic, with examples; ``exact`` where all were read."""

    gained: int = 0
    lost: int = 0
    exact: bool = True
    gains: list[tuple[Turn, list[Piece]]] = field(default_factory=list)
    losses: list[tuple[Turn, list[Piece]]] = field(default_factory=list)


def changed_phrases(before: Iterable[Phrase], after: Iterable[Phrase]) -> set[Phrase]:
    """Those that are in one of both only, with their weights."""
    return set(before) ^ set(after)


def fingerprint(before: Iterable[Phrase], after: Iterable[Phrase]) -> str:
    """Differs where the phrases change otherwise, so that what was previewed is what is saved."""
    change = [
        sorted(phrase[1:] for phrase in phrases) for phrases in (set(before) - set(after), set(after) - set(before))
    ]
    return hashlib.sha256(repr(change).encode()).hexdigest()


def turns_with(phrases: Iterable[Phrase]) -> TurnQuerySet:
    """All standing turns in which one of the phrases may stand, and few others: found by the database."""
    turns: TurnQuerySet = Turn.objects.standing()
    return turns.filter(text__iregex=_pattern(phrases))


def preview_phrases(topic: Topic, before: tuple[Phrase, ...], after: tuple[Phrase, ...]) -> Preview:
    """Which turns would show the topic, and which no longer, if ``after`` were all phrases instead of ``before``.

    A turn or a conference about which a person decided changes nothing.
    """
    changed = changed_phrases(before, after)
    if not changed:
        return Preview()
    pks = list(turns_with(changed).order_by().values_list("pk", flat=True))
    read = pks if len(pks) <= MOST else random.Random(len(pks)).sample(pks, MOST)  # noqa: S311
    preview = Preview(exact=len(read) == len(pks))
    with _Reader(topic, before, after) as reader:
        for turn in _undecided(topic, read):
            had, has = reader.find(turn, "\n\n".join(reader.around(turn.text)))
            if _shown(has) and not _shown(had):
                preview.gained += 1
                if len(preview.gains) < EXAMPLES:
                    preview.gains.append((turn, _marked(turn, reader.find(turn, turn.text)[1])))
            elif _shown(had) and not _shown(has):
                preview.lost += 1
                if len(preview.losses) < EXAMPLES:
                    preview.losses.append((turn, _marked(turn, reader.find(turn, turn.text)[0])))
    if not preview.exact:
        preview.gained = round(preview.gained * len(pks) / len(read))
        preview.lost = round(preview.lost * len(pks) / len(read))
    return preview


def _undecided(topic: Topic, pks: list[int]) -> TurnQuerySet:
    """Of these turns those on which a person, the source or a model has not settled the topic; newest first."""
    decided = Tag.objects.filter(topic=topic, conference=OuterRef("conference"))
    own = Q(turn=OuterRef("pk")) & (~Q(origin=Tag.Origin.RULE) | Q(decided_at__isnull=False))
    ruled_out = Q(turn=None, status=Tag.Status.REJECTED)
    turns: TurnQuerySet = Turn.objects.filter(pk__in=pks).exclude(Exists(decided.filter(own | ruled_out)))
    turns = turns.select_related("conference__source").defer("conference__source_text")
    return turns.order_by("-conference__event_date", "pk")


def _shown(found: Found | None) -> bool:
    return found is not None and found.score >= SHOWN_FROM_SCORE


def _marked(turn: Turn, found: Found | None) -> list[Piece]:
    """The words that show the topic, with what stands beside them."""
    return excerpt(turn.text, found.spans if found else [])


class _Reader(ExitStack):
    """Reads only what stands around the topic's phrases, and matches only phrases that can meet them there."""

    def __init__(self, topic: Topic, before: tuple[Phrase, ...], after: tuple[Phrase, ...]) -> None:
        super().__init__()
        self.topic = topic.pk
        own = [phrase for phrase in {*before, *after} if phrase.topic == topic.pk]
        words = {word for phrase in own for word in _words(phrase)}
        self.before, self.after = (
            tuple(phrase for phrase in phrases if not words.isdisjoint(_words(phrase))) for phrases in (before, after)
        )
        self.beside = max(len(phrase.text) for phrase in (*self.before, *self.after)) + 3
        self.places = re.compile(_pattern(own), re.IGNORECASE)
        self.matchers: dict[str, Any] = {}

    def around(self, text: str) -> Iterable[str]:
        """The places that count, cut at spaces, where the tokenizer cuts as well."""
        parts: list[tuple[int, int]] = []
        for match in self.places.finditer(text):
            start, end = max(match.start() - self.beside, 0), min(match.end() + self.beside, len(text))
            while start > 0 and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            if parts and start <= parts[-1][1]:
                start, _ = parts.pop()
            parts.append((start, end))
        return (text[start:end] for start, end in parts)

    def find(self, turn: Turn, text: str) -> tuple[Found | None, Found | None]:
        """Where the topic stands in a text of the turn's language, by the phrases before and by those after."""
        language = turn.conference.language
        nlp = tokenizer(language)
        if language not in self.matchers:
            self.enter_context(nlp.memory_zone())  # one for all turns: it is slow to begin, and keeps usual words
            self.matchers[language] = make_matcher(self.before, nlp), make_matcher(self.after, nlp)
        before, after = self.matchers[language]
        doc = nlp.tokenizer(plain(text))
        had, has = topics_in(doc, before, self.before), topics_in(doc, after, self.after)
        return had.get(self.topic), has.get(self.topic)


def _pattern(phrases: Iterable[Phrase]) -> str:
    """A regular expression, for PostgreSQL and Python alike, that matches wherever one of the phrases does."""
    texts = {form.lower() for phrase in phrases for form in forms(plain(phrase.text))}
    return "|".join(sorted({_loosely(text) for text in texts}))


def _loosely(text: str) -> str:
    words = [word for word in re.split(NOT_LETTERS, text) if word]
    return NOT_LETTERS.join(words) or re.escape(text)


def _words(phrase: Phrase) -> set[str]:
    return {word for form in forms(plain(phrase.text)) for word in re.findall(r"\w+", form.lower())}
