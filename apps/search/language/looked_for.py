"""The words that a query wants to be there."""

from collections.abc import Iterator

from apps.search.language.expressions import And, Expression, Fuzzy, Near, Or, Phrase, Prefix, Text, Title, Word


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
