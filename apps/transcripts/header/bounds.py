"""Where the header ends and the speech begins."""

from collections.abc import Sequence

from ..lines import Line
from .marks import Mark, mark

MAX_HEADER_LINES = 150
LONG_PROSE = 220
CLOSE = 3
"""Lines, blank ones aside, between the last date, time or delivery note of a header and the first label."""
_STRONG = (Mark.DATE, Mark.UPDATED, Mark.TIME, Mark.DELIVERY)


def header_marks(lines: Sequence[Line], first_label: int | None) -> list[Mark]:
    """The mark of each header line; its length is the number of lines that the header takes.

    ``first_label`` is the index of the first labelled turn.  The header ends before it, and before the first line of
    prose; but prose above a date, time or delivery note is furniture of the page, if other furniture stands there or
    the first label follows at once.
    """
    limit = min(len(lines), MAX_HEADER_LINES, len(lines) if first_label is None else first_label)
    marks: list[Mark] = []
    strong = prose = None
    for at in range(limit):
        one = mark(lines, at)
        if one is Mark.PROSE and prose is None:
            prose = at
        if one in _STRONG:
            strong = at
        if one is Mark.PROSE and len(lines[at].text) > LONG_PROSE:
            break
        marks.append(one)
    if prose is None:
        return marks
    end = prose
    if strong is not None and strong > prose and _is_furniture(marks, strong, first_label):
        end = strong + 1
        while end < len(marks) and marks[end] is not Mark.PROSE:
            end += 1
    return [Mark.CHROME if one is Mark.PROSE else one for one in marks[:end]]


def _is_furniture(marks: Sequence[Mark], strong: int, first_label: int | None) -> bool:
    """Whether the prose above the last strong mark belongs to the page and not to the speech."""
    if Mark.CHROME in marks[:strong]:
        return True
    below = sum(one is not Mark.BLANK for one in marks[strong + 1 :])
    return first_label == len(marks) and below <= CLOSE
