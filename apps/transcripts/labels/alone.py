"""Labels that are a line and nothing else: ``ANA RUIZ`` above her speech, with her title between or without."""

import re
from dataclasses import replace
from functools import lru_cache

from .affiliation import RUNNING, is_title
from .building import ACRONYM, BRACKET, GAP, Reading, build
from .grammar import Voice
from .label import Label
from .outlets import is_known
from .who import plain

_CONTACT = re.compile(r" (?:office|service|team)$", re.I)
"""``Press Office`` speaks before a colon; alone on its line it stands above a telephone number."""
_LAST_BRACKET = re.compile(rf"(?P<who>[^()\[\]]{{1,110}}?)\s*(?P<bracket>{BRACKET})")
LONGEST_ALONE = 200
_FIRM = re.compile(r",? (?:Inc|Corp|Co|Cos|Ltd|Bros|S\.A|N\.V|S\.p\.A)\.$")
"""How a company's name ends, not a sentence: ``Chief Executive, Acme Fish, Inc.``"""
LONGEST_STACKED = 80
_MARK_AT_RIGHT = re.compile(r"(?:\t| {3,})(?P<mark>[QA])$")
_MARKED = {"Q": Voice.ASKS, "A": Voice.ANSWERS}


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
    acronym = m and bare.isupper() and ACRONYM.fullmatch(m["bracket"]) and not is_known(m["bracket"][1:-1])
    if m and not acronym:
        return build(text, Reading(m["who"], len(text), closer, brackets=(m["bracket"],)))
    return build(text, Reading(bare, len(text), closer))


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
        or GAP.search(bare)
        or (bare[-1] in '.,;:!?…”"' and not _FIRM.search(bare))
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
