"""Does a line begin with a speaker label?  Each closer has one pattern; what it accepts grows as it gets clearer."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from .affiliation import RUNNING, is_title, read, read_addressed, read_parts
from .closers import BRACKETED, CALM_DASH, COLUMN, FORMS
from .grammar import PARTICLES, Voice
from .label import Label
from .outlets import is_known, looks_like_outlet
from .who import Who, is_name, is_small_surname, plain, shouts

_TIME = r"[(\[]?(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)[)\]]?"
_TIME_ONLY = re.compile(_TIME + r"$")
_START = re.compile(r"(?:#{1,4} +|>{2,3} *)?(?:\*{2,3}|__|\*(?=\w))?(?:" + _TIME + r"\s+)?")
_BRACKET = r"[(\[][^()\[\]]{1,110}[)\]]"
_COLON = re.compile(
    rf"(?P<who>[^:()\[\]]{{1,110}})(?P<first>{_BRACKET}[\s*_]*)?(?P<second>{_BRACKET}[\s*_]*)?:(?![/\d])"
)
_CONTACT = re.compile(r" (?:office|service|team)$", re.I)
"""``Press Office`` speaks before a colon; alone on its line it stands above a telephone number."""
_GAP = re.compile(r"\t| {3}")
_STOP = re.compile(r"\.(?:\s+|$)")
_LAST_BRACKET = re.compile(rf"(?P<who>[^()\[\]]{{1,110}}?)\s*(?P<bracket>{_BRACKET})")
_ACRONYM = re.compile(r"\s*\([A-ZÀ-Þ]{2,12}\)")
_DASH = re.compile(rf"(?P<who>[^:()\[\]]{{1,60}}?)(?P<bracket>\s{_BRACKET})?\.?\s+[-–—]+\s+(?=\S)")
_AFTER = re.compile(r"[*_:]{0,3}\s*(?:" + _TIME + r"(?=\s|$))?[*_]{0,3}\s*")
_MARKS = re.compile(r"[*_:]{0,3}\s*")
LEAST_HEADLINE = 2
_ALSO_SINGLE = (":", " ", ".-", "alone", "ruled")
"""Closers that make a single word a label."""
SHORTEST = 2
"""A label has a closer: no single letter is one."""
LONGEST_ALONE = 200
LEAST_WRAPPED = 60
"""Characters of a line in which a speech begins and does not end."""
LONGEST_STACKED = 80
LONGEST_PARTICLE = 20
"""Characters of ``della`` or ``al-Ruiz``, with room."""
_MARK_AT_RIGHT = re.compile(r"(?:\t| {3,})(?P<mark>[QA])$")
_MARKED = {"Q": Voice.ASKS, "A": Voice.ANSWERS}
_LONGEST_STOP_LABEL = 60
_SPEECH_ENDS = ".?!…”)"
LEAST_INSIDE = 2
"""Words of a line that has a middle."""
OFTEN_AGAIN = 40
"""Characters of a line that may well come again as it is."""
_MARK_INSIDE = re.compile(r"(?<=[.?!…\"”’)\]—-])\s+(?P<who>Qr?)(?P<stop>\.?)(?:\s{2,}|\s(?=[A-ZÀ-Þ¿¡“\"(\[]))(?=\S)")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\. ?){1,3}(?=[^\W\d_])")
_CUT_SHORT = re.compile(r"(?:S(?:r|ra|rta)|M|Sig|Sig\.ra)\. |(?:Mme|Mlle) ")
"""Honorifics that are printed so in labels; who is spoken to is ``Señor presidente``, ``Mr. President``."""
_INITIAL_ALONE = re.compile(r"(?:^|[.?!…\"”’)\]—-]\s+)[A-ZÀ-Þ]\.$")
"""An initial that a sentence begins with: the name goes on behind it."""
_SENTENCE_END = re.compile(r"(?<=[.?!…\"”’)\]—-])\s+(?=[^\W\d_][^:?!\n]{0,60}:)")


class _Reading(NamedTuple):
    """One way to read a line as a label: WHO ends at ``end``, closer included; ``time`` stood before it."""

    who: str
    end: int
    closer: str
    time: str | None = None
    brackets: tuple[str, ...] = ()
    fresh: bool = False


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
    readings = list(_readings(text, at, time, fresh))
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
    return _build(text, _Reading(m["who"], m.end(), ":", time, bracket, fresh))


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
    return sorted([*marks, *closed], key=lambda label: label.start) if marks else closed


def _closed_inside(text: str) -> Iterator[Label]:
    for m in _SENTENCE_END.finditer(text):
        if _INITIAL_ALONE.search(text, max(0, m.start() - len("x. J.")), m.start()):
            continue
        small = text[m.end()].islower()
        if label := _in_small_letters(text, m.end(), None, False) if small else _closed_by_colon(text, m.end()):
            yield replace(label, start=m.end())


@lru_cache(maxsize=4096)
def match_alone(text: str, ruled: bool = False) -> Label | None:
    """The label that a line is, if it is nothing else: ``ANA RUIZ`` above her speech; ``ruled`` if below a rule."""
    bare = text.strip("*_# ").replace("*", "")
    if not bare or bare.isdigit() or len(bare) > LONGEST_ALONE or bare[-1] in ".,;!?" or bare[0] in "“”\"'‘’«»":
        return None
    if _CONTACT.search(bare):
        return None
    closer = "ruled" if ruled else "alone"
    m = _LAST_BRACKET.fullmatch(bare)
    acronym = m and bare.isupper() and _ACRONYM.fullmatch(m["bracket"]) and not is_known(m["bracket"][1:-1])
    if m and not acronym:
        return _build(text, _Reading(m["who"], len(text), closer, brackets=(m["bracket"],)))
    return _build(text, _Reading(bare, len(text), closer))


def match_stacked(text: str, below: str) -> Label | None:
    """The label that a name is with the title or house on the next line: ``Ana Ruiz`` / ``Mayor of Lund``.

    At the right of that line a mark may tell whether a question or an answer follows: ``Analyst, Lund Bank     Q``.
    """
    name = match_alone(text)
    mark = _MARK_AT_RIGHT.search(below)
    bare = below[: mark.start() if mark else None].strip("*_# ")
    if not name or not name.name or " " not in name.name or name.affiliation or len(bare) > LONGEST_STACKED:
        return None
    if (
        not bare[:1].isupper()
        or _GAP.search(bare)
        or bare[-1] in '.,;:!?…”"'
        or any(plain(word) in RUNNING for word in bare.split())
    ):
        return None
    role, _, house = bare.partition(", ")
    if not (house and is_title(role)):
        role, house = (bare, "") if is_title(bare) else ("", bare)
    return replace(
        name,
        printed=" ".join(f"{name.printed} {below.strip('*_# ')}".split()),
        voice=_MARKED[mark["mark"]] if mark else name.voice,
        office=role.casefold() or name.office,
        affiliation=house or None,
        end=len(below),
        wraps=True,
    )


def _readings(text: str, at: int, time: str | None, fresh: bool) -> Iterator[Label]:
    if label := _closed_by_colon(text, at, time, fresh):
        yield label
    capitals = text[at : at + 2].isupper() or text[at : at + 2].rstrip(". ").isupper()
    if capitals:
        yield from _in_capitals(text, at, time, fresh)
    forms = BRACKETED if text[at : at + 1] in ("[", "(") else FORMS
    forms = (*forms, COLUMN) if "   " in text or "\t" in text else forms
    for form, closer in forms:
        if (
            (m := form.match(text, at))
            and not (form is COLUMN[0] and _is_row(text[m.end() :]))
            and (label := _build(text, _Reading(m["who"], m.end(), closer, time, fresh=fresh)))
        ):
            yield label
    spoken = text[-1] in _SPEECH_ENDS or (fresh and len(text) >= LEAST_WRAPPED)
    if spoken and not capitals and (m := _DASH.match(text, at)):
        yield from filter(None, [_build(text, _Reading(m["who"], m.end(), CALM_DASH, time, fresh=fresh))])


def _is_row(rest: str) -> bool:
    """Whether what stands behind a column is no speech: more columns, or somebody's name or office."""
    return _GAP.search(rest) is not None or (rest[-1] not in _SPEECH_ENDS and match_alone(rest) is not None)


