"""Exchanges: a question with its follow-ups, its answers and the hand-over that introduces it."""

from collections.abc import Sequence

from .phrases import FOLLOWS_UP
from .transcript import Kind

SHORT_QUESTION = 6
"""Words: a question as short as that goes on with the one before it."""


def number_exchanges(kinds: Sequence[Kind], askers: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    """The exchange of each turn, from 1; 0 before the first question.

    A question opens an exchange unless it follows up: the same known asker asks again, nothing has been answered
    since the last question, or nobody is named and it begins like a follow-up.  A moderator's turns right before a
    question belong to that question; two named askers are never in one exchange.
    """
    numbers: list[int] = []
    current, answered, handed = 0, True, False
    asker: str | None = None
    for kind, name, text in zip(kinds, askers, texts, strict=True):
        if kind is Kind.QUESTION:
            if not current or not _goes_on(name, asker, text, answered, handed):
                current += 1
                asker = None
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


def _goes_on(name: str | None, asker: str | None, text: str, answered: bool, handed: bool) -> bool:
    if name and asker:
        return name == asker
    if name:
        return False
    return not answered or (not handed and (len(text.split()) <= SHORT_QUESTION or FOLLOWS_UP.match(text) is not None))
