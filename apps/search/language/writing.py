"""An expression as a query that reads as it: what a corrected query is offered as."""

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


def written(expression: Expression) -> str:  # noqa: PLR0911, PLR0912, C901 - one line for each sort of expression
    """What a person could have typed to mean it."""
    match expression:
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text, distance):
            return f"{text}~{distance}"
        case Phrase(text):
            return f'"{text}"'
        case Near(text, between):
            return f'"{text}"~{between}'
        case Title(of):
            return f"title:{written(of)}"
        case Named(field, asked, _, _):
            return f'{field}:"{asked}"'
        case OfKind(kind):
            return f"kind:{kind}"
        case From(day):
            return f"after:{day.isoformat()}"
        case Before(day):
            return f"before:{day.isoformat()}"
        case Not(of):
            return f"-{_inner(of)}"
        case And(parts):
            return " ".join(_inner(part) for part in parts)
        case Or(parts):
            return " OR ".join(_inner(part) for part in parts)


def _inner(expression: Expression) -> str:
    return f"({written(expression)})" if isinstance(expression, And | Or) else written(expression)
