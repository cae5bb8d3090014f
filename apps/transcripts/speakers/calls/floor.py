"""Whether an answer ends by calling whoever asks next: ``In May. Yes, in the back.``"""

import re

from ...labels.grammar import NOT_NAMES
from ...labels.who import plain
from ...phrases import HANDOVER
from ..spoken import sentences
from .forms import GO_AHEAD, NAME_ASKED, POINTED_AT, TAGS
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
