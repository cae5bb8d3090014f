"""The words of a turn, told apart from their spacing: a short hash for links, and what changed between two texts."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq

HASH_BYTES = 4
MOST_PAIRS = 400_000_000  # of words, a bit of memory each: 50 MB.  What differs more is shown as replaced whole


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
    for kind, a, b, c, d in _opcodes([word.strip() for word in old], [word.strip() for word in new]):
        if kind == "equal":
            found.append(_change("equal", new[c:d]))
        if kind in {"delete", "replace"}:
            found.append(_change("delete", old[a:b]))
        if kind in {"insert", "replace"}:
            found.append(_change("insert", new[c:d]))
    return found


def _change(kind: str, words: list[str]) -> Change:
    text = "".join(words)
    return Change(kind, text.rstrip(), text[len(text.rstrip()) :])


def _words(text: str) -> list[str]:
    """Each word with the spaces after it."""
    return re.findall(r"\S+\s*", text)


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    a, b = len(old) - end, len(new) - end
    if (a - start) * (b - start) <= MOST_PAIRS:
        return _joined(LCSseq.opcodes(old, new))
    whole = [("equal", 0, start, 0, start), ("replace", start, a, start, b), ("equal", a, len(old), b, len(new))]
    return [code for code in whole if code[1] < code[2] or code[3] < code[4]]


def _joined(codes: Iterable[Any]) -> list[tuple[str, int, int, int, int]]:
    """Deletions and insertions side by side as one replacement."""
    found: list[tuple[str, int, int, int, int]] = []
    for kind, a, b, c, d in codes:
        if found and "equal" not in {kind, found[-1][0]}:
            _, first_a, _, first_c, _ = found.pop()
            found.append(("replace", first_a, b, first_c, d))
        else:
            found.append((kind, a, b, c, d))
    return found
