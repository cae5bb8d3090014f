"""Who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``"""

import re

from ..labels.outlets import is_known, is_outlet
from .spoken import NAME, OUTLET, Introduction, bare, pairs, person, sentences, trim_outlet

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100
LAST = 3
"""Sentences from the end that may call, courtesies not counted."""

_LEAD = (
    r"(?i:(?:okay|ok|yes|all right|alright|thank you|thanks|so|and|now|how about|let['’]s|we['’]ll|i['’]ll|go|turn|come"
    r"|take|start|begin|move|over|on|to|with|the|next|last|first|final|question|will|comes?|goes|is|was"
    r"|from|sorry|hear|call|floor|then|us|next up|again|finally|please|up|line|of|our|i|we|there|want)\b[\s,.]*)*"
)
_TAIL = (
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next|last question|last one|here"
    r"|(?:lady|gentleman|man|woman) .*))?"
    r"[.?!…]*"
)
_LEAD_ONLY = re.compile(_LEAD + r"[.!?]*")
_CALLED_OUTLET = re.compile(rf"(?P<lead>{_LEAD}){OUTLET}{_TAIL}")
_CALLED_NAME = re.compile(rf"(?P<lead>{_LEAD}){NAME}{_TAIL}")
_OUTLET_THEN_NAME = re.compile(rf"{_LEAD}{OUTLET},\s+{NAME}{_TAIL}")
_NAME_THEN_WORD = re.compile(rf"{NAME},\s+(?P<outlet>[A-Z][\w’'-]+)\.?")
_POINTS_TO = re.compile(
    r"(?i:\b(?:(?:start|begin|begin off|start off) with|(?:go|turn|over|move on) to|call on|(?:the )?line of"
    rf"|question (?:is |comes |goes )?(?:to|from)|there is))\s+{NAME}(?:\s+from\s+[A-Z]\w+)?{_TAIL}$"
)
_AT_A_PLACE = re.compile(r"\b(?:on|with)\s+the\s*$", re.I)
_COURTESY = re.compile(
    r"(?:\W*(?:how are you|how(?:['’]s| is) it going|there (?:he|she|you) (?:is|are)|good to see you|welcome|hello"
    r"|hi|hey|yes|please|go ahead|thank you|i thought i saw [a-z]+|where (?:is|are) (?:he|she|you)"
    r"|[a-z]+,? you should be able to unmute(?: yourself)?)\b)+\W*",
    re.I,
)


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before; the last name with an outlet counts."""
    end = text[-REACH:]
    if named := [pair for pair in pairs(end) if pair.outlet and is_outlet(pair.outlet)]:
        return named[-1]
    spoken = [one for one in sentences(end) if len(one) < LONGEST_CALL]
    while len(spoken) > 1 and _COURTESY.fullmatch(spoken[-1]):
        spoken.pop()
    for at in reversed(range(max(0, len(spoken) - LAST), len(spoken))):
        before = spoken[at - 1] if at else ""
        if found := _called_by(spoken[at], before, _opens_last_paragraph(end, spoken[at])):
            return found
    return None


def _called_by(sentence: str, before: str, apart: bool) -> Introduction | None:
    """Who is called by a sentence, which may stand ``apart`` from what was said before it."""
    if (m := _OUTLET_THEN_NAME.fullmatch(sentence)) and is_known(m["outlet"]) and (name := _full_name(m["name"])):
        return Introduction(name, bare(m["outlet"]))
    if m := _CALLED_NAME.fullmatch(sentence):
        name = person(m["name"])
        again = name and name.split()[0] == before.rstrip(".?! ")
        if name and " " in name and (m["lead"] or apart or again or (before and _LEAD_ONLY.fullmatch(before))):
            return Introduction(name)
    if outlet := _outlet(sentence):
        m = _CALLED_NAME.fullmatch(before)
        return Introduction(_full_name(m["name"]) if m else None, outlet)
    if (m := _POINTS_TO.search(sentence)) and (name := _full_name(m["name"])):
        return Introduction(name)
    return _with_new_outlet(sentence) if apart else None


def _with_new_outlet(sentence: str) -> Introduction | None:
    """``Jo Lind, Ytterbium.``: a word nobody knows may be an outlet, a place or another name, but the name stands."""
    m = _NAME_THEN_WORD.fullmatch(sentence)
    name = _full_name(m["name"]) if m else None
    if not m or not name:
        return None
    return Introduction(name, m["outlet"] if is_outlet(m["outlet"]) else None)


def _outlet(sentence: str) -> str | None:
    """The outlet that is all of a sentence, but for words that give the floor; ``On the Hill.`` is a place."""
    m = _CALLED_OUTLET.fullmatch(sentence)
    if not m or _AT_A_PLACE.search(m["lead"]) or not is_known(m["outlet"].rstrip(".")):
        return None
    return bare(trim_outlet(m["outlet"]))


def _full_name(said: str) -> str | None:
    name = person(said)
    return name if name and " " in name else None


def _opens_last_paragraph(text: str, sentence: str) -> bool:
    """Whether the call, courtesies after it aside, stands apart from what was said before it."""
    last = text.strip().rpartition("\n\n")[2].strip()
    rest = last[len(sentence) :]
    return last.startswith(sentence) and (not rest.strip() or _COURTESY.fullmatch(rest) is not None)
