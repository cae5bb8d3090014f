"""An expression in plain words, for the page to say how a query was read."""

from datetime import date

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
    Title,
    Word,
)
from apps.search.tokens import tokens
from apps.transcripts import Kind

NAMED = {"speaker": "said by", "outlet": "said for", "topic": "about", "entity": "naming", "source": "from"}
OF_KIND = {
    Kind.STATEMENT: "in a statement",
    Kind.QUESTION: "in a question",
    Kind.ANSWER: "in an answer",
    Kind.MODERATOR: "said by a moderator",
    Kind.OTHER: "in no statement, question or answer",
}


def said(expression: Expression | None) -> str:
    """“nuclear and (missile or rocket) and not said by Elena Marsh”; empty where nothing is looked for."""
    if expression is None:
        return ""
    if _only_excludes(expression):
        return f"everything, but {_said(expression)}"
    return _said(expression)


def _only_excludes(expression: Expression) -> bool:
    match expression:
        case Not():
            return True
        case And(parts):
            return all(isinstance(part, Not) for part in parts)
    return False


def _said(expression: Expression) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each sort of expression
    match expression:
        case Word(text):
            return text
        case Prefix(text):
            return f"words that begin with “{text}”"
        case Fuzzy(text, _):
            return f"words like “{text}”"
        case Phrase(text):
            return f"“{text}”"
        case Near(text, between):
            words = [text[token.start : token.end] for token in tokens(text)]
            others = "one other word" if between == 1 else f"{between} other words"
            return f"{' near '.join(f'“{word}”' for word in words)} (at most {others} between)"
        case Title(of):
            return f"{_said(of)} in the title"
        case Named(field, asked, ids, name):
            return f"{NAMED[field]} {name}" if name else f"{NAMED[field]} one of {len(ids)} called “{asked}”"
        case OfKind(kind):
            return OF_KIND[kind]
        case From(day):
            return f"from {_day(day)} on"
        case Before(day):
            return f"before {_day(day)}"
        case Not(of):
            return f"not {_inner(of)}"
        case And(parts):
            return " and ".join(_inner(part) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part) for part in parts)


def _inner(expression: Expression) -> str:
    return f"({_said(expression)})" if isinstance(expression, And | Or) else _said(expression)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
