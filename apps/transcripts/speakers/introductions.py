"""Who asks, as the asker says it at the start of a question: ``Jo Lind, Daily Post.``"""

import re

from ..labels.who import holds_office, plain
from .outlets import PLACES, looks_like_outlet
from .spoken import GREETINGS, NAME, NAME_AND_OUTLET, OUTLET, Introduction, bare, pairs, person, sentences, trim_outlet

REACH = 320
"""Characters at the start of a question in which its asker says who asks."""

_OUTLET_ONLY = re.compile(
    r"(?:I['’]m|I am|I work|I write|reporting|here|soy|je suis|ich bin)\s+(?:[a-z]+\s+)?"
    rf"(?:from|with|for|at|de|del|von|vom|pour)\s+(?:the\s+)?{OUTLET}"
)
_SAYS_NAME = re.compile(
    r"(?:my name is|my name['’]s|I['’]m|I am|this is|it['’]s|mi nombre es|me llamo|soy|je m['’]appelle|mein Name ist)"
    rf"\s+{NAME}"
)
_GREETING = re.compile(
    r"(?:(?:" + "|".join(sorted(GREETINGS)) + r"|a todos|días|tardes|I['’]m|my name is)[\s,]+)+", re.I
)


def introduces_self(text: str) -> Introduction | None:
    """Who asks, told by the first sentences of the question; None if they do not tell."""
    start = text[:REACH]
    if found := next(pairs(start), None):
        return found
    opening = sentences(start)[:3]
    if found := next((one for sentence in opening if (one := _whole_sentence(sentence))), None):
        return found
    names = (person(m["name"]) for m in _SAYS_NAME.finditer(start))
    name = next((one for one in names if one and " " in one), None) or _name_alone(opening)
    outlets = (trim_outlet(m["outlet"]) for m in _OUTLET_ONLY.finditer(start))
    outlet = next((bare(one) for one in outlets if looks_like_outlet(one)), None)
    return Introduction(name, outlet) if name or outlet else None


def introduced_as(affiliation: str) -> Introduction | None:
    """The name and outlet that stand in brackets: ``QUESTION (Jo Lind of Daily Post)``."""
    return next(pairs(affiliation), None)


def _whole_sentence(sentence: str) -> Introduction | None:
    """A full name, a preposition and a capitalised name, and nothing else: an outlet though nobody knows it."""
    said = sentence.rstrip(".!?… ")
    greeting = _GREETING.match(said)
    m = NAME_AND_OUTLET.fullmatch(said, greeting.end() if greeting else 0)
    name = person(m["name"]) if m else None
    if not m or not name or " " not in name or holds_office(m["outlet"]):
        return None
    outlet = bare(trim_outlet(m["outlet"]))
    linked = re.search(r"[a-z]", said[m.end("name") : m.start("outlet")]) is not None
    return Introduction(name, outlet) if linked and outlet.casefold() not in PLACES else None


def _name_alone(opening: list[str]) -> str | None:
    """``Mr. Chairman, John Berry.``: a sentence that is a full name and nothing else."""
    for sentence in opening[:2]:
        words = sentence.rstrip(".!? ").split(", ")[-1].split()
        if 2 <= len(words) <= 4 and sentence.endswith(".") and plain(words[0]) not in GREETINGS:
            name = person(" ".join(words))
            if name and " " in name:
                return name
    return None
