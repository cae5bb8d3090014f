"""Does a line begin with a speaker label?  Each closer has one pattern; what it accepts grows as it gets clearer."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from .affiliation import is_title
from .alone import match_alone
from .building import BRACKET, GAP, TIME, Reading, build
from .closers import BOLD, BRACKETED, CALM_DASH, CALM_STOP, COLUMN, FORMS, STOP_AND_DASH, STROKE
from .grammar import PARTICLES, Voice
from .label import Label
from .outlets import looks_like_outlet
from .who import is_name, is_small_surname, plain, shouts

_START = re.compile(r"(?:#{1,4} +|>{2,3} *)?(?:\*{2,3}|__|\*(?=\w))?(?:" + TIME + r"\s+)?")
_COLON = re.compile(rf"(?P<who>[^:()\[\]]{{1,110}})(?P<first>{BRACKET}[\s*_]*)?(?P<second>{BRACKET}[\s*_]*)?:(?![/\d])")
_STOP_DASH = re.compile(r"\.\s?[-–—]{1,2}\s+\S")
"""``RUIZ.- Good day``: the label ended, and what follows is said."""
_STOP = re.compile(r"\.(?:\s+|$)")
_DASH = re.compile(rf"(?P<who>[^:()\[\]]{{1,60}}?)(?P<bracket>\s{BRACKET})?\.?\s+[-–—]+\s+(?=\S)")
_DASH_BEHIND = re.compile(r"(?P<who>[^\W\d_][^:()\[\]\d]{0,50}?[^\W\d_])[-–—]\s+(?=[^\Wa-z_]|[(\[\"“¿¡])")
"""``ANA RUIZ- So.``"""
LEAST_HEADLINE = 2
SHORTEST = 2
"""A label has a closer: no single letter is one."""
LEAST_WRAPPED = 60
"""Characters of a line in which a speech begins and does not end."""
LONGEST_PARTICLE = 20
"""Characters of ``della`` or ``al-Ruiz``, with room."""
_LONGEST_STOP_LABEL = 60
_SPEECH_ENDS = ".?!…”)"
LEAST_INSIDE = 2
"""Words of a line that has a middle."""
OFTEN_AGAIN = 40
"""Characters of a line that may well come again as it is."""
_MARK_INSIDE = re.compile(r"(?<=[.?!…\"”’)\]—-])\s+(?P<who>Qr?)(?P<stop>\.?)(?:\s{2,}|\s(?=[A-ZÀ-Þ¿¡“\"(\[]))(?=\S)")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\. ?){1,3}(?=[^\W\d_])")
_INITIAL_ALONE = re.compile(r"(?:^|[.?!…\"”’)\]—-]\s+)[A-ZÀ-Þ]\.$")
"""An initial that a sentence begins with: the name goes on behind it."""
_CAPITALS_INSIDE = re.compile(r"(?<=[.?!…\"”’)\]])\s+(?=[A-ZÀ-Þ]{2})")
_STOPS = re.compile(r"[.?!]")
_SENTENCE_END = re.compile(
    r"(?<=[.?!…\"”’)\]—-])\s+(?=(?:\*\*)?[^\W\d_][^:?!\n]{0,60}:)|(?<=\d{4})\s+(?=[A-ZÀ-Þ]{3}[A-ZÀ-Þ .]{0,40}:)"
)
"""Or the year of a header that runs on into the first label: ``4 May 2019 MODERATOR: Good day.``"""
_SAID = re.compile(r"(?:no|yes|non|oui|nein|ja|sí|si)[.,] ", re.I)
"""An answer behind a dash, and no house: ``DG Ruiz - No. Tritium: none``."""
_BOLD = "**"
_BOLD_BEFORE_DASH = re.compile(r"(?<=[.?!…\"”’)\]])\s+\*\*(?P<who>[^*:\n]{1,80})\*\*\s+[–—-]\s+(?=\S)")
"""``So. **Ana Ruiz** — And``"""


def match(text: str, fresh: bool = True) -> Label | None:
    """The label that a cleaned line begins with, or None.  Whether the document supports it is decided later."""
    return _match_again(text, fresh) if len(text) <= OFTEN_AGAIN else _match(text, fresh)


def _match(text: str, fresh: bool) -> Label | None:
    if len(text) < SHORTEST:
        return None
    start = _START.match(text)
    at, time = (start.end(), start["time"]) if start else (0, None)
    if text[at : at + 1] in "“”\"'‘’«»":
        return None
    if text[at : at + 1].islower():
        return _in_small_letters(text, at, time, fresh)
    readings = list(_readings(text, at, time, fresh)) or list(_stopped(text, at, time) if fresh else ())
    nameless = [one for one in readings if one.voice]
    return min(nameless or readings, key=_closes_at, default=None)


_match_again = functools.lru_cache(maxsize=4096)(_match)
"""The same, remembered: a name alone above its speech comes again and again."""


def _in_small_letters(text: str, at: int, time: str | None, fresh: bool) -> Label | None:
    """``de Guindos: So.``, ``von der Leyen: So.``: no other label begins with a small letter."""
    first = text[at : at + LONGEST_PARTICLE].split(maxsplit=1)[0]
    m = _COLON.match(text, at) if first in PARTICLES or any(mark in first for mark in "-'’") else None
    words = m["who"].split() if m else []
    if not m or not (is_small_surname(words) or (len(words) == 1 and is_name(words))):
        return None
    bracket = tuple(one.strip() for one in (m["first"],) if one)
    return build(text, Reading(m["who"], m.end(), ":", time, bracket, fresh))


def _closes_at(label: Label) -> int:
    """Where a nameless voice's label ends, the nearest first; brackets or an outlet before a colon belong to it."""
    named = label.name is not None and not (label.printed[-1] in ")]" and _is_full_name(label.name))
    told = label.closer == ":" and not named and label.affiliation is not None
    house = label.affiliation or ""
    whole = told and (label.printed[-1] in ")]" or looks_like_outlet(house) or _is_full_name(house.partition(",")[0]))
    return 0 if whole or not label.voice else label.end


