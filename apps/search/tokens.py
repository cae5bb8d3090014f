"""The words of a text, as the index knows them."""

from collections.abc import Iterable
from typing import NamedTuple

from apps.search.schema import OTHER, analyzer


class Token(NamedTuple):
    """A word of a text: its term, which word of the text it is, and from which character to which it stands."""

    term: str
    position: int
    start: int
    end: int


def tokens(text: str, language: str = OTHER) -> list[Token]:
    """By the stem if the language is one of ``STEMMERS``, else as written."""
    found: Iterable[tuple[str, int, int, int]] = (
        (token.text, token.position, token.char_offset_from, token.char_offset_to)
        for token in analyzer(language).pre_tokenize(text).tokens
    )
    return [Token(*values) for values in found]
