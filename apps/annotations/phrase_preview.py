"""What other phrases for a topic would change, told before they are saved."""

import hashlib
import heapq
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date

from apps.annotations.evidence import Piece, excerpt
from apps.annotations.language_models import ONE_AT_A_TIME, tokenizer
from apps.annotations.models import Tag, Topic
from apps.annotations.phrase_places import anchors, database_pattern
from apps.annotations.phrase_reader import PhraseReader
from apps.annotations.phrase_rules import Phrase
from apps.conferences.models import Conference, Turn
from apps.conferences.querysets import TurnQuerySet

EXAMPLES = 10
AT_ONCE = 5000  # turns in memory


@dataclass(slots=True)
class Preview:
    """How many turns would gain and lose the topic, with the newest of them, ten at most."""

    gained: int = 0
    lost: int = 0
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


def languages_in_use() -> list[str]:
    """Those of the conferences.  One query."""
    return list(Conference.objects.order_by().values_list("language", flat=True).distinct())


def turns_with(phrases: Iterable[Phrase]) -> TurnQuerySet:
    """All standing turns in which one of the phrases may stand: the database looks for a word of each."""
    listed = list(phrases)
    languages = languages_in_use()
    with ONE_AT_A_TIME:
        words = {word for language in languages for word in anchors(listed, tokenizer(language))}
    turns: TurnQuerySet = Turn.objects.standing()
    return turns.filter(text__regex=database_pattern(sorted(words)))


def preview_phrases(topic: Topic, before: tuple[Phrase, ...], after: tuple[Phrase, ...]) -> Preview:
    """Which turns would show the topic, and which no longer, if ``after`` were all phrases instead of ``before``.

    Exact: all turns in which a changed phrase may stand are read.  A turn or a conference about which a person, the
    source or a model has settled the topic changes nothing.
    """
    changed = changed_phrases(before, after)
    if not changed:
        return Preview()
    rows = Conference.objects.order_by().values_list("pk", "language", "event_date")
    conferences = {pk: (language, day or date.min) for pk, language, day in rows}
    settled = Tag.objects.filter(topic=topic).exclude(origin=Tag.Origin.RULE, decided_at=None)
    settled_turns = set(settled.exclude(turn=None).values_list("turn", flat=True))
    for pk in settled.filter(turn=None, status=Tag.Status.REJECTED).values_list("conference", flat=True):
        del conferences[pk]
    gained: list[tuple[date, int]] = []
    lost: list[tuple[date, int]] = []
    with ONE_AT_A_TIME, _Readers(topic, before, after) as readers:
        turns = turns_with(changed).order_by().values_list("pk", "conference_id", "text")
        for pk, conference, text in turns.iterator(AT_ONCE):
            if conference not in conferences or pk in settled_turns:
                continue
            language, day = conferences[conference]
            had, has = readers.of(language).shown(text)
            if had != has:
                (gained if has else lost).append((day, pk))
        return Preview(
            len(gained),
            len(lost),
            readers.examples(gained, EXAMPLES - min(len(lost), EXAMPLES // 2), by_which=1),
            readers.examples(lost, EXAMPLES - min(len(gained), EXAMPLES // 2), by_which=0),
        )


class _Readers(ExitStack):
    """A reader for each language that occurs; their words are forgotten in the end."""

    def __init__(self, topic: Topic, before: tuple[Phrase, ...], after: tuple[Phrase, ...]) -> None:
        super().__init__()
        self._told = topic.pk, before, after
        self._readers: dict[str, PhraseReader] = {}

    def of(self, language: str) -> PhraseReader:
        reader = self._readers.get(language)
        if reader is None:
            nlp = tokenizer(language)
            reader = self._readers[language] = PhraseReader(*self._told, nlp)
            self.enter_context(nlp.memory_zone())
        return reader

    def examples(self, found: list[tuple[date, int]], most: int, by_which: int) -> list[tuple[Turn, list[Piece]]]:
        """The newest turns of those found, with the words that show the topic."""
        pks = [pk for _, pk in heapq.nlargest(most, found)]
        turns = Turn.objects.select_related("conference__source").defer("conference__source_text").in_bulk(pks)
        return [
            (turn, excerpt(turn.text, sorted(self.of(turn.conference.language).weights(turn.text)[by_which])))
            for turn in (turns[pk] for pk in pks)
        ]
