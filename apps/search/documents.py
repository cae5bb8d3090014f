"""The documents of conferences and their turns."""

import hashlib
import marshal
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from apps.search.composing import composed
from apps.search.rows import ConferenceRow, Topic, TurnRow
from apps.search.schema import KINDS, LANGUAGES, Level, language_of, topic_status

Numbers = dict[str, int | list[int]]
Fields = dict[str, Any]
"""Of a document: its numbers and texts by the names in ``schema.py``."""
CONFERENCE_BITS, POSITION_BITS = 24, 16
"""Of what 63 bits hold beside a day.  Beyond 16 million conferences, or 65,000 turns of one, some are in no order."""
LAST_POSITION = 2**POSITION_BITS - 1
PLACE_OF = {kind: place for place, kind in enumerate(KINDS)}
FORMAT = 2
"""Of what ``marshal`` writes: without references, so that equal things are written alike."""


def documents(conference: ConferenceRow) -> Iterator[Fields]:
    """The conference's own document, then one for each turn."""
    about, title = _about(conference), composed(conference.title)
    turns = [(_turn(turn, about, conference.day), composed(turn.text)) for turn in conference.turns]
    marks = [_fingerprint(numbers, title, text) for numbers, text in turns]
    whole = about | _whole(conference) | {"words": sum(numbers["words"] for numbers, _ in turns)}
    mark = _fingerprint(whole, title, marks)
    yield {**whole, "fingerprint": mark, "title_plain": title, "plain": [title, *(text for _, text in turns)]}
    for (numbers, text), mark in zip(turns, marks, strict=True):
        yield {**numbers, "fingerprint": mark, "title_plain": title, "plain": text}


def _about(conference: ConferenceRow) -> Numbers:
    """What a conference and its turns have in common."""
    about: Numbers = {"conference": conference.id, "source": conference.source}
    about["language"] = LANGUAGES.index(language_of(conference.language))
    if day := conference.day:
        about |= {"date": day.toordinal(), "month": day.year * 12 + day.month - 1, "year": day.year}
    return about


def _whole(conference: ConferenceRow) -> Numbers:
    turns = conference.turns
    return {
        "level": int(Level.CONFERENCE),
        "turn": 0,
        **_order(conference.day, conference.id, 0),
        "kind": _distinct(PLACE_OF[turn.kind] for turn in turns),
        "speaker": _distinct(turn.speaker for turn in turns if turn.speaker),
        "outlet": _distinct(turn.outlet for turn in turns if turn.outlet),
        "entity": _distinct(entity for turn in turns for entity in turn.entities),
        **_topics([*conference.topics, *(topic for turn in turns for topic in turn.topics)]),
    }


def _turn(turn: TurnRow, about: dict[str, Any], day: date | None) -> dict[str, Any]:
    """Nothing is made for what it has not: there are very many."""
    numbers = about | _order(day, about["conference"], turn.position)
    numbers["level"] = int(Level.TURN)
    numbers["turn"] = turn.id
    numbers["kind"] = PLACE_OF[turn.kind]
    numbers["words"] = len(turn.text.split())
    if turn.speaker:
        numbers["speaker"] = turn.speaker
    if turn.outlet:
        numbers["outlet"] = turn.outlet
    if turn.entities:
        numbers["entity"] = sorted(turn.entities)
    if turn.topics:
        numbers |= _topics(turn.topics)
    return numbers


def _order(day: date | None, conference: int, position: int) -> Numbers:
    """Numbers to order by; what has no date is the last of either."""
    conference, position = conference % 2**CONFERENCE_BITS, min(position, LAST_POSITION)
    newest, oldest = (day.toordinal(), day.toordinal()) if day else (0, date.max.toordinal() + 1)
    return {
        "newest": (newest << CONFERENCE_BITS | conference) << POSITION_BITS | LAST_POSITION - position,
        "oldest": (oldest << CONFERENCE_BITS | conference) << POSITION_BITS | position,
    }


def _topics(topics: list[Topic]) -> Numbers:
    """A topic stands for itself and for its parent."""
    each = [(one, status) for topic, parent, status in topics for one in (topic, parent) if one]
    return {
        "topic": _distinct(topic for topic, _ in each),
        "status": _distinct(int(status) for _, status in each),
        "topic_status": _distinct(topic_status(*one) for one in each),
    }


def _distinct(values: Iterable[int]) -> list[int]:
    return sorted(set(values))


def _fingerprint(*made_of: Any) -> int:
    """A number that differs as soon as anything does that a document is made of."""
    digest = hashlib.blake2b(marshal.dumps(made_of, FORMAT), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