def _is_full_name(words: str) -> bool:
    return " " in words and is_name(words.split())


def match_initial(text: str) -> Label | None:
    """The label whose name begins with an initial, which may also mark a question: ``A. Ruiz: So.``"""
    label = _closed_by_colon(text, 0) if _INITIAL.match(text) else None
    return label if label and label.name and not label.voice and _INITIAL.match(label.name) else None


def match_wrapped(text: str, below: str) -> Label | None:
    """The label that fills a line and ends in the next: ``QUESTION (Jo Lind of the`` / ``Daily Post): Why?``."""
    if ":" in text or len(text) > 110 or not (text.isupper() or 0 <= text.find("(") > text.find(")")):
        return None
    label = match(f"{text} {below[:80]}")
    if label is None or label.closer != ":" or label.end <= len(text) + 1:
        return None
    if text.count("(") == text.count(")") and (own := match(below)) and own.voice:
        return None  # ``ACME GROUP`` above ``Moderator: Jo Lind``: the head of a page, and a label of its own
    return replace(label, end=label.end - len(text) - 1, wraps=True)


def match_inside(text: str) -> list[Label]:
    """What could be labels in the middle of a line, for paragraphs that hold several turns, from left to right."""
    if len(text.split(maxsplit=1)) < LEAST_INSIDE:
        return []
    marks = [
        Label(m["who"], m.end(), "." if m["stop"] else " ", Voice.ASKS, start=m.start("who"))
        for m in _MARK_INSIDE.finditer(text)
    ]
    closed = list(_closed_inside(text))
    return sorted([*marks, *closed], key=lambda label: label.start) if marks or _BOLD in text else closed


def match_stopped(text: str) -> list[Label]:
    """The labels in capitals before a full stop, a dash or both in the middle of a line: ``So.  CHAIR RUIZ.  And``."""
    found = ((m.end(), _stopped_at(text, m.end())) for m in _CAPITALS_INSIDE.finditer(text))
    return [replace(label, start=at) for at, label in found if label]


def _stopped_at(text: str, at: int) -> Label | None:
    if (m := STOP_AND_DASH.match(text, at)) and (
        label := build(text, Reading(m["who"], m.end(), ".-", brackets=_bracket(m)))
    ):
        return label
    return next(_in_capitals(text, at, None, False), None)


def _closed_inside(text: str) -> Iterator[Label]:
    for m in _SENTENCE_END.finditer(text):
        if _INITIAL_ALONE.search(text, max(0, m.start() - len("x. J.")), m.start()):
            continue
        at = m.end() + len(_BOLD) * text.startswith(_BOLD, m.end())
        small = text[at].islower()
        if label := _in_small_letters(text, at, None, False) if small else _closed_by_colon(text, at):
            yield replace(label, start=m.end())
    for m in _BOLD_BEFORE_DASH.finditer(text) if _BOLD in text else ():
        if label := build(text, Reading(m["who"], m.end(), CALM_DASH)):
            yield replace(label, start=m.start("who") - len(_BOLD))


