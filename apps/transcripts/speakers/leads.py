"""Whether the words of a title before somebody say that this person speaks: ``Remarks by``, but not ``visit of``."""

import re
from collections.abc import Sequence

from ..labels.grammar import OFFICES
from ..labels.who import plain

_SUBJECT = frozenset("on about regarding concerning against honoring honouring sur zu sobre über".split())
_ELSEWHERE = frozenset("at for to after before during following marking".split())
_OF = frozenset(["of"])
_SPEAKS = frozenset("by with from par avec de con von mit du del".split())
_JOINS = frozenset("and et y und".split())
_LEADS = _SUBJECT | _ELSEWHERE | _OF | _SPEAKS | _JOINS
_GENRE = frozenset(
    """
    statement statements remarks speech address conference briefing interview transcript comments message testimony
    words text excerpts doorstep declaration
    """.split()
)
_EVENTS = frozenset(
    """
    visit visits funeral death passing arrival departure inauguration election resignation birthday meeting meetings
    talks visita muerte fallecimiento funerales visite décès mort obsèques besuch tod remarks comments statement
    """.split()
)
"""Before ``by`` or ``with`` they are the subject, if something is: ``on remarks by``."""
_DONE_TO = frozenset(
    """
    welcomes meets congratulates mourns receives greets hosts honours honors remembers condemns thanks visits invites
    appoints elects supports
    """.split()
)
"""What others do to the person whose name follows."""


def is_said_to_speak(before: Sequence[str]) -> bool:
    """Whether whoever is named after these words of a title is the one who speaks."""
    words = [plain(word) for word in before]
    at = next((at for at in reversed(range(len(words))) if words[at] in _LEADS), None)
    if at is None or (words[at] in _ELSEWHERE and _is_apart(before[at + 1 :])):
        return not _DONE_TO.intersection(words)
    lead, last = words[at], words[at - 1] if at else ""
    if lead == "with" and any(_holds_it(word) for word in before[:at]):
        return False
    if lead in _JOINS:
        return is_said_to_speak(before[:at])
    if lead in _SUBJECT | _ELSEWHERE or _DONE_TO.intersection(words[at:]):
        return False
    if lead in _OF:
        return last in _GENRE
    subject = next((at for at, word in enumerate(words[:at]) if word in _SUBJECT), None)
    told = subject is not None and (last in _EVENTS or bool(_SPEAKS.intersection(words[:subject])))
    return not told and last not in _EVENTS - _GENRE


def _holds_it(word: str) -> bool:
    """``President's``: the conference is that of an office whose holder nobody names, with somebody else."""
    office = re.sub(r"['’]s$", "", word)
    return office != word and plain(office) in OFFICES


def _is_apart(words: Sequence[str]) -> bool:
    """Whether a comma or a colon stands between: ``Briefing at the Bank, Governor Ana Ruiz``."""
    return any(word in (",", ";", "|", "(", "-", "–", "—") or word.endswith(":") for word in words)
