"""Exchanges: a question with its follow-ups, its answers and the hand-over that introduces it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from .phrases import FOLLOWS_UP, GREETS, THANKS_FIRST, only_thanks
from .speakers.calls import first_name_called, gives_floor
from .transcript import Kind

REACH = 120
"""Characters before a question in which whoever asks it is called."""
SEVERAL = 2
SHORT_QUESTION = 6
"""Words: a question as short as that goes on with the one before it."""
_NEXT = re.compile(
    r"\b(?:next|last|final|another|one more)(?: (?:one|question|reporter|journalist|caller))?[^\w?]*(?:please[^\w?]*)?"
    r"(?:$|from|to|is\b)"
    r"|\b(?:question suivante|(?:prochaine|dernière) question|(?:nächste|letzte) frage|(?:siguiente|última) pregunta)",
    re.I,
)
"""What calls somebody else, whether or not the question before was answered: ``Next question, please.``"""
_IN_SPEECH = re.compile(r"(?<=[a-z] )[A-ZÀ-Þ][\w’'-]+")
_CUT_OFF = re.compile(r"\W*(?:—|–|--|…|\.\.\.)")


def number_exchanges(kinds: Sequence[Kind], askers: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    """The exchange of each turn, from 1; 0 before the first question.

    A question opens an exchange unless it follows up: the same known asker asks again, nothing has been answered
    since the last question, or nobody is named and it begins like a follow-up, no greeting tells of somebody new, and
    nobody was called.  A moderator's turns right before a question belong to that question; two named askers are never
    in one exchange.
    """
    numbers: list[int] = []
    current, answered, handed = 0, True, False
    asker: str | None = None
    opening = ""
    told_of = _told_of(texts) if _calls_by_name(kinds, texts) else None
    for at, (kind, name, text) in enumerate(zip(kinds, askers, texts, strict=True)):
        if kind is Kind.QUESTION:
            before = texts[at - 1] if at else ""
            another = first_name_called(before, told_of) if at and kinds[at - 1] is not Kind.QUESTION else None
            called = another is not None and another not in opening and not _CUT_OFF.match(text)
            if not current or (called and not name) or not _goes_on(name, asker, (before, text), answered, handed):
                current += 1
                asker = None
                opening = before[-REACH:]
            asker = name or asker
            answered = False
        elif kind is Kind.ANSWER:
            answered = True
        handed = kind is Kind.MODERATOR
        numbers.append(current)
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] is Kind.MODERATOR and kinds[at + 1] in (Kind.QUESTION, Kind.MODERATOR):
            numbers[at] = numbers[at + 1]
    return numbers


def _told_of(texts: Iterable[str]) -> frozenset[str]:
    """The capitalised words of running speech: ``Ford`` alone calls nobody where somebody has *asked Ford*."""
    return frozenset(word for text in texts for word in _IN_SPEECH.findall(text))


def _calls_by_name(kinds: Sequence[Kind], texts: Sequence[str]) -> bool:
    """Whether those who answer call several by first name, so that one capitalised word alone may be one."""
    before = (text for text, kind in zip(texts, kinds[1:], strict=False) if kind is Kind.QUESTION)
    return len(list(islice(filter(None, map(first_name_called, before)), SEVERAL))) == SEVERAL


def _goes_on(name: str | None, asker: str | None, texts: tuple[str, str], answered: bool, handed: bool) -> bool:
    if name and asker:
        return name == asker
    if name:
        return False
    before, text = texts
    if handed and not answered and _NEXT.search(before):
        return False
    return not answered or (
        not handed and _follows_up(text) and (_CUT_OFF.match(text) is not None or not gives_floor(before))
    )


def _follows_up(text: str) -> bool:
    """Whether the words are those of somebody who has just asked: few, or begun with ``And``; no greeting."""
    if only_thanks(text):
        return True
    if GREETS.match(text):
        return False
    thanks = THANKS_FIRST.match(text)
    rest = text[thanks.end() :] if thanks else ""
    if "?" in rest and not FOLLOWS_UP.match(rest):
        return False
    return len(text.split()) <= SHORT_QUESTION or FOLLOWS_UP.match(text) is not None
