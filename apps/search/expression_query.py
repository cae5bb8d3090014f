"""From an expression of the query language to a query of tantivy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tantivy import FieldType, Occur, Query

from apps.search.forms import forms
from apps.search.language.expressions import (
    And,
    Before,
    Expression,
    From,
    Fuzzy,
    Named,
    Near,
    Not,
    OfKind,
    Or,
    Phrase,
    Prefix,
    Text,
    Title,
    Word,
)
from apps.search.opened import OpenIndex
from apps.search.schema import KINDS, LANGUAGES, Level
from apps.search.tokens import Token, tokens

MORE_THAN_ANY = 2**63
"""The index holds smaller numbers only, and takes no others."""
TITLE_BOOST = 2.0
"""How much more a word tells about a conference if it stands in its title."""


@dataclass(frozen=True, slots=True)
class ExpressionQuery:
    """Makes queries for one state of the index and one level of documents."""

    index: OpenIndex
    level: Level

    def of(self, expression: Expression) -> Query:  # noqa: PLR0911 - one line for each sort of expression
        match expression:
            case Title(of):
                return self._text(of, "title_")
            case Named(field, _, ids, _):
                return self.any_of(field, ids)
            case OfKind(kind):
                return self.any_of("kind", [KINDS.index(kind)])
            case From(day):
                return self.days(first=day)
            case Before(day):
                return Query.empty_query() if day == date.min else self.days(last=day - timedelta(days=1))
            case Not(of):
                return Query.boolean_query([(Occur.Must, _free(Query.all_query())), (Occur.MustNot, self.of(of))])
            case And(parts):
                return Query.boolean_query([(Occur.Must, self.of(part)) for part in parts])
            case Or(parts):
                return either(self.of(part) for part in parts)
            case _:
                return self._text_and_title(expression)

    @property
    def at_level(self) -> tuple[Occur, Query]:
        """A part of a query that leaves only documents of the level."""
        return Occur.Must, self.any_of("level", [self.level])

    @property
    def among_words(self) -> tuple[Occur, Query]:
        """The same where there must be a word: without conferences are turns, and to pass over few is quicker."""
        if self.level == Level.TURN:
            return Occur.MustNot, self.any_of("level", [Level.CONFERENCE])
        return self.at_level

    def any_of(self, field: str, values: Iterable[int]) -> Query:
        """Documents with one of the values, which do not count for the order."""
        there_can_be = (value for value in values if abs(value) < MORE_THAN_ANY)
        return _free(either(Query.term_query(self.index.schema, field, value) for value in there_can_be))

    def days(self, first: date | None = None, last: date | None = None) -> Query:
        """Documents of these days, both included.  One of them must be given."""
        lower, upper = (day.toordinal() if day else None for day in (first, last))
        return _free(Query.range_query(self.index.schema, "date", FieldType.Integer, lower, upper))

    def _text_and_title(self, text: Text) -> Query:
        """A conference's text holds its title, so that only the order differs by it; a turn's does not."""
        query = self._text(text)
        if self.level != Level.CONFERENCE:
            return query
        in_title = Query.boost_query(self._text(text, "title_"), TITLE_BOOST)
        return Query.boolean_query([(Occur.Must, query), (Occur.Should, in_title)])

    def _text(self, text: Text, where: str = "") -> Query:
        if isinstance(text, Word):
            return self._word(text, where)
        field, words = f"{where}plain", tokens(text.text)
        if not words:
            return Query.empty_query()
        match text:
            case Prefix():
                return Query.regex_query(self.index.schema, field, f"{words[0].term}.*")
            case Fuzzy(_, distance):
                return Query.fuzzy_term_query(self.index.schema, field, words[0].term, distance)
            case Near(_, between):
                terms = [word.term for word in words]
                near = [self._near(field, one, other, between) for one, other in pairwise(terms)]
                return Query.boolean_query([(Occur.Must, query) for query in near or [self._term(field, terms[0])]])
            case Phrase():
                return self._side_by_side(field, words)

    def _word(self, word: Word, where: str) -> Query:
        """Its forms in each language, in texts of that language."""
        languages = self.index.languages
        each = {language: self._forms(f"{where}plain", tokens(word.text, language), language) for language in languages}
        if len(each) == 1:
            return each[languages[0]]
        return either(
            Query.boolean_query(
                [(Occur.Must, self.any_of("language", [LANGUAGES.index(language)])), (Occur.Must, query)]
            )
            for language, query in each.items()
        )

    def _forms(self, field: str, words: list[Token], language: str) -> Query:
        """One after the other; most words are one, ``don't`` is two."""
        each = [forms(self.index, word.term, language) for word in words]
        if not each or not all(each):
            return Query.empty_query()
        if len(each) == 1:
            return either(self._term(field, term) for term in each[0])
        places: list[str | tuple[int, str]] = [
            (word.position, "|".join(any_of)) for word, any_of in zip(words, each, strict=True)
        ]
        return Query.regex_phrase_query(self.index.schema, field, places)

    def _side_by_side(self, field: str, words: list[Token]) -> Query:
        if len(words) > 1:
            return self._phrase(field, [(word.position, word.term) for word in words])
        return self._term(field, words[0].term) if words else Query.empty_query()

    def _near(self, field: str, one: str, other: str, between: int) -> Query:
        """In either order: tantivy counts the other way round as two words more."""
        if one == other:
            return self._again(field, one, between + 1)
        ways = ([one, other], [other, one])
        return either(self._phrase(field, list(enumerate(way)), between) for way in ways)

    def _again(self, field: str, term: str, farthest: int) -> Query:
        """The word a second time, up to so many places on: asked for around their middle, so that none is its own."""
        middles = {(farthest + 1) // 2, farthest // 2 + 1}
        return either(self._phrase(field, [(0, term), (middle, term)], min(middles) - 1) for middle in middles)

    def _phrase(self, field: str, places: list[tuple[int, str]], slop: int = 0) -> Query:
        """Only where all of its words are, at this level: to look up where they stand is what takes long."""
        there = [(Occur.Must, self._term(field, term)) for term in sorted({term for _, term in places})]
        phrase = Query.phrase_query(self.index.schema, field, [*places], slop)
        return Query.boolean_query(
            [(Occur.Must, _free(Query.boolean_query([self.among_words, *there]))), (Occur.Must, phrase)]
        )

    def _term(self, field: str, term: str) -> Query:
        return Query.term_query(self.index.schema, field, term)


def either(queries: Iterable[Query]) -> Query:
    several = list(queries)
    return several[0] if len(several) == 1 else Query.boolean_query([(Occur.Should, query) for query in several])


def _free(query: Query) -> Query:
    """What it finds, without a say in the order."""
    return Query.const_score_query(query, 0)
