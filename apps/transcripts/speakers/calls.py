"""Who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``"""

import re

from ..labels.outlets import is_known, is_outlet
from .spoken import NAME, OUTLET, Introduction, bare, pairs, person, sentences

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100

_LEAD = (
    r"(?i:(?:okay|ok|yes|all right|alright|thank you|thanks|so|and|now|how about|let['’]s|we['’]ll|i['’]ll|go|turn|come"
    r"|take|start|begin|move|over|on|to|with|the|next|last|first|final|question|will|comes?|goes|is|was"
    r"|from|sorry|hear|call|floor|then|us|next up|again|finally|please)\b[\s,.]*)*"
)
_TAIL = (
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next|(?:lady|gentleman|man|woman) .*))?"
    r"[.?!…]*"
)
_LEAD_ONLY = re.compile(_LEAD + r"[.!?]*")
_CALLED_OUTLET = re.compile(rf"{_LEAD}{OUTLET}{_TAIL}")
_CALLED_NAME = re.compile(rf"(?P<lead>{_LEAD}){NAME}{_TAIL}")


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before; the last name with an outlet counts."""
    end = text[-REACH:]
    if named := [pair for pair in pairs(end) if pair.outlet and is_outlet(pair.outlet)]:
        return named[-1]
    spoken = [one for one in sentences(end) if len(one) < LONGEST_CALL]
    for at, sentence in reversed(list(enumerate(spoken))[-3:]):
        if m := _CALLED_NAME.fullmatch(sentence):
            name = person(m["name"])
            called = m["lead"] or _own_paragraph(end, sentence) or (at > 0 and _LEAD_ONLY.fullmatch(spoken[at - 1]))
            if name and " " in name and called:
                return Introduction(name=name)
        if (m := _CALLED_OUTLET.fullmatch(sentence)) and is_known(outlet := m["outlet"].rstrip(".")):
            return Introduction(outlet=bare(outlet))
    return None


def _own_paragraph(text: str, sentence: str) -> bool:
    """Whether the call stands apart from what was said before it."""
    return text.rstrip().endswith("\n\n" + sentence) or text.strip() == sentence