def _in_capitals(text: str, at: int, time: str | None, fresh: bool) -> Iterator[Label]:
    """``THE MINISTER - So.``, ``CHAIR RUIZ.  So.``: closers that running text has as well."""
    m = _DASH.match(text, at)
    bracket = (m["bracket"].strip(),) if m and m["bracket"] else ()
    label = _build(text, _Reading(m["who"], m.end(), "-", time, bracket, fresh)) if m else None
    if m and label and (shouts(m["who"]) or (label.honorific and not text[m.end()].islower())):
        yield label
    for m in _STOP.finditer(text, at, at + _LONGEST_STOP_LABEL):
        who = text[at : m.start()]
        if not shouts(who):
            break
        label = _build(text, _Reading(who, m.end(), ".", time, fresh=fresh))
        if label and not (m.end() == len(text) and label.affiliation == label.printed):
            yield label  # an outlet and nothing else, ``CNN.``, is called, not speaking
            break


def _closed_by_colon(text: str, at: int, time: str | None = None, fresh: bool = False) -> Label | None:
    m = _COLON.match(text, at) if ":" in text else None
    if not m or _GAP.search(m["who"].rstrip()) or _speaks_after_dash(m["who"]):
        return None
    brackets = tuple(bracket.strip(" *_") for bracket in (m["first"], m["second"]) if bracket)
    label = _build(text, _Reading(m["who"], m.end(), ":", time, brackets, fresh))
    return None if label and label.name and _is_headline(text[label.end : label.end + 200], label) else label


