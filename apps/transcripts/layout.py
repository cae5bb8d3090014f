"""How the page was set: page furniture that interrupts the speech, and whether lines are wrapped."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .lines import LONGEST_GAP, Line

_PAGE_NUMBER = re.compile(
    r"(?:page|página|seite|sida|side|pagina|p\.)?\s*\d{1,4}(?:\s*(?:(?:of|de|von|/|sur|av|di)\s*\d{1,4}|\[\d{1,4}\]))?|[-–—]\s*\d{1,4}\s*[-–—]",
    re.I,
)
_FRAMED = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]")
_MORE = re.compile(
    r"[-–—(\[*\s]*(?:more|continued|cont['’]?d|suite|(?:à|a) suivre|fortsetzung|sigue|segue)[-–—)\]*.…\s]*", re.I
)
"""What stands below a page that is not the last: ``-more-``."""
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME_CODE = re.compile(rf"[(\[]?{_TIME}[)\]]?(?: +--> +{_TIME}(?: .{{0,80}})?)?")
_CAPTION = re.compile(
    r"[(\[]?(?:(?:photo|image|picture|photograph)s?(?: (?:caption|credit|courtesy|by))?|caption|(?:crédit )?photos?"
    r"|légende|foto(?:grafía)?|bildunterschrift|bildnachweis|bildrechte|pie de foto|imagen|didascalia)\s?[:©]\s*\S.*",
    re.I,
)
LONGEST_CAPTION = 300
_DIGITS = re.compile(r"\d+")
MIN_REPEATS = 3
"""A page head stands on every page; two equal lines may be chance."""
WORDED_REPEATS = 2
"""``Page 2`` is clearer than a number."""
MOST_HEADS = 6
WRAPPED_SHARE = 0.2
LEAST_WRAPPED = 40
WRAP_COLUMNS = range(50, 121)


def furniture(lines: list[Line]) -> frozenset[int]:
    """Numbers of the lines that are page heads or page numbers, not speech.

    A page number alone on its line counts if at least three of them ascend, two with the word or between dashes; one
    below ``-more-``; a page head if it touches such a number, or another head, and comes again on other pages.
    """
    full = [line for line in lines if not line.blank]
    numbers = [at for at, line in enumerate(full) if _PAGE_NUMBER.fullmatch(line.text)]
    announced = _announced(full, numbers)
    return announced | _numbered(full, numbers)


def _announced(full: list[Line], numbers: list[int]) -> frozenset[int]:
    """``-more-`` and the page numbers beside it, or alone where it comes again."""
    more = [at for at, line in enumerate(full) if _MORE.fullmatch(line.text) and not _is_speech(line.text)]
    placed = set(numbers)
    beside = {at: {at - 2, at - 1, at + 1, at + 2} & placed for at in more}
    found = {at for at in more if beside.get(at)} | set().union(*beside.values())
    if len(more) >= WORDED_REPEATS:
        found.update(more)
    return frozenset(full[at].number for at in found)


def _is_speech(text: str) -> bool:
    """``More.``, ``Continued``: not in capitals and without dashes or brackets around it."""
    return not text.isupper() and text[0] not in "-–—(["


def _numbered(full: list[Line], numbers: list[int]) -> frozenset[int]:
    worded = sum(full[at].text[:1].isalpha() or _FRAMED.fullmatch(full[at].text) is not None for at in numbers)
    repeats = WORDED_REPEATS if worded == len(numbers) else MIN_REPEATS
    if len(numbers) < repeats:
        return frozenset()
    values = [int(_DIGITS.findall(full[at].text)[0]) for at in numbers]
    if sum(b - a == 1 for a, b in pairwise(values)) * 2 < len(values) - 1:
        return frozenset()
    found = {full[at].number for at in numbers}
    others = set(range(len(full))).difference(numbers)
    for step in (-1, 1):
        edge = numbers
        for _ in range(MOST_HEADS):
            beside = [at + step for at in edge if at + step in others]
            heads = [(at, _DIGITS.sub("0", full[at].text)) for at in beside]
            shapes = Counter(shape for _, shape in heads)
            edge = [at for at, shape in heads if shapes[shape] >= repeats and _is_head(shape, repeats)]
            found.update(full[at].number for at in edge)
    return frozenset(found)


def _is_head(text: str, repeats: int) -> bool:
    """Whether no sentence ends here: two may be said on two pages."""
    return repeats >= MIN_REPEATS or text[-1] not in _ENDS_SENTENCE


def time_codes(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that hold nothing but a time code, if several do: marks of the recording, not speech."""
    found = frozenset(line.number for line in lines if _TIME_CODE.fullmatch(line.text))
    return found if len(found) >= MIN_REPEATS else frozenset()


def captions(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that only tell of a picture."""
    return frozenset(line.number for line in lines if is_caption(line.text))


def is_caption(text: str) -> bool:
    """``Photo caption: Ana Ruiz at the harbour. (Photo: LTV)``, ``[Photo: LTV]``."""
    return len(text) <= LONGEST_CAPTION and _CAPTION.fullmatch(text.strip("*_# ")) is not None


def is_wrapped(lines: list[Line]) -> bool:
    """Whether one paragraph runs over several source lines, as in 72-column text: many go on in small letters.

    So it does where lines are numbered at the margin: whoever counts lines breaks them.
    """
    if any(line.margin for line in lines):
        return True
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths or lengths[int(len(lengths) * 0.95)] not in WRAP_COLUMNS:
        return False
    long = [(line, below) for line, below in pairwise(lines) if len(line.text) >= LEAST_WRAPPED]
    going_on = sum(below.text[:1].islower() and line.text[-1] not in _ENDS_SENTENCE for line, below in long)
    enough = going_on >= MIN_REPEATS or (going_on > 1 and going_on * 2 >= len(long))
    return enough and going_on >= WRAPPED_SHARE * len(lengths)


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
    for line, text in lines:
        if not text:
            gap = gap or line.blank
            continue
        goes_on = text[0].islower() and result and result[-1][-1][-1] not in _ENDS_SENTENCE if gap else not ends
        if goes_on and not _BULLET.match(text):
            result[-1].append(text)
        else:
            result.append([text])
        gap = False
        ends = len(line.text) < margin * 0.6 and text[-1] in _ENDS_SENTENCE
    return [" ".join(parts) for parts in result]


def _over_page_breaks(lines: list[tuple[Line, str]]) -> list[str]:
    """Each line as a paragraph, but for those that go on behind lines taken out in mid-sentence."""
    result: list[list[str]] = []
    last = blanks = 0
    broken = False
    for line, text in lines:
        dropped = blanks == LONGEST_GAP and bool(text)  # more blank lines than are kept
        broken = broken or (line.number > last + 1 and not dropped)
        last, blanks = line.number, 0 if text else blanks + 1
        if not text:
            continue
        if broken and text[0].islower() and result and result[-1][-1][-1] not in _ENDS_SENTENCE:
            result[-1].append(text)
        else:
            result.append([text])
        broken = False
    return [" ".join(parts) for parts in result]


_BULLET = re.compile(r"[•▪◦*–-]\s")
_ENDS_SENTENCE = '.?!:;”"'
