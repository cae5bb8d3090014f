"""How the page was set: time codes between the lines, and whether lines are wrapped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .language import SMALL_WORDS
from .lines import LONGEST_GAP, Line

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME_CODE = re.compile(rf"[(\[]?{_TIME}[)\]]?(?: +--> +{_TIME}(?: .{{0,80}})?)?")
MIN_REPEATS = 3
"""Two like lines may be chance."""
WRAPPED_SHARE = 0.2
LEAST_WRAPPED = 40
FULL_LINE = 0.6
"""Of the longest line: a shorter one may end a paragraph."""
FULL_MARGIN = 0.85
"""Of the margin: a paragraph that is wrapped has hardly a shorter line but its last."""
WRAP_COLUMNS = range(50, 121)


def time_codes(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that hold nothing but a time code, if several do: marks of the recording, not speech."""
    found = frozenset(line.number for line in lines if _TIME_CODE.fullmatch(line.text))
    return found if len(found) >= MIN_REPEATS else frozenset()


def is_wrapped(lines: list[Line]) -> bool:
    """Whether one paragraph runs over several source lines, as in 72-column text: many go on in small letters.

    Where most lines are short, the long ones count: none may go on with a word for which it had room.
    So it does where lines are numbered at the margin: whoever counts lines breaks them.
    """
    if any(line.margin for line in lines):
        return True
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths or lengths[int(len(lengths) * 0.95)] not in WRAP_COLUMNS:
        return False
    long = [(line, below) for line, below in pairwise(lines) if len(line.text) >= LEAST_WRAPPED]
    going_on = sum(_is_open(line, below) for line, below in long)
    enough = going_on >= MIN_REPEATS or (going_on > 1 and going_on * 2 >= len(long))
    if enough and going_on >= WRAPPED_SHARE * len(lengths):
        return True
    open_lines = [(line.text, below.text) for line, below in long if _is_open(line, below)]
    margin = max((len(above) for above, _ in open_lines), default=0)
    at_margin = sum(len(above) + 1 + len(below.partition(" ")[0]) > margin for above, below in open_lines)
    full = sum(len(line.text) >= margin * FULL_MARGIN for line, _ in long)
    return margin in WRAP_COLUMNS and at_margin > 1 and at_margin * 2 >= full and at_margin == len(open_lines)


def _is_open(line: Line, below: Line) -> bool:
    return below.text[:1].islower() and line.text[-1] not in ENDS_SENTENCE


def paragraphs(lines: list[tuple[Line, str]], wrapped: bool) -> list[str]:
    """The speech in these lines (with the text to use of each) as paragraphs.

    Where lines are wrapped, a paragraph goes on to the next blank line, over a page break in mid-sentence too, or to
    a line that ends a sentence well before the margin.
    """
    if not wrapped:
        return _over_page_breaks(lines)
    result: list[list[str]] = []
    margin = max((len(line.text) for line, _ in lines), default=0)
    gap = ends = True
    for line, text, broken in _with_breaks(lines):
        if not text:
            gap = gap or line.blank
            continue
        above = result[-1][-1] if result else ""
        over_page = broken and len(above) >= margin * FULL_LINE and above[-1] not in ENDS_SENTENCE
        joins = (goes_on(above, text) or over_page) if gap and above else not ends
        if above and joins and not _BULLET.match(text):
            result[-1].append(text)
        else:
            result.append([text])
        gap = False
        ends = len(line.text) < margin * FULL_LINE and text[-1] in ENDS_SENTENCE
    return [" ".join(parts) for parts in result]


def goes_on(above: str, below: str) -> bool:
    """Whether a sentence goes on in another line: in small letters, or behind a word that ends none (``with``)."""
    if above[-1] in ENDS_SENTENCE:
        return False
    return below[0].islower() or (below[0].isalpha() and above[above.rfind(" ") + 1 :] in _ENDS_NONE)


def _over_page_breaks(lines: list[tuple[Line, str]]) -> list[str]:
    """Each line as a paragraph, but for those that go on behind lines taken out in mid-sentence."""
    result: list[list[str]] = []
    for _, text, broken in _with_breaks(lines):
        if not text:
            continue
        if broken and result and goes_on(result[-1][-1], text):
            result[-1].append(text)
        else:
            result.append([text])
    return [" ".join(parts) for parts in result]


def _with_breaks(lines: Iterable[tuple[Line, str]]) -> Iterator[tuple[Line, str, bool]]:
    """Each line with its text, and whether lines were taken out since the last one that has any."""
    last = blanks = 0
    broken = False
    for line, text in lines:
        dropped = blanks == LONGEST_GAP and bool(text)  # more blank lines than are kept
        broken = broken or (line.number > last + 1 and not dropped)
        last, blanks = line.number, 0 if text else blanks + 1
        yield line, text, broken
        broken = broken and not text


_BULLET = re.compile(r"[•▪◦*–-]\s")
_ENDS_NONE = frozenset().union(*SMALL_WORDS.values())
ENDS_SENTENCE = '.?!:;”"'
