"""Exchanges: a question with its follow-ups, its answers and the hand-over that introduces it."""

from collections.abc import Sequence

from .transcript import Kind


def number_exchanges(kinds: Sequence[Kind], askers: Sequence[str | None]) -> list[int]:
    """The exchange of each turn, from 1; 0 before the first.

    A question opens an exchange, unless it follows up: the same known asker, or another question before any answer.
    A moderator's turn right before a question belongs to that question.
    """
    numbers: list[int] = []
    current = 0
    answered = True
    asker: str | None = None
    for at, kind in enumerate(kinds):
        if kind is Kind.QUESTION:
            follows_up = current > 0 and askers[at] is not None and askers[at] == asker
            if not follows_up and (answered or askers[at] is not None):
                current += 1
            asker = askers[at] or (asker if follows_up else None)
            answered = False
        elif kind is Kind.ANSWER:
            answered = True
        numbers.append(current)
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] is Kind.MODERATOR and kinds[at + 1] in (Kind.QUESTION, Kind.MODERATOR):
            numbers[at] = numbers[at + 1]
    return numbers
