"""From one way to read a line to the label that it is, if its words are somebody."""

import re
from typing import NamedTuple

from .affiliation import read, read_addressed, read_parts
from .between import is_house
from .closers import CALM_DASH, COLUMN
from .grammar import HONORIFICS
from .label import Label
from .who import Who, is_for_somebody, is_small_surname, plain

_CODE = r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)"
TIME = rf"[(\[]?{_CODE}[)\]]?"
_TIME_ONLY = re.compile(TIME + r"$")
GAP = re.compile(r"\t| {3}")
"""Between columns."""
BRACKET = r"[(\[][^()\[\]]{1,110}[)\]]"
ACRONYM = re.compile(r"\s*\([A-ZÀ-Þ]{2,12}\)")
_STAMP = rf"(?P<open>[(\[])?{_CODE}(?(open)[)\]](?=\s|$)|(?=[*_]{{0,3}}\s*$))"
"""Of a recording: in brackets, or alone on the line.  ``So: 9:00 tomorrow`` and ``So: 9:00 a.m.`` are said."""
_AFTER = re.compile(rf"[*_:]{{0,3}}\s*(?:{_STAMP})?[*_]{{0,3}}\s*")
_MARKS = re.compile(r"[*_:]{0,3}\s*")
_CUT_SHORT = re.compile(r"(?:S(?:r|ra|rta)|M|Sig|Sig\.ra)\. |(?:Mme|Mlle) ")
"""Honorifics that are printed so in labels; who is spoken to is ``Señor presidente``, ``Mr. President``."""
_NUMBERED = re.compile(r"Q\d{1,3}\s+(?=[A-ZÀ-Þ]\D*$)")
_ALSO_SINGLE = (":", " ", ".-", "alone", "ruled")
"""Closers that make a single word a label."""
_SINGLE_IF_KNOWN = ("]", ")", COLUMN[1])
"""Those that do for a surname which the document knows."""


class Reading(NamedTuple):
    """One way to read a line as a label: WHO ends at ``end``, closer included; ``time`` stood before it."""

    who: str
    end: int
    closer: str
    time: str | None = None
    brackets: tuple[str, ...] = ()
    fresh: bool = False


def build(text: str, reading: Reading) -> Label | None:
    """The label that a reading makes, if its WHO is somebody."""
    closer, time = reading.closer, reading.time
    printed = " ".join(reading.who.strip(" *_.,\t").split())
    unclosed = closer in ("alone", "ruled")
    found, affiliation = (read_parts(printed) or read(ACRONYM.sub("", printed))) if unclosed else read(_bare(printed))
    if found is None and (closer == ".-" or (closer == ":" and reading.fresh and _CUT_SHORT.match(printed))):
        found = read_addressed(printed)
    if found is None and closer == ":" and is_small_surname(printed.split()):
        found = Who(name=printed)
    if found is None and closer == ":" and reading.fresh and is_house(printed):
        found = Who(name=printed)
    single = (
        closer in _ALSO_SINGLE
        or (reading.fresh and closer in _SINGLE_IF_KNOWN)
        or (closer == COLUMN[1] and printed.isupper())
    )
    if found is None or (not (single or (closer == CALM_DASH and found.voice)) and _is_single(found)):
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
    if closer != ":" and found.voice and is_for_somebody(printed.split()):
        return None  # ``Question for Ms. Ruiz.`` is said
    honorific, name = _without_honorific(found)
    return Label(
        printed,
        end,
        closer,
        found.voice,
        name,
        found.office,
        honorific,
        affiliation,
        time,
        fresh=reading.fresh,
    )


def _bare(printed: str) -> str:
    """``(Jo Lind)``, of whose spelling nobody is sure, without the brackets; ``Q3 Jo Lind`` without the count."""
    printed = _NUMBERED.sub("", printed)
    return printed[1:-1] if printed.startswith("(") and printed.endswith(")") else printed


def _is_single(who: Who) -> bool:
    """A single word that neither title nor office makes a person's."""
    return who.name is not None and not (who.office or who.honorific or " " in who.name)


def _without_honorific(found: Who) -> tuple[str | None, str | None]:
    """``Dr. Lind`` of ``Question Dr. Lind`` and ``Coast News, Dr. Lind`` as honorific and name."""
    first, _, name = (found.name or "").partition(" ")
    if found.voice and name and first.endswith(".") and plain(first) in HONORIFICS:
        return found.honorific or plain(first), name
    return found.honorific, found.name
