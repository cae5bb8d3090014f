"""One pass over the words of a conference: topics by phrases, entities by what is known and by the model."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apps.annotations.gazetteer import Known
from apps.annotations.language_models import has_model, language_model
from apps.annotations.meaning import Named, Words
from apps.annotations.phrase_rules import Found, Phrase, topic_matcher, topics_in
from apps.annotations.plain_text import place_in_text, plain, read_plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Marked

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LAW": "treaty",
}
BARE = re.compile(r"""[\W_]*(?:the\s+)?[\W_]*(.*?\w[.)]?)(?:'s?)?[^\w.)]*""", re.IGNORECASE | re.DOTALL)
LONGEST_NAME = 200
BULLETS = ("•", "·", "▪", "*")
NO_NAMES = frozenset(
    """
    the a an and of for to in on at our your his her this mr mrs ms dr sir madam president vice prime minister
    ministers foreign defence defense finance interior secretary secretaries general deputy chancellor
    chairman chairwoman chair governor governors ambassador admiral colonel captain sergeant commander
    commissioner director spokesman spokeswoman spokesperson moderator senator congressman congresswoman
    majesty excellency king queen pope ally allies allied member members state states heads head government
    nation nations summit summits meeting conference headquarters alliance brigade briefing administration
    ministerial council statement question answer laughs laughter applause crosstalk inaudible good morning
    afternoon evening thank thanks okay yes no anti pro non ex cr percentage point
    """.split()
)
UNFINISHED = frozenset("of for the and".split())
IN_SMALL_LETTERS = frozenset({"ORG", "LAW"})  # "the fed"; all else is a word, as pro in pro-European
AT_ONCE = 48  # turns; the model reads these a quarter faster than a thousand, as a processor's cache is small
LONGEST_TEXT = 100_000  # characters; the model's memory grows with the text, so a longer one is read in pieces


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one text."""

    topics: dict[int, Found]
    named: list[Named]


def read(texts: list[str], language: str, phrases: tuple[Phrase, ...], known: Sequence[Known]) -> list[Read]:
    """What stands in each text.  Without a model for the language nothing is named."""
    nlp, matcher = language_model(language), topic_matcher(phrases, language)
    words = Words.told(known)
    with nlp.memory_zone():  # forget these texts' words afterwards, so that a long run stays small
        docs = [read_plain(text, nlp) for text in texts]
        named: list[list[Named]] = [[] for _ in texts]
        if has_model(language):
            usual = {at: doc for at, doc in enumerate(docs) if len(texts[at]) <= LONGEST_TEXT}
            _name(nlp, list(usual.values()), known)
            for at, text in enumerate(texts):
                named[at] = list(_named(usual[at]) if at in usual else _named_in_pieces(nlp, text, known))
        return [
            Read(topics_in(doc, matcher, phrases), words.meant(each)) for doc, each in zip(docs, named, strict=True)
        ]


def _name(nlp: "Language", docs: list["Doc"], known: Sequence[Known]) -> None:
    """Mark all names in the very docs."""
    _mark(nlp, docs, known)
    for _ in nlp.pipe(docs, batch_size=AT_ONCE):
        pass


def _named_in_pieces(nlp: "Language", text: str, known: Sequence[Known]) -> Iterable[Named]:
    """What a text names that is too long for the model to read at once."""
    for piece in pieces(text, LONGEST_TEXT):
        doc, at = read_plain(piece[0], nlp), piece.start()
        _name(nlp, [doc], known)
        for one in _named(doc):
            yield replace(one, start=one.start + at, end=one.end + at)


def pieces(text: str, longest: int) -> Iterable[re.Match[str]]:
    """All of the text in order, cut at the ends of lines, else between words, else anywhere."""
    some = f".{{1,{longest}}}"
    return re.finditer(rf"{some}(?:(?<=\n)|\Z)|{some}(?<=\s)|{some}", text, re.DOTALL)


def _mark(nlp: "Language", docs: list["Doc"], known: Sequence[Known]) -> None:
    """Mark the known names, so that neither gazetteer nor model says otherwise."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span as Marked
    from spacy.util import filter_spans

    matcher = PhraseMatcher(nlp.vocab)
    for each in known:
        for name, label in each.names:
            matcher.add(f"{label}|source:{each.id}", [nlp.tokenizer(plain(name))])
    for doc in docs:
        found = []
        for key, start, end in matcher(doc):
            label, _, ident = nlp.vocab.strings[key].partition("|")
            if not (end - start == 1 and label == "ORG" and _in_a_longer_name(doc, start)):
                found.append(Marked(doc, start, end, label=label, span_id=ident))
        doc.ents = filter_spans(found)


def _in_a_longer_name(doc: "Doc", at: int) -> bool:
    """Whether a word is part of a longer name, as ``Alliance`` is in ``Northern Alliance``, ``Alliance for Peace``."""
    before, after = doc[max(0, at - 1)], doc[min(at + 1, len(doc) - 1)]
    goes_on = after.lower_ in {"of", "for"} and at + 2 < len(doc) and doc[at + 2].is_title
    return goes_on or (at > 0 and (before.is_title or before.is_upper) and not before.is_stop)


def _named(doc: "Doc") -> Iterable[Named]:
    for words in doc.ents:
        known, label = words.id_, words.label_
        if known:
            yield Named(*place_in_text(doc, words.start_char, words.end_char), label, *known.split(":", 2))
            continue
        marked = words.text  # never the whole text: spaCy joins its words anew each time
        start, end = bare_name(words)
        name = _on_one_line(marked[start - words.start_char : end - words.start_char])
        if label in KINDS and _is_name(name, marked, label):
            yield Named(*place_in_text(doc, start, end), label, "model", KINDS[label], name)


def _is_name(name: str, marked: str, label: str) -> bool:
    """Whether the model may be right: not about a list's item, a number, an office, a stage direction, half a name."""
    spoken = re.findall(r"[^\W\d_]+", name)
    telling = [word for word in spoken if word.isalpha() and word.lower() not in NO_NAMES]
    if not telling or spoken[-1].lower() in UNFINISHED or marked.startswith(BULLETS):
        return False
    return not name.islower() or label in IN_SMALL_LETTERS


def bare_name(words: "Marked") -> tuple[int, int]:
    """Where the name itself stands in what the model marked: without article, possessive and quotation marks."""
    text, start = words.text, words.start_char
    bare = BARE.fullmatch(text)
    return (start + bare.start(1), start + bare.end(1)) if bare else (start, words.end_char)


def _on_one_line(text: str) -> str:
    """A name as an entity's: on one line, not too long."""
    return " ".join(text.split())[:LONGEST_NAME].strip()
