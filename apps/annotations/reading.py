"""One pass over the words of a conference: topics by phrases, entities by what is known and by the model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apps.annotations.gazetteer import Known
from apps.annotations.known_names import OUR
from apps.annotations.language_models import has_model, language_model
from apps.annotations.phrase_rules import Found, Phrase, plain, topic_matcher, topics_in

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LAW": "treaty",
}
LONGEST_NAME = 200
LONGEST_TEXT = 200_000  # characters; the model's memory grows with the text, and nobody speaks that long


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a text names it: where, spaCy's label, whose word it is, and which entity is meant."""

    start: int
    end: int
    label: str
    origin: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one text."""

    topics: dict[int, Found]
    named: list[Named]


def read(texts: list[str], language: str, phrases: tuple[Phrase, ...], known: Sequence[Known]) -> list[Read]:
    """What stands in each text.  Without a model for the language nothing is named."""
    nlp, matcher = language_model(language), topic_matcher(phrases, language)
    short = {word: each for each in known for word in each.short}
    with nlp.memory_zone():  # forget these texts' words afterwards, so that a long run stays small
        docs = [nlp.tokenizer(plain(text)) for text in texts]
        if has_model(language):
            usual = [doc for doc in docs if len(doc.text) <= LONGEST_TEXT]
            _mark(nlp, usual, known)
            for _ in nlp.pipe(usual):  # the very docs, in place
                pass
        return [Read(topics_in(doc, matcher, phrases), list(_named(doc, short))) for doc in docs]


def _mark(nlp: "Language", docs: list["Doc"], known: Sequence[Known]) -> None:
    """Mark the known names, so that neither gazetteer nor model says otherwise."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span as Words
    from spacy.util import filter_spans

    matcher = PhraseMatcher(nlp.vocab)
    for each in known:
        for name, label in each.names:
            matcher.add(f"{label}|source:{each.id}", [nlp.tokenizer(plain(name))])
    for doc in docs:
        found = []
        for key, start, end in matcher(doc):
            label, _, ident = nlp.vocab.strings[key].partition("|")
            own = start + (end - start > 1 and doc[start].text in OUR)
            found.append(Words(doc, own, end, label=label, span_id=ident))
        doc.ents = filter_spans(found)


def _named(doc: "Doc", short: dict[str, Known]) -> Iterable[Named]:
    for words in doc.ents:
        label, name = words.label_, _name(words.text)
        if words.ent_id_:
            origin, kind, name = words.ent_id_.split(":", 2)
        elif name in short and label in KINDS:
            origin, kind, name, label = "source", "person", short[name].name, "PERSON"
        else:
            origin, kind = "model", KINDS.get(label, "")
        if kind and any(letter.isalpha() for letter in name):
            yield Named(words.start_char, words.end_char, label, origin, kind, name)


def _name(text: str) -> str:
    """The name in the words that the model marked: without article and possessive."""
    words: Any = text.removesuffix("'s").removesuffix("'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(words)[:LONGEST_NAME].strip(" ,.;:-\"'")
