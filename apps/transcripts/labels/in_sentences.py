"""Labels in the middle of a sentence, left in the speech: nobody breaks off so, but a line end may be lost."""

import re
from collections.abc import Iterable

from ..lines import Line
from .label import Label
from .matching import match

_CAPITALS = re.compile(r"[a-zà-ÿ,;]\s+(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’-]+){1,3}):(?=\s)")


def in_sentences(lines: Iterable[Line]) -> dict[int, Label]:
    """By line number a title or an office with a name, in capitals before a colon: ``it was MR. BERG: he``."""
    found = {}
    for line in lines:
        m = _CAPITALS.search(line.text) if ":" in line.text else None
        label = match(f"{m['who']}: ") if m else None
        if label and (label.honorific or label.office):
            found[line.number] = label
    return found
