"""The words of a turn, told apart from their spacing: a short hash for links, and what changed between two texts."""

import hashlib
import re
from typing import NamedTuple

from apps.conferences.sequences import stretches

HASH_BYTES = 4


class Change(NamedTuple):
    """A stretch of words and the spaces after it: "equal", "delete" (only earlier) or "insert" (only now)."""

    kind: str
    words: str
    space: str = ""


def words_hash(text: str) -> str:
    """Eight hexadecimal digits that change with the words, and with nothing else."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=HASH_BYTES).hexdigest()


def changes(earlier: str, now: str) -> list[Change]:
    """What was taken out of ``earlier`` and put in to make ``now``, in order; what is equal is spaced as it is now."""
    old, new = _words(earlier), _words(now)
    found: list[Change] = []
    for equal, start, end, now_start, now_end in stretches(
        [word.strip() for word in old], [word.strip() for word in new]
    ):
        if not equal and start < end:
            found.append(_change("delete", old[start:end]))
        if now_start < now_end:
            found.append(_change("equal" if equal else "insert", new[now_start:now_end]))
    return found


def _change(kind: str, words: list[str]) -> Change:
    text = "".join(words)
    return Change(kind, text.rstrip(), text[len(text.rstrip()) :])


def _words(text: str) -> list[str]:
    """Each word with the spaces after it."""
    return re.findall(r"\S+\s*", text)
