"""What a document of the index holds, and how words become terms.

Two kinds of documents: a conference with its whole text, and each of its standing turns.  Every id is a primary key of
the database; speakers, outlets and entities are the ones that they are after merges.
"""

from enum import IntEnum

import tantivy

from apps.transcripts import Kind

VERSION = 5
"""Another number wherever documents mean something else than before: an index of another version is made anew."""


class Level(IntEnum):
    STATE = 0
    """One document that says what the index has seen; see ``news.State``."""
    CONFERENCE = 1
    TURN = 2


class Status(IntEnum):
    """Who vouches for a tag, as readers see it (``TagQuerySet.vouched_for_by``)."""

    SOURCE = 1
    CONFIRMED = 2
    SUGGESTED = 3


KINDS: list[str] = list(Kind)
"""``kind`` is a place in this list."""

STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hu": "hungarian",
    "it": "italian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "es": "spanish",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""Languages whose words are known by their stem.  All others share ``xx``, where a word is as it is written."""
OTHER = "xx"
LANGUAGES = [OTHER, *STEMMERS]
"""``language`` is a place in this list."""

LONGEST_WORD = 100  # bytes

FAST = (
    *("level", "conference", "turn", "date", "year", "source", "kind", "language"),
    *("speaker", "outlet", "topic", "status", "topic_status", "entity"),
)
"""Integer fields that are counted and filtered by.

``turn`` is 0 on a conference.  ``date`` is a day's ordinal; it and what is made of it are absent where a conference
has no date.
``language`` is a place in ``LANGUAGES``.  ``topic`` has each topic and its parent, ``topic_status`` is
``topic_status(topic, status)`` of each tag.
"""
ONLY_FAST = ("fingerprint", "month", "words", "newest", "oldest")
"""Integer fields that are read, counted, summed or ordered by, and not filtered by.

``fingerprint`` tells whether all that the document was made of is still so.
``month`` is year * 12 + month - 1.  ``newest`` and ``oldest`` differ between any two documents of a level: of one day
those of the newest conference come first or last, of one conference the turns as they were said.
"""


def language_of(code: str) -> str:
    """The language that texts of this ISO 639-1 code are read in: one of ``LANGUAGES``."""
    return code if code in STEMMERS else OTHER


def topic_status(topic: int, status: Status) -> int:
    return topic * 4 + status


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FAST:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ONLY_FAST:
        builder.add_integer_field(name, fast=True)
    builder.add_text_field("state", stored=True, tokenizer_name="raw")
    for name in ("plain", "title_plain"):
        builder.add_text_field(name, tokenizer_name="plain")
    return builder.build()


def analyzer(language: str = OTHER) -> tantivy.TextAnalyzer:
    """What makes terms of a text: letters and digits, in small letters, without accents, stemmed if the language is."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(LONGEST_WORD))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if language in STEMMERS:
        builder = builder.filter(tantivy.Filter.stemmer(STEMMERS[language]))
    return builder.build()


def register_analyzers(index: tantivy.Index) -> None:
    """Every opened index needs to be told anew."""
    index.register_tokenizer("plain", analyzer())
