"""Where the header ends and the speech begins."""

from collections.abc import Sequence

from ..lines import Line
from .marks import Mark, mark

MAX_HEADER_LINES = 150
LONG_PROSE = 220
_STRONG = (Mark.DATE, Mark.UPDATED, Mark.TIME, Mark.DELIVERY)


def header_marks(lines: Sequence[Line], first_label: int | None) -> list[Mark]:
    """The mark of each header line; its length is the number of lines that the header takes.

    ``first_label`` is the index of the first labelled turn.  The header ends before it, and before the first line of
    prose; but dates, times and delivery notes belong to the header, so prose above the last of them is page chrome.
    """
    limit = min(len(lines), MAX_HEADER_LINES, len(lines) if first_label is None else first_label)
    marks: list[Mark] = []
    strong = prose = None
    for at in range(limit):
        one = mark(lines, at)
        if prose is None and one is Mark.PROSE:
            prose = at
        if one in _STRONG:
            strong = at
        if one is Mark.PROSE and len(lines[at].text) > LONG_PROSE:
            break
        marks.append(one)
    end = len(marks) if prose is None else prose
    if strong is not None and prose is not None and strong > prose:
        end = strong + 1
        while end < len(marks) and marks[end] is not Mark.PROSE:
            end += 1
    return [Mark.CHROME if one is Mark.PROSE else one for one in marks[:end]]
