"""Two versions of a text, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

CONTEXT = 8  # words shown on either side of what differs
Pieces = list[tuple[str, bool]]
"""Parts of a text in order; true where it differs from the other version."""


def difference(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both versions in pieces, each cut down to what differs and a few words around it."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = [("".join(old[a:b]), tag != "equal") for tag, a, b, _, _ in blocks if b > a]
    right = [("".join(new[a:b]), tag != "equal") for tag, _, _, a, b in blocks if b > a]
    return list(_cut(left)), list(_cut(right))


def _cut(pieces: Pieces) -> Iterator[tuple[str, bool]]:
    for place, (text, differs) in enumerate(pieces):
        words = re.findall(r"\S+\s*", text)
        head = "".join(words[:CONTEXT]) if place > 0 else ""
        tail = "".join(words[-CONTEXT:]) if place < len(pieces) - 1 else ""
        if differs or len(words) <= 2 * CONTEXT:
            yield text, differs
        else:
            yield " … ".join([head.rstrip(), tail]), differs
