"""The words of a text, as the model knows them."""

import re
from collections.abc import Iterator

from apps.annotations.plain_text import composed

WORD = re.compile(r"[^\W\d_]{2,}")


def words(text: str) -> list[str]:
    """Runs of two letters or more in lower case, in order; a letter and its accent are one, though they stand apart."""
    return [word.lower() for word in WORD.findall(composed(text).text)]


def places(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """As ``words``, each with where it stands."""
    said, at = composed(text)
    for match in WORD.finditer(said):
        start, past = match.span()
        yield match[0].lower(), (at[start], at[past]) if at else (start, past)
