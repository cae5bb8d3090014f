"""Whether a turn gives the floor to whoever speaks next."""

import re

from ..labels.grammar import OFFICES
from ..labels.who import plain
from ..phrases import HANDOVER, only_thanks
from .identity import Identity
from .names import surname

SHORT_CALL = 80
"""Characters of a turn that does no more than call somebody by name."""
_REPORTS = re.compile(
    r"\b(?:es cuanto|es todo|that['’]s all|c['’]est tout|das ist alles|das wär['’]s),? [^.?!]{2,40}[.!]?$",
    re.I,
)
"""``Es cuanto, presidenta.``: so ends a report to whoever listens."""


def hands_over(text: str, following: Identity | None) -> bool:
    """Gives the floor: a phrase of that trade, or the next speaker's name or office at the end, but not thanked."""
    if text and (HANDOVER.stand_in(text[-300:]) or (len(text) > 300 and HANDOVER.stand_in(text[:200]))):
        return True
    if not text or only_thanks(text) or _REPORTS.search(text[-80:]):
        return False
    first_name = following.name.split()[0] if following and following.name else ""
    named = first_name and len(text) <= SHORT_CALL and first_name in text
    if named and re.search(rf"\b{re.escape(first_name)}\b", text):
        return True
    last = [plain(word) for word in text[-80:].rstrip(" .?!").split()[-3:]]
    if following is None or not last:
        return False
    if following.name and last[-1] in (surname(following.name), following.name.casefold().split()[0]):
        return True
    return bool(following.role) and any(" ".join(last[at:]) in OFFICES for at in range(len(last)))
