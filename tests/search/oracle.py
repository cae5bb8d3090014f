"""What a search has to find, worked out row by row from the database, slowly and simply."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from django.db.models.functions import Coalesce

from apps.annotations.models import Mention, Tag
from apps.conferences.models import Conference, Turn
from apps.search.language import expressions as e
from apps.search.query import SearchQuery
from apps.search.schema import KINDS, Level, Status, analyzer, language_of
from apps.transcripts import Kind

HAS = ("speaker", "outlet", "entity", "kind")
ANY_OF = ("speaker", "outlet", "source", "kind", "year")


@dataclass
class Row:
    """A conference or a turn with all that can be asked of it."""

    conference: int
    turn: int | None
    language: str
    title: str
    texts: list[str]
    day: date | None
    source: int
    topics: set[tuple[int, Status]] = field(default_factory=set)
    has: dict[str, set[int]] = field(
        default_factory=lambda: {name: set() for name in ("speaker", "outlet", "entity", "kind")}
    )

    def take(self, turn: "Row") -> None:
        self.texts += turn.texts
        self.topics |= turn.topics
        for name, values in turn.has.items():
            self.has[name] |= values


def rows(level: Level) -> list[Row]:
    found = []
    for conference in Conference.objects.order_by("-event_date", "-pk"):
        turns = [_turn(conference, turn) for turn in conference.turns.filter(withdrawn_at=None).order_by("position")]
        whole = _row(conference, None, [conference.title])
        whole.topics = _topics(Tag.objects.shown().filter(conference=conference, turn=None))
        for turn in turns:
            whole.take(turn)
        found += turns if level == Level.TURN else [whole]
    return found


def _row(conference: Conference, turn: int | None, texts: list[str]) -> Row:
    day, source = conference.event_date, conference.source_id
    return Row(conference.pk, turn, conference.language, conference.title, texts, day, source)


def _turn(conference: Conference, turn: Turn) -> Row:
    row = _row(conference, turn.pk, [turn.text])
    row.topics = _topics(Tag.objects.shown().filter(turn=turn))
    row.has["kind"] = {KINDS.index(Kind(turn.kind))}
    row.has["speaker"] = {turn.speaker.present.pk} if turn.speaker else set()
    row.has["outlet"] = {turn.organisation.present.pk} if turn.organisation else set()
    named = Mention.objects.shown().filter(turn=turn).annotate(now=Coalesce("entity__merged_into", "entity"))
    row.has["entity"] = set(named.values_list("now", flat=True))
    return row


def _topics(tags: Iterable[Tag]) -> set[tuple[int, Status]]:
    found = set()
    for tag in tags:
        confirmed = Status.SOURCE if tag.origin == "source" else Status.CONFIRMED
        status = Status.SUGGESTED if tag.status == "suggested" else confirmed
        found |= {(topic, status) for topic in (tag.topic_id, tag.topic.parent_id) if topic}
    return found


def found(asked: SearchQuery, all_rows: list[Row]) -> list[Row]:
    return [row for row in all_rows if _fits(row, asked)]


def _fits(row: Row, asked: SearchQuery) -> bool:
    topics = {topic for topic, _ in row.topics}
    if asked.status and asked.topics:
        wanted = all((topic, asked.status) in row.topics for topic in asked.topics)
    elif asked.status:
        wanted = any(status == asked.status for _, status in row.topics)
    else:
        wanted = set(asked.topics) <= topics
    any_of: list[tuple[Iterable[int], set[int]]] = [
        (asked.speakers, row.has["speaker"]),
        (asked.outlets, row.has["outlet"]),
        ([KINDS.index(kind) for kind in asked.kinds], row.has["kind"]),
        (asked.sources, {row.source}),
        (asked.years, {row.day.year} if row.day else set()),
        ([asked.conference] if asked.conference is not None else [], {row.conference}),
    ]
    return (
        wanted
        and set(asked.entities) <= row.has["entity"]
        and all(not values or set(values) & there for values, there in any_of)
        and (not asked.after or bool(row.day and row.day >= asked.after))
        and (not asked.before or bool(row.day and row.day <= asked.before))
        and (asked.words is None or holds(row, asked.words))
    )


def facet(asked: SearchQuery, name: str, all_rows: list[Row]) -> dict[int, int]:
    """By value how many would be left with it, under all other filters."""
    if name == "status":
        return {status: len(found(replace(asked, status=status), all_rows)) for status in Status}
    others = replace(asked, **{f"{name}s": ()}) if name in ANY_OF else asked  # type: ignore[arg-type]
    values: Counter[int] = Counter()
    for row in found(others, all_rows):
        there = {
            **row.has,
            "topic": {topic for topic, status in row.topics if asked.status in {None, status}},
            "source": {row.source},
            "year": {row.day.year} if row.day else set(),
            "month": {row.day.year * 12 + row.day.month - 1} if row.day else set(),
        }
        values.update(there[name])
    return dict(values)


def holds(row: Row, wanted: e.Expression) -> bool:  # noqa: C901, PLR0911
    match wanted:
        case e.Not(of):
            return not holds(row, of)
        case e.And(parts):
            return all(holds(row, part) for part in parts)
        case e.Or(parts):
            return any(holds(row, part) for part in parts)
        case e.Title(of):
            return _says([row.title], of, row.language)
        case e.Named("source", _, ids, _):
            return row.source in ids
        case e.Named("topic", _, ids, _):
            return any(topic in ids for topic, _ in row.topics)
        case e.Named(name, _, ids, _):
            return bool(row.has[name] & set(ids))
        case e.OfKind(kind):
            return KINDS.index(kind) in row.has["kind"]
        case e.From(day):
            return bool(row.day and row.day >= day)
        case e.Before(day):
            return bool(row.day and row.day < day)
    return _says(row.texts, wanted, row.language)


def plain(text: str) -> str:
    """In small letters without accents, points or what ends a syllable; each Chinese letter is a word."""
    letters = (letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    parts = (f" {letter} " if "一" <= letter <= "鿿" else letter for letter in letters)
    return "".join(parts).replace("ς", "σ").strip()


def _words(text: str, language: str = "") -> list[str]:
    return analyzer(language_of(language)).analyze(plain(text))


def _says(texts: list[str], wanted: e.Text, language: str) -> bool:
    stems = [_words(text, language) for text in texts]
    words = [_words(text) for text in texts]
    match wanted:
        case e.Word(text):
            run = _words(text, language)
            return any(said[at : at + len(run)] == run for said in stems for at in range(len(said)))
        case e.Phrase(text):
            run = _words(text)
            return any(said[at : at + len(run)] == run for said in words for at in range(len(said)))
        case e.Prefix(text):
            return any(word.startswith(plain(text)) for said in words for word in said)
        case e.Fuzzy(text, distance):
            return any(letters_between(word, plain(text)) <= distance for said in words for word in said)
        case e.Near(text, between):
            line = _one_after_the_other(words)
            run = _words(text)
            return all(
                any(a == one and b == other and 0 < abs(i - j) <= between + 1 for i, a in line for j, b in line)
                for one, other in pairwise(run)
            )


def _one_after_the_other(texts: list[list[str]]) -> list[tuple[int, str]]:
    """Words by their place; the index leaves one place free between two turns."""
    line, place = [], 0
    for words in texts:
        line += [(place + at, word) for at, word in enumerate(words)]
        place += len(words) + 1
    return line


def letters_between(one: str, other: str) -> int:
    """Letters added, left out, changed, or swapped with the next (each at most once), by the textbook."""
    cost = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            cost[i, j] = min(cost[i - 1, j] + 1, cost[i, j - 1] + 1, cost[i - 1, j - 1] + (not same))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                cost[i, j] = min(cost[i, j], cost[i - 2, j - 2] + 1)
    return cost[len(one), len(other)]
