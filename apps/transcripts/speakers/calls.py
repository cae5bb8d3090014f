"""Who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``"""

import re

from .outlets import is_known
from .spoken import NAME, OUTLET, Introduction, bare, pairs, person, sentences

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100

_CALLED_OUTLET = re.compile(rf"(?:^|\b(?:to|from|with|is|was|take|next|and)\s+)(?:[Tt]he\s+)?{OUTLET}(?=\s*[,.?!]|$)")
_CALLED_NAME = re.compile(
    r"(?:\b(?i:go to|turn to|over to|call on|hear from|(?:come|comes|is) from|next|yes|okay|all right|floor to)[,:]?\s+|^)"
    rf"{NAME}"
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next))?[.?!…]*$"
)


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before; the last name with an outlet counts."""
    end = text[-REACH:]
    if named := list(pairs(end)):
        return named[-1]
    for sentence in reversed([one for one in sentences(end) if len(one) < LONGEST_CALL][-3:]):
        if (m := _CALLED_NAME.search(sentence)) and (name := person(m["name"])) and " " in name:
            return Introduction(name=name)
        if (m := _CALLED_OUTLET.search(sentence)) and is_known(outlet := m["outlet"].rstrip(".")):
            return Introduction(outlet=bare(outlet))
    return None