def _readings(text: str, at: int, time: str | None, fresh: bool) -> Iterator[Label]:
    if label := _closed_by_colon(text, at, time, fresh):
        yield label
    capitals = text[at : at + 2].isupper() or text[at : at + 2].rstrip(". ").isupper()
    if capitals:
        yield from _in_capitals(text, at, time, fresh)
    forms = BRACKETED if text[at : at + 1] in ("[", "(") else FORMS
    forms = (*forms, BOLD) if text[:at].endswith("**") else forms
    forms = (*forms, STROKE) if " | " in text else forms
    forms = (*forms, COLUMN) if "   " in text or "\t" in text else forms
    for form, closer in forms:
        if (
            (m := form.match(text, at))
            and not (form is COLUMN[0] and _is_row(text[m.end() :]))
            and (label := build(text, Reading(m["who"], m.end(), closer, time, _bracket(m), fresh)))
        ):
            yield label
    spoken = text[-1] in _SPEECH_ENDS or (fresh and len(text) >= LEAST_WRAPPED)
    if spoken and (m := _DASH.match(text, at)) and not (capitals and shouts(m["who"])):
        label = build(text, Reading(m["who"], m.end(), CALM_DASH, time, _bracket(m), fresh))
        yield from [replace(label, closer="-") if _is_shouted(label) else label] if label else ()


def _stopped(text: str, at: int, time: str | None) -> Iterator[Label]:
    """``The President. So.``, ``Ms. Ruiz. So.``, ``Reporter. So?``: somebody with a title, or a nameless voice."""
    for m in _STOP.finditer(text, at, at + _LONGEST_STOP_LABEL):
        who = text[at : m.start()]
        if ":" in who or m.end() == len(text):
            break
        label = build(text, Reading(who, m.end(), CALM_STOP, time, fresh=True))
        if label and (label.office or label.honorific or label.voice) and not label.affiliation:
            yield replace(label, closer=".") if _is_shouted(label) else label
            break


def _is_shouted(label: Label) -> bool:
    """``Ms ANA RUIZ``: the honorific need not be in capitals."""
    return label.honorific is not None and label.name is not None and shouts(label.name)


def _bracket(m: re.Match[str]) -> tuple[str, ...]:
    bracket = m.groupdict().get("bracket")
    return (bracket.strip(),) if bracket else ()


def _is_row(rest: str) -> bool:
    """Whether what stands behind a column is no speech: more columns, or somebody's name or office."""
    return GAP.search(rest) is not None or (rest[-1] not in _SPEECH_ENDS and match_alone(rest) is not None)


def _in_capitals(text: str, at: int, time: str | None, fresh: bool) -> Iterator[Label]:
    """``THE MINISTER - So.``, ``CHAIR RUIZ.  So.``: closers that running text has as well."""
    m = _DASH_BEHIND.match(text, at) or _DASH.match(text, at)
    label = build(text, Reading(m["who"], m.end(), "-", time, _bracket(m), fresh)) if m else None
    if m and label and (shouts(m["who"]) or (label.honorific and not text[m.end()].islower())):
        yield label
    for m in _STOP.finditer(text, at, at + _LONGEST_STOP_LABEL):
        who = text[at : m.start()]
        if ":" in who or not shouts(who) or _STOP_DASH.search(who):
            break
        label = build(text, Reading(who, m.end(), ".", time, fresh=fresh))
        if label and not (m.end() == len(text) and label.affiliation == label.printed):
            yield label  # an outlet and nothing else, ``CNN.``, is called, not speaking
            break


def _closed_by_colon(text: str, at: int, time: str | None = None, fresh: bool = False) -> Label | None:
    m = _COLON.match(text, at) if ":" in text else None
    if not m or GAP.search(m["who"].rstrip()) or _STOP_DASH.search(m["who"]) or _speaks_after_dash(m["who"]):
        return None
    brackets = tuple(bracket.strip(" *_") for bracket in (m["first"], m["second"]) if bracket)
    label = build(text, Reading(m["who"], m.end(), ":", time, brackets, fresh))
    return None if label and label.name and _is_headline(text[label.end : label.end + 200], label) else label


def _speaks_after_dash(who: str) -> bool:
    """``LE MINISTRE - C'est simple :``: the dash closes the label, and the colon is in the speech."""
    m = _DASH.match(who)
    rest = who[m.end() :] if m else ""
    if m and _SAID.match(rest):
        return True
    running = any(word.islower() and plain(word) not in PARTICLES for word in rest.split())
    return running and not (looks_like_outlet(rest) or is_title(rest))


def _is_headline(text: str, label: Label) -> bool:
    """``LUND BOWL: NORTH v SOUTH``: what follows a name is in capitals too."""
    line = _STOPS.split(text, maxsplit=1)[0]
    return not (label.office or label.honorific) and line.count(" ") > LEAST_HEADLINE and shouts(line)
