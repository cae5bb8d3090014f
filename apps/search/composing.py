"""A text with each accented letter as one character, as the index reads it, and where that was in the text."""

import re
import unicodedata
from itertools import accumulate

_CLUSTER = re.compile(r"[^\u0300-\u036f\u1160-\u11ff][\u0300-\u036f\u1160-\u11ff]*|.", re.DOTALL)
"""A letter with the loose accents, or parts of a Korean syllable, that follow it."""


class Composed:
    """``text`` is composed; ``span`` goes back to the offsets of the text it was made from."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self._starts: list[int] | None = None
        if self.text != text:
            clusters = _CLUSTER.findall(text)
            composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
            self.text = "".join(composed)
            starts = accumulate(map(len, clusters), initial=0)
            self._starts = [start for start, letters in zip(starts, composed, strict=False) for _ in letters]
            self._starts.append(len(text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        return (self._starts[start], self._starts[end]) if self._starts else (start, end)
