"""Labels of automatic transcripts: a name and a time code, and nothing else, on the line above the speech."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..lines import Line
from .alone import match_alone
from .grammar import Voice
from .label import Label

ENOUGH = 3
"""So many such lines with speech below tell that this is the document's form."""
LONGEST = 80
MOST_WORDS = 6
"""Words of a display name that tells nobody's name: ``Newsroom iPad 2``."""
_CODE = r"[(\[]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d{1,3})?)[)\]]?"
_BEHIND = re.compile(rf"(?P<who>\S.*?)[\s*_]*[\s*_,|•·–-]\s*{_CODE}[\s*_:]*")
_BEFORE = re.compile(rf"[*_#\s]*{_CODE}[\s*_]*[\s*_,|•·–-]\s*(?P<who>[^\s:*_|•·–-].*?)[\s*_]*")
_ENDS = (".", "?", "!", ",", ";", ":", "…")


def timed_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """``Ana Ruiz  00:04``, ``Ana Ruiz (1:02:03)``, ``[00:00:04] Ana Ruiz``, where several do and the clock goes on.

    Whoever they name has no speech in the same line, one of them comes again, and most have speech below.
    """
    for form in (_BEHIND, _BEFORE):
        found = {line.number: one for line in lines if (one := _read(line.text, form))}
        if len(found) >= ENOUGH and _goes_on(list(found.values())) and _above_speech(lines, found):
            return found
    return {}


def _read(text: str, form: re.Pattern[str]) -> Label | None:
    if len(text) > LONGEST or ":" not in text:
        return None
    m = form.fullmatch(text)
    who = m["who"].strip("*_#<> ") if m else ""
    if not m or not who or who.endswith(_ENDS) or ":" in who or not (who[0].isupper() or who[0].isdigit()):
        return None
    one = match_alone(who)
    if one is None and len(who.split()) > MOST_WORDS:
        return None
    one = one or Label(who, 0, "alone", Voice.UNKNOWN)
    return replace(one, end=len(text), time=m["time"], fresh=True)


def _goes_on(labels: Sequence[Label]) -> bool:
    """Whether the clock never goes back, and somebody who can be told speaks more than once."""
    clock = [_seconds(label.time or "") for label in labels]
    again = Counter(label.key for label in labels if label.voice is not Voice.UNKNOWN)
    return all(a <= b for a, b in pairwise(clock)) and any(times > 1 for times in again.values())


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _above_speech(lines: Sequence[Line], found: dict[int, Label]) -> bool:
    full = [line.number for line in lines if not line.blank]
    above = sum(number in found and below not in found for number, below in pairwise(full))
    return above >= ENOUGH and above * 4 >= len(found) * 3
