"""Lines beside the speech that nobody said: captions of pictures, what a web site says of itself, editors' notes."""

import re
from collections.abc import Sequence

from .aside_words import CAPTION_KEYS, COOKIES, CORRECTION_KEYS, CREDIT, IN_ORDER, NOTE_KEYS, SITE_LINES, STANDING
from .lines import Line

CAPTION = "The caption of a picture, not speech."
SITE = "What the web site says of itself, not speech."
EDITORS_NOTE = "A note of whoever published the transcript, not speech."
_CREDIT_AT_END = re.compile(
    r"[(\[](?:[^()\[\]]{0,30} )?(?:photo|image|picture|foto|bild|imagen)s?(?: by| courtesy| credit)?\s?[:/©]"
    r"[^()\[\]]{2,60}[)\]]\.?$|[(\[](?:photo|image|picture|foto)s? (?:by|courtesy of) [^()\[\]]{2,60}[)\]]\.?$",
    re.I,
)
_ADVERT = re.compile(r"(?:Try|Get|Use) [A-Z]\w+ (?:and save (?:time|money)|for free|free|today)\b|Transcribe Your Own ")
_BOTH_SIDES = re.compile(r"\(l\.?\).*\(r\.?\)|\(r\.?\).*\(l\.?\)", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|you|ich|wir|je|nous|vous|yo|nosotros)\b|j['’]", re.I)
_SIGN = re.compile(r"[:–—-]")
_BEGUN = ((CAPTION_KEYS, ":"), (CAPTION_KEYS, "©"), (IN_ORDER, ","), (CREDIT, " "))
_MARKS = "*_#>()[]«»•|.!… "
WRAPPED = 45
LEAST = 4
LONGEST = 400
LONGEST_CAPTION = 300
CAPITALS = 8


def asides(lines: Sequence[Line]) -> dict[int, str]:
    """Why the lines of these numbers are nobody's speech, in one sentence each."""
    found: dict[int, str] = {}
    above = None
    for line in lines:
        why = why_aside(line.text)
        if why is None and above is not None and _goes_on(above, line):
            why = found[above.number]
        if why:
            found[line.number] = why
        above = line if why else None
    return found


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line only ends what the one above began: it is wrapped."""
    wrapped = len(above.text) >= WRAPPED and above.text[-1] not in ".?!)]"
    return wrapped and line.text[:1].islower() and line.number == above.number + 1


def why_aside(text: str) -> str | None:
    """Why a line is beside the speech, told by itself; None if it may be speech."""
    if not LEAST <= len(text) <= LONGEST:
        return None
    lowered = text.lower()
    if (
        lowered.strip(_MARKS) in SITE_LINES
        or _ADVERT.match(text)
        or ("cookie" in lowered and COOKIES.match(text.lstrip(_MARKS)))
    ):
        return SITE
    if " " not in text:
        return None
    if is_caption(text):
        return CAPTION
    return EDITORS_NOTE if is_note(text) else None


def is_caption(text: str) -> bool:
    """``Photo caption: Ana Ruiz at the harbour. (Photo: LTV)``, ``From left: ...``, ``Ana Ruiz (left) greets ...``."""
    if len(text) > LONGEST_CAPTION:
        return False
    bare = text.strip("*_# ")
    begun = [one for one, sign in _BEGUN if sign in text]  # looking for a sign is much quicker than matching
    if any(one.fullmatch(bare) for one in begun):
        return True
    posed = "(" in text and any(one.search(text) for one in (STANDING, _CREDIT_AT_END, _BOTH_SIDES))
    return bool(posed) and text[0].isupper() and not _FIRST_PERSON.search(text)


def is_note(text: str, above_speech: bool = False) -> bool:
    """``Editor's note: ...``; ``Correction: she said 5, not 6.`` above the speech, in brackets or in capitals."""
    if _SIGN.search(text) is None:
        return False
    bare = text.strip("# ")
    m = NOTE_KEYS.fullmatch(bare)
    if m is None and (above_speech or bare[:1] in "([" or bare[:CAPITALS].isupper()):
        m = CORRECTION_KEYS.fullmatch(bare)
    return m is not None and (m["said"].rstrip(")]*_ ")[-1:] in (".", "?", "!") or m["said"][0].islower())
