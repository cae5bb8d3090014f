"""From the text of a query to its expression, by the grammar in query.lark."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lark import Lark, Token, Transformer

from apps.search.language.days import first_day
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
from apps.search.language.names import Name, Names
from apps.search.language.tidying import OPERANDS, tidy
from apps.search.tokens import tokens
from apps.transcripts import Kind

FURTHEST = 2
"""The most letters that tantivy lets a word differ by."""
FARTHEST = 50
"""The most words between two that are near each other."""
SHORTEST_PREFIX = 2
NAMED = {"speaker", "outlet", "topic", "entity", "source"}
MOST_NAMES = 8
SHOWN = 40

_GRAMMAR = Lark(
    (Path(__file__).parent / "query.lark").read_text(encoding="utf-8"),
    parser="lalr",
    lexer="basic",
    maybe_placeholders=False,
)


def split(text: str, doubts: list[str]) -> list[Token]:
    """The text's tokens in an order that has a meaning; adds a sentence for whatever that changed.

    Quotation marks must come in pairs.
    """
    tidied = tidy(_GRAMMAR.lex(text), doubts)
    sides = zip(tidied, tidied[1:], tidied[2:], strict=False)
    if any(word == "or" and {one.type, other.type} <= OPERANDS for one, word, other in sides):
        doubts.append("“or” was read as a word: in capitals, OR means one or the other.")
    return tidied


def names_in(split_up: list[Token]) -> list[Name]:
    """The names to look up."""
    quiet = _Meaning({}, [])
    found = []
    for field, token in pairwise(split_up):
        name = _field(field)
        if field.type == "FIELD" and name in NAMED and (value := getattr(quiet, token.type)(token)):
            found.append((name, value.text))
    return found[:MOST_NAMES]


def parse(split_up: list[Token], names: Names, doubts: list[str]) -> Expression | None:
    """What they say, None if nothing; adds a sentence for whatever could not be taken as it is."""
    parser = _GRAMMAR.parse_interactive()
    for token in split_up:
        parser.feed_token(token)
    meaning = _Meaning(names, doubts).transform(parser.feed_eof())  # type: ignore[no-untyped-call]
    return _settled(meaning, doubts)


@dataclass(frozen=True, slots=True)
class _Unknown:
    """Of a field, what it cannot be: ``why``, and what it can be."""

    value: Text
    why: str
    instead: str = ""


def _settled(
    expression: Expression | _Unknown | None, doubts: list[str], *, under_not: bool = False
) -> Expression | None:
    """With what is unknown read as words; under a NOT as nothing, which excludes nothing."""
    match expression:
        case _Unknown(value, why, instead):
            doubts.append(f"{why}, so it was {'left out' if under_not else 'read as words'}{instead}.")
            return None if under_not else value
        case Not(of):
            rest = _settled(of, doubts, under_not=not under_not)
            return rest.of if isinstance(rest, Not) else rest and Not(rest)
        case And(parts) | Or(parts):
            each = [_settled(part, doubts, under_not=under_not) for part in parts]
            finds_nothing = under_not and isinstance(expression, And) and None in each
            return None if finds_nothing else _joined(type(expression), each)
    return expression


class _Meaning(Transformer[Token, Expression | None]):
    """Each method is named after a rule or a terminal of the grammar and gives what it means."""

    def __init__(self, names: Names, doubts: list[str]) -> None:
        super().__init__()
        self.known = names
        self.doubts = doubts
        self.names = 0

    def every(self, parts: list[Expression | Token | None]) -> Expression | None:
        return _joined(And, [part for part in parts if not isinstance(part, Token)])

    def either(self, parts: list[Expression | Token | None]) -> Expression | None:
        return _joined(Or, [part for part in parts if not isinstance(part, Token)])

    def group(self, parts: list[Expression | None]) -> Expression | None:
        return parts[1]

    def without(self, parts: list[Expression | None]) -> Expression | None:
        of = parts[1]
        if isinstance(of, Not):
            return of.of
        return Not(of) if of else None

    def field(self, parts: tuple[Token, Text | None]) -> Expression | _Unknown | None:
        token, value = parts
        name = _field(token)
        if value is None:
            return None
        if name == "title":
            return Title(value)
        if name == "kind":
            return self._kind(value)
        if name in {"before", "after"}:
            return self._day(name, value)
        return self._named(name, value)

    def unknown(self, parts: tuple[Token, Text | None]) -> Expression | None:
        token, value = parts
        self.doubts.append(f"There is nothing called “{token}” to look in, so it was read as a word.")
        return _joined(And, [self.WORD(Token("WORD", token)), value])

    def EMPTY(self, _: Token) -> None:  # noqa: N802
        return None

    def WORD(self, token: Token) -> Text | None:  # noqa: N802
        if not tokens(token):
            self._left_out(token)
            return None
        if "*" in token:
            self.doubts.append(f"“*” only ends a word, so “{_short(token)}” was read without it.")
        if re.search(r"\w\?\w", token):
            self.doubts.append(f"“?” stands for no letter, so “{_short(token)}” was read as words side by side.")
        return Word(_bare(token.replace("*", "")))

    def PREFIX(self, token: Token) -> Text | None:  # noqa: N802
        text = self._one_word(token, token[:-1])
        if text is None or len(text) >= SHORTEST_PREFIX:
            return Prefix(text) if text else self.WORD(Token("WORD", token[:-1]))
        self.doubts.append(f"“{token}” is too short to go on in any way, so it was read as “{text}”.")
        return Word(text)

    def FUZZY(self, token: Token) -> Text | None:  # noqa: N802
        said, _, distance = token.rpartition("~")
        text = self._one_word(token, said)
        if text is None:
            return self.WORD(Token("WORD", said))
        letters = int(distance[:3] or 1)
        if letters > FURTHEST:
            self.doubts.append(f"A word may differ by {FURTHEST} letters at most, so “{_short(token)}” was read so.")
        return Fuzzy(text, min(letters, FURTHEST)) if letters else Phrase(text)

    def PHRASE(self, token: Token) -> Text | None:  # noqa: N802
        _, said, slop = token.split('"')
        text = " ".join(said.split())
        words = tokens(text)
        if not words:
            self._left_out(token)
            return None
        between = int(slop[1:4] or 0)
        if between > FARTHEST:
            self.doubts.append(
                f"Words are near each other with {FARTHEST} others between them at most, so it was read so."
            )
        return Near(text, min(between, FARTHEST)) if between and len(words) > 1 else Phrase(text)

    def _one_word(self, token: str, said: str) -> str | None:
        words = tokens(said)
        if len(words) > 1:
            self.doubts.append(f"“{_short(token)}” is more than one word, so it was read as these words side by side.")
        return _bare(said) if len(words) == 1 else None

    def _left_out(self, token: str) -> None:
        if any(not unicodedata.category(letter).startswith(("P", "Z")) for letter in token):
            why = "is too long to be a word" if re.search(r"\w", token) else "has no letters or digits"
            self.doubts.append(f"“{_short(token)}” {why}, so it was left out.")

    def _kind(self, value: Text) -> Expression | _Unknown:
        for kind in Kind:
            if value.text.lower() in {kind.value, f"{kind.value}s"}:
                return OfKind(kind)
        return _Unknown(value, f"There is no kind “{_short(value.text)}”", f": kinds are {', '.join(Kind)}")

    def _day(self, name: str, value: Text) -> Expression | _Unknown:
        day = first_day(value.text)
        if day is None:
            return _Unknown(value, f"“{_short(value.text)}” is no date", ": write 2019, 2019-05 or 2019-05-04")
        return From(day) if name == "after" else Before(day)

    def _named(self, field: str, value: Text) -> Expression | _Unknown | None:
        self.names += 1
        if self.names > MOST_NAMES:
            self.doubts.append(f"Only the first {MOST_NAMES} names were looked up.")
            return None
        names = self.known[field, value.text]
        if not names:
            return _Unknown(value, f"There is no {field} called “{_short(value.text)}”")
        return Named(field, value.text, tuple(sorted(names)), next(iter(names.values())) if len(names) == 1 else "")


def _field(token: Token) -> str:
    return token.strip().rstrip(":").lower()


def _joined(how: type[And] | type[Or], parts: list[Expression | None]) -> Expression | None:
    """The parts as one expression; those of the same sort are laid flat."""
    flat: list[Expression] = []
    for part in parts:
        if part is not None:
            flat += part.parts if isinstance(part, how) else [part]
    return how(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def _bare(text: str) -> str:
    """From its first word to its last, as the index has them; with the stop that ends ``U.S.``"""
    words = tokens(text)
    bare = text[words[0].start : words[-1].end]
    return f"{bare}." if f"{bare}." in text and re.fullmatch(r"(\w\.)+\w", bare) else bare


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
