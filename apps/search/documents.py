"""The documents of conferences and their turns."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import tantivy

from apps.search.rows import ConferenceRow, Topic, TurnRow
from apps.search.schema import KINDS, LANGUAGES, Level, language_of, topic_status
from apps.transcripts import Kind

Numbers = dict[str, list[int]]


def documents(conference: ConferenceRow) -> Iterator[tantivy.Document]:
    """The conference's own document, then one for each turn."""
    about = _about(conference)
    title = _letters(conference.title)
    texts = [_letters(turn.text) for turn in conference.turns]
    turns = [_turn(turn, about) for turn in conference.turns]
    yield _document({**about, **_whole(conference, turns)}, conference.language, title, [title, *texts])
    for numbers, text in zip(turns, texts, strict=True):
        yield _document(numbers, conference.language, title, [text])


def _about(conference: ConferenceRow) -> Numbers:
    """What a conference and its turns have in common."""
    about = {"conference": [conference.id], "source": [conference.source]}
    about["language"] = [LANGUAGES.index(language_of(conference.language))]
    if day := conference.day:
        about |= {"date": [day.toordinal()], "month": [day.year * 12 + day.month - 1], "year": [day.year]}
    return about


def _whole(conference: ConferenceRow, turns: list[Numbers]) -> Numbers:
    of_all = [_topics(conference.topics), *turns]
    several = ("kind", "speaker", "outlet", "topic", "status", "topic_status", "entity")
    return {
        "level": [Level.CONFERENCE],
        "turn": [0],
        "position": [0],
        "words": [sum(turn["words"][0] for turn in turns)],
        **{name: _distinct(one for numbers in of_all for one in numbers.get(name, ())) for name in several},
    }


def _turn(turn: TurnRow, about: Numbers) -> Numbers:
    return {
        **about,
        "level": [Level.TURN],
        "turn": [turn.id],
        "position": [turn.position],
        "kind": [KINDS.index(Kind(turn.kind))],
        "words": [len(turn.text.split())],
        "speaker": [turn.speaker] if turn.speaker else [],
        "outlet": [turn.outlet] if turn.outlet else [],
        "entity": sorted(turn.entities),
        **_topics(turn.topics),
    }


def _topics(topics: list[Topic]) -> dict[str, list[int]]:
    """A topic stands for itself and for its parent."""
    each = [(one, status) for topic, parent, status in topics for one in (topic, parent) if one]
    return {
        "topic": _distinct(topic for topic, _ in each),
        "status": _distinct(status for _, status in each),
        "topic_status": _distinct(topic_status(*one) for one in each),
    }


def _distinct(values: Iterable[int]) -> list[int]:
    return sorted(set(values))


def _letters(text: str) -> str:
    """With each accented letter as one character: a loose accent would end the word."""
    return unicodedata.normalize("NFC", text)


def _document(numbers: Numbers, language: str, title: str, texts: list[str]) -> tantivy.Document:
    words = f"words_{language_of(language)}"
    fields: dict[str, Any] = {"plain": texts, words: texts, "title_plain": title, f"title_{words}": title}
    return tantivy.Document(fingerprint=fingerprint(numbers, fields), **numbers, **fields)


def fingerprint(*made_of: object) -> int:
    """A number that differs as soon as anything does that a document is made of."""
    digest = hashlib.blake2b(repr(made_of).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
