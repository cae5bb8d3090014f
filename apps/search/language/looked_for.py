"""The words that a query wants to be there."""

from collections.abc import Iterator

from apps.search.language.expressions import And, Expression, Fuzzy, Near, Not, Or, Phrase, Prefix, Text, Title, Word
from apps.search.tokens import tokens


def looked_for(expression: Expression, *, in_title: bool = False) -> Iterator[Text]:
    """What may stand in a text, or in a title: nothing of ``-not``, and what is in ``title:`` only for a title."""
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from looked_for(part, in_title=in_title)
        case Title(of):
            if in_title:
                yield of
        case Word() | Prefix() | Fuzzy() | Phrase() | Near():
            yield expression


def is_in_text(expression: Expression) -> bool:
    """Whether there is a word of it in the text of whatever it finds."""
    match expression:
        case And(parts):
            return any(map(is_in_text, parts))
        case Or(parts):
            return all(map(is_in_text, parts))
    return isinstance(expression, Word | Prefix | Fuzzy | Phrase | Near)


def is_quick(expression: Expression) -> bool:
    """Whether it is made of single words and filters: the index finds those at once, all else takes a while."""
    match expression:
        case And(parts) | Or(parts):
            return all(is_quick(part) for part in parts)
        case Not(of) | Title(of):
            return is_quick(of)
        case Word(text):
            return len(tokens(text)) == 1
    return not isinstance(expression, Prefix | Fuzzy | Phrase | Near)
