"""The documents of conferences and their turns."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

import tantivy

from apps.search.rows import ConferenceRow, Topic, TurnRow
from apps.search.schema import KINDS, LANGUAGES, Level, language_of, topic_status

Numbers = dict[str, list[int]]
CONFERENCE_BITS, POSITION_BITS = 24, 16
"""Of what 63 bits hold beside a day.  Beyond 16 million conferences, or 65,000 turns of one, some are in no order."""
LAST_POSITION = 2**POSITION_BITS - 1
NO_TOPICS: Numbers = {"topic": [], "status": [], "topic_status": []}


def documents(conference: ConferenceRow) -> Iterator[tantivy.Document]:
    """The conference's own document, then one for each turn."""
    about = _about(conference)
    title = _letters(conference.title)
    turns = [
        (numbers := _turn(turn, about, conference.day), text := _letters(turn.text), _fingerprint(numbers, title, text))
        for turn in conference.turns
    ]
    texts = [title, *(text for _, text, _ in turns)]
    whole = {**about, **_whole(conference, [numbers for numbers, _, _ in turns])}
    mark = _fingerprint(whole, title, *(mark for _, _, mark in turns))
    yield tantivy.Document(**whole, fingerprint=[mark], title_plain=title, plain=texts)
    for numbers, text, mark in turns:
        yield tantivy.Document(**numbers, fingerprint=[mark], title_plain=title, plain=text)


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
        "level": [int(Level.CONFERENCE)],
        "turn": [0],
        **_order(conference.day, conference.id, 0),
        "words": [sum(turn["words"][0] for turn in turns)],
        **{name: _distinct(one for numbers in of_all for one in numbers.get(name, ())) for name in several},
    }


def _turn(turn: TurnRow, about: Numbers, day: date | None) -> Numbers:
    return {
        **about,
        "level": [int(Level.TURN)],
        "turn": [turn.id],
        **_order(day, about["conference"][0], turn.position),
        "kind": [KINDS.index(turn.kind)],
        "words": [len(turn.text.split())],
        "speaker": [turn.speaker] if turn.speaker else [],
        "outlet": [turn.outlet] if turn.outlet else [],
        "entity": sorted(turn.entities),
        **_topics(turn.topics),
    }


def _order(day: date | None, conference: int, position: int) -> Numbers:
    """Numbers to order by; what has no date is the last of either."""
    conference, position = conference % 2**CONFERENCE_BITS, min(position, LAST_POSITION)
    newest, oldest = (day.toordinal(), day.toordinal()) if day else (0, date.max.toordinal() + 1)
    return {
        "newest": [(newest << CONFERENCE_BITS | conference) << POSITION_BITS | LAST_POSITION - position],
        "oldest": [(oldest << CONFERENCE_BITS | conference) << POSITION_BITS | position],
    }


def _topics(topics: list[Topic]) -> dict[str, list[int]]:
    """A topic stands for itself and for its parent."""
    if not topics:
        return NO_TOPICS
    each = [(one, status) for topic, parent, status in topics for one in (topic, parent) if one]
    return {
        "topic": _distinct(topic for topic, _ in each),
        "status": _distinct(int(status) for _, status in each),
        "topic_status": _distinct(topic_status(*one) for one in each),
    }


def _distinct(values: Iterable[int]) -> list[int]:
    return sorted(set(values))


def _letters(text: str) -> str:
    """With each accented letter as one character: a loose accent would end the word."""
    return unicodedata.normalize("NFC", text)


def _fingerprint(*made_of: object) -> int:
    """A number that differs as soon as anything does that a document is made of."""
    digest = hashlib.blake2b(repr(made_of).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
