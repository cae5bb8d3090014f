"""The first rule of the parser, as a function: nothing of a source is lost, doubled or moved."""

import re
import unicodedata

from apps.transcripts import Transcript
from apps.transcripts.margin import margins

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))


def lost_or_moved(transcript: Transcript) -> str | None:
    """What is wrong, in one sentence, or None where header, turns and notes hold each source line once and in order."""
    lines = transcript.text.split("\n")
    taken: set[int] = set()
    pieces = [(line.line, line.text) for line in transcript.header]
    pieces += [(note.line, note.text) for note in transcript.notes if note.text]
    for first, text in pieces:
        for number, line in enumerate(text.split("\n"), first):
            if number in taken or lines[number - 1] != line:
                return f"line {number} is held twice or is not as printed: {line!r}"
            taken.add(number)
    end = 0
    for turn in transcript.turns:
        if not end <= turn.first_line <= turn.last_line <= len(lines):
            return f"turn at {turn.first_line}-{turn.last_line} begins before {end} or ends after the file"
        end = turn.last_line
    return _differs(transcript, taken)


def _differs(transcript: Transcript, taken: set[int]) -> str | None:
    """Compare the letters and digits of the turns with those of the lines that no header or note holds.

    A number at the margin belongs to its line and is nobody's word.
    """
    lines = transcript.text.split("\n")
    margin = margins(lines)
    for number, width in margin.items():
        if not lines[number - 1][:width].strip().isdigit():
            return f"the margin of line {number} holds more than a number"
    spoken = "".join(_letters(line[margin.get(n, 0) :]) for n, line in enumerate(lines, 1) if n not in taken)
    at = 0
    for turn in transcript.turns:
        label, time, text = (_letters(part or "") for part in (turn.label, turn.time, turn.text))
        said = next((s for s in (label + time + text, time + label + text) if spoken.startswith(s, at)), None)
        if said is None:
            return f"turn at {turn.first_line} has {(label + time + text)[:80]!r}, the source {spoken[at : at + 80]!r}"
        at += len(said)
    return None if at == len(spoken) else f"no turn holds {spoken[at : at + 80]!r}"


def _letters(text: str) -> str:
    """The letters and digits; what is invisible may part a letter from its accent, and is taken out first."""
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.translate(_INVISIBLE))))
