"""The words of a text, as the model knows them."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{2,}")


def words(text: str) -> list[str]:
    """Runs of two letters or more in lower case, in order."""
    return [word.lower() for word in WORD.findall(text)]


def places(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """As ``words``, each with where it stands."""
    return ((match[0].lower(), match.span()) for match in WORD.finditer(text))
