"""A text as the index reads it, and where that was in the text.

Each accented letter is one character, or the letter alone where the index would not know them as the same; what
readers may leave out is not there (the points of Arabic and Hebrew); letters of writing without spaces stand apart.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

_ASCII = bytes(range(128))
_RARE = re.compile("[^\x80-\u012f\u0131-\u02ff\u2010-\u205e\u20a0-\u20bf]")
"""What is not ASCII and may become something else."""
_WITH_ACCENTS = "İ" + "".join(map(chr, (*range(0x386, 0x3CF), *range(0x1F00, 0x1FFD)))) + "ЁёЀѐЍѝ"
_VOWELS = range(84, 133)
"""Classes of signs that stand for vowels or tones, in Thai or Tibetan, though they are written as accents are."""
_MARKS = [chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code)).startswith("M")]
_PLAIN: dict[int, str] = str.maketrans(
    {
        **{letter: unicodedata.normalize("NFD", letter)[0] for letter in _WITH_ACCENTS if letter.isalpha()},
        "ς": "σ",
        **{mark: "" for mark in _MARKS if (of := unicodedata.combining(mark)) and of not in _VOWELS},
        "\u0640": "",  # what draws an Arabic word out
    }
)
_NOT_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
_LOOSE = f"[{''.join(_MARKS)}\u0640\u1160-\u11ff]"
_HAS_LOOSE = re.compile(_LOOSE)
_CLUSTER = re.compile(f".{_LOOSE}*", re.DOTALL)
"""A letter with the loose accents, or parts of a Korean syllable, that follow it."""


def composed(text: str) -> str:
    """The text as the index reads it.  Most have ASCII and common signs alone, which takes a microsecond to see."""
    if text.isascii() or not _RARE.search(text.encode(errors="replace").translate(None, _ASCII).decode()):
        return text
    text = unicodedata.normalize("NFC", text)
    if _NOT_PLAIN.search(text):
        text = unicodedata.normalize("NFC", text.translate(_PLAIN))
    return _WITHOUT_SPACES.sub(lambda run: f" {'  '.join(run[0])} ", text)


_composed = lru_cache(maxsize=10_000)(composed)


class Composed:
    """``text`` is composed; ``span`` goes back to the offsets of the text it was made from."""

    def __init__(self, text: str) -> None:
        self.text = composed(text)
        self._starts: list[int] | None = None
        if self.text != text and (len(self.text) != len(text) or _HAS_LOOSE.search(text)):
            clusters = _CLUSTER.findall(text)
            each = [_composed(cluster) for cluster in clusters]
            self.text = "".join(each)
            starts = list(accumulate(map(len, clusters), initial=0))
            self._starts = [start for start, letters in zip(starts, each, strict=False) for _ in letters]
            self._ends = [end for end, letters in zip(starts[1:], each, strict=True) for _ in letters]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Of at least one character."""
        return (self._starts[start], self._ends[end - 1]) if self._starts else (start, end)