def _speaks_after_dash(who: str) -> bool:
    """``LE MINISTRE - C'est simple :``: the dash closes the label, and the colon is in the speech."""
    m = _DASH.match(who)
    rest = who[m.end() :] if m else ""
    running = any(word.islower() and plain(word) not in PARTICLES for word in rest.split())
    return running and not (looks_like_outlet(rest) or is_title(rest))


def _is_headline(text: str, label: Label) -> bool:
    """``LUND BOWL: NORTH v SOUTH``: what follows a name is in capitals too."""
    return not (label.office or label.honorific) and text.count(" ") > LEAST_HEADLINE and shouts(text)


def _build(text: str, reading: _Reading) -> Label | None:
    """The label that a reading makes, if its WHO is somebody."""
    closer, time = reading.closer, reading.time
    printed = " ".join(reading.who.strip(" *_.,\t").split())
    unclosed = closer in ("alone", "ruled")
    found, affiliation = (read_parts(printed) or read(_ACRONYM.sub("", printed))) if unclosed else read(_bare(printed))
    if found is None and (closer == ".-" or (closer == ":" and reading.fresh and _CUT_SHORT.match(printed))):
        found = read_addressed(printed)
    if found is None and closer == ":" and is_small_surname(printed.split()):
        found = Who(name=printed)
    if found is None or (closer not in _ALSO_SINGLE and _is_single(found)):
        return None
    for bracket in reading.brackets:
        if time is None and (inside := _TIME_ONLY.match(bracket)):
            time = inside["time"]
        else:
            printed = f"{printed} {' '.join(bracket.split())}"
            affiliation = affiliation or bracket[1:-1].strip()
    end = reading.end
    if not unclosed and (after := (_MARKS if time else _AFTER).match(text, end)):
        end, time = after.end(), time or after["time"]
    affiliation = affiliation or found.outlet
    return Label(
        printed,
        end,
        closer,
        found.voice,
        found.name,
        found.office,
        found.honorific,
        affiliation,
        time,
        fresh=reading.fresh,
    )


def _bare(printed: str) -> str:
    """``(Jo Lind)``, of whose spelling nobody is sure, without the brackets."""
    return printed[1:-1] if printed.startswith("(") and printed.endswith(")") else printed


def _is_single(who: Who) -> bool:
    """A single word that neither title nor office makes a person's."""
    return who.name is not None and not (who.office or who.honorific or " " in who.name)
