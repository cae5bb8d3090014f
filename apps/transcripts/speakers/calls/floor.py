"""Whether an answer ends by calling whoever asks next: ``In May. Yes, in the back.``"""

import re
from collections.abc import Container

from ...labels.grammar import HONORIFICS, NOT_NAMES, OFFICES
from ...labels.who import plain
from ...phrases import HANDOVER
from ..spoken import sentences
from .forms import GO_AHEAD, GO_AHEAD_NAME, NAME_ALONE, NAME_ASKED, NOBODY, POINTED_AT, TAGS
from .single import calls
from .words import COURTESY

REACH = 120
"""Characters at the end of an answer in which the next reporter is called."""
LONGEST_CALL = 60
"""Characters of the sentence that calls."""


def gives_floor(answer: str) -> bool:
    """Whether an answer ends by calling somebody; ``Go ahead.`` alone may let the same reporter go on."""
    said = sentences(answer[-REACH:].rpartition("\n")[2])
    while len(said) > 1 and COURTESY.fullmatch(said[-1]):
        said.pop()
    last = said[-1] if said else ""
    if (asked := NAME_ASKED.fullmatch(last)) and len(last) < len(answer.strip()):
        said_before = re.search(rf"\b(?i:{re.escape(asked['name'])})\b", answer[: -len(last)])
        return plain(asked["name"]) not in NOT_NAMES | TAGS and not said_before
    gives = len(last) <= LONGEST_CALL and "?" not in last and HANDOVER.stand_in(GO_AHEAD.sub("", last))
    called = len(last) < len(answer.strip()) and POINTED_AT.fullmatch(last) is not None
    return gives or called or calls(answer) is not None


def first_name_called(answer: str, told_of: Container[str] | None = None) -> str | None:
    """The first name that an answer calls last: ``In May.  Go ahead, Jo.``; or says alone, if it is not ``told_of``.

    After a long speech such a name alone begins a paragraph; in one it ends a list: ``I mean the others.  Ford.``
    """
    said = sentences(answer[-REACH:].rpartition("\n")[2])
    last = said[-1] if said and len(said[-1]) <= LONGEST_CALL else ""
    if m := GO_AHEAD_NAME.fullmatch(last):
        name = m["after"] or m["before"]
    elif told_of is not None and (m := NAME_ALONE.fullmatch(last)) and len(last) < len(answer.strip()):
        name = m["name"]
        apart = answer.rstrip().endswith(f"\n{last}") or len(answer) <= LONGEST_CALL
        if name in told_of or not apart:
            return None
    else:
        return None
    said_before = re.search(rf"\b{re.escape(name)}\b", answer.rstrip()[: -len(last)])
    return name if is_first_name(name) and not said_before else None


def is_first_name(word: str) -> bool:
    """Whether a capitalised word that is said alone may be somebody's first name: ``Jo``, but not ``Sure``."""
    return plain(word) not in _NO_NAMES


_NO_NAMES = NOBODY.union(
    TAGS,
    HONORIFICS,
    OFFICES,
    """
    sir madam guys folks everybody everyone somebody anybody absolutely correct exactly sure louder sooner never always
    maybe perhaps nothing everything great fine none both certainly definitely obviously hopefully precisely genau
    sicher natürlich vielleicht nie claro exacto nunca nada bien exactement jamais rien peut-être
    """.split(),
)
"""What is told to go ahead, or said alone, and is nobody's name."""
