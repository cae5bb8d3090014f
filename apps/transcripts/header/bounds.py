"""Where the header ends and the speech begins."""

from collections.abc import Sequence

from ..labels.who import is_name
from ..lines import Line
from . import words
from .cast import read_entry
from .marks import Mark, is_editors_note, mark

MAX_HEADER_LINES = 150
LONG_PROSE = 220
LONGEST_LIST = 40
LONGEST_ITEM = 100
LONGEST_CROSS_HEAD = 60
CLOSE = 3
"""Plain lines between the last date, time or delivery note of a header and the first label."""
_ENDS = (".", "?", "!", ":", "…", ")", "]")
_SPOKEN_ENDS = (*_ENDS, *'"”»-–—')
_STRONG = (Mark.DATE, Mark.UPDATED, Mark.TIME, Mark.DELIVERY)


def header_marks(lines: Sequence[Line], labelled: Sequence[int]) -> list[Mark]:
    """The mark of each header line; its length is the number of lines that the header takes.

    ``labelled`` are the indexes of the labelled lines.  The header ends before it, and before the first line of
    prose; but prose above a date, time or delivery note is furniture of the page, if other furniture stands there or
    the first label follows at once.
    """
    first_label = next((at for at in labelled if at >= MAX_HEADER_LINES or _speaks(lines, at)), None)
    limit = min(len(lines), MAX_HEADER_LINES, len(lines) if first_label is None else first_label)
    marks: list[Mark] = []
    strong = prose = None
    heads = {at for at in labelled if at < limit and _heads_page(lines, at)}
    for at in range(limit):
        one = Mark.PLAIN if at in heads else mark(lines, at)
        if at and marks[-1] is Mark.EDITORS and not lines[at].blank and not lines[at - 1].text.endswith(_ENDS):
            one = Mark.EDITORS
        if one is Mark.PROSE and prose is None:
            prose = at
        if one in _STRONG:
            strong = at
        if one is Mark.PROSE and len(lines[at].text) > LONG_PROSE:
            break
        marks.append(one)
    if prose is not None and _is_cross_head(lines, marks, prose, first_label):
        prose = None
    if prose is None:
        return _listed(lines, marks)
    end = prose
    if strong is not None and strong > prose and _is_furniture(marks, strong, first_label):
        end = strong + 1
        while end < len(marks) and marks[end] is not Mark.PROSE:
            end += 1
    return _listed(lines, [Mark.CHROME if one is Mark.PROSE else one for one in marks[:end]])


def _is_cross_head(lines: Sequence[Line], marks: Sequence[Mark], prose: int, first_label: int | None) -> bool:
    """Whether the only prose left is a short head above the first label, in a page that an editor introduces."""
    return (
        first_label == len(marks)
        and Mark.EDITORS in marks[:prose]
        and len(lines[prose].text) <= LONGEST_CROSS_HEAD
        and lines[prose].text.endswith(("…", "...", ":"))
        and all(one is Mark.BLANK for one in marks[prose + 1 :])
    )


def _speaks(lines: Sequence[Line], at: int) -> bool:
    """Whether what looks like a label is none of the header's own keys, cast and list items."""
    key = _is_header_key(lines[at]) or read_entry(lines[at].text) is not None or is_editors_note(lines, at)
    return not (key or _is_listed(lines, at) or _heads_page(lines, at))


def _heads_page(lines: Sequence[Line], at: int) -> bool:
    """``Governor Ruiz: storm update`` above the date, ``Jo Lind: Press Briefing``: a title, and not what is said."""
    above = sum(not line.blank for line in lines[:at])
    if above >= CLOSE or lines[at].text.rstrip("*_# ").endswith(_SPOKEN_ENDS):
        return False
    _, _, told = lines[at].text.partition(":")
    if not above and (lines[at].text.startswith("#") or words.EVENT.match(told.strip())):
        return True
    below = [beneath for beneath in range(at + 1, min(at + 1 + 2 * CLOSE, len(lines))) if not lines[beneath].blank]
    return any(mark(lines, beneath) in (Mark.DATE, Mark.UPDATED) for beneath in below[:2])


def _is_header_key(line: Line) -> bool:
    """``Participants:`` and ``Time: 14:00`` look like labels and speak not."""
    text = line.text.strip("*_# ")
    return len(text) <= LONG_PROSE and any(
        key.match(text) for key in (words.SPEAKERS_KEY, words.PLACE_KEY, words.HEADER_KEY)
    )


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """``MODERATOR: Ana Ruiz, Communications Officer`` in the list under ``Participants:``, or right above it."""
    _, colon, value = lines[at].text.strip("*_#-•· ").partition(":")
    value = value.strip("*_ ")
    name = value.split(",")[0].split()
    if not colon or not name or not is_name(name) or value[-1] in ".?!":
        return False
    below = next((line for line in lines[at + 1 : at + CLOSE] if not line.blank), None)
    if below and words.SPEAKERS_KEY.fullmatch(below.text.strip("*_# ")):
        return True
    for above in reversed(lines[max(0, at - LONGEST_LIST) : at]):
        text = above.text.strip("*_# ")
        if words.SPEAKERS_KEY.fullmatch(text):
            return True
        if len(text) > LONGEST_ITEM or text.endswith((".", "?", "!")):
            return False
    return False


def _listed(lines: Sequence[Line], marks: list[Mark]) -> list[Mark]:
    """The plain lines under ``Participants:`` are its items, up to the first gap behind them."""
    listing = False
    before = Mark.BLANK
    for at, one in enumerate(marks):
        if one is Mark.KEY:
            listing = words.SPEAKERS_KEY.fullmatch(lines[at].text.strip("*_# ")) is not None
        elif listing and one is Mark.PLAIN and before in (Mark.BLANK, Mark.KEY, Mark.BULLET):
            marks[at] = Mark.BULLET
        listing = listing and not (one is Mark.BLANK and before is Mark.BULLET)
        before = marks[at]
    return marks


def _is_furniture(marks: Sequence[Mark], strong: int, first_label: int | None) -> bool:
    """Whether the prose above the last strong mark belongs to the page and not to the speech."""
    if Mark.CHROME in marks[:strong]:
        return True
    below = sum(one is Mark.PLAIN for one in marks[strong + 1 :])
    return first_label == len(marks) and below <= CLOSE
