"""What stands at the top and bottom of each page and interrupts the speech: heads, numbers, ``-more-``."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from .header.dates import find_dates
from .header.words import EVENT, MASTHEAD
from .layout import ENDS_SENTENCE, MIN_REPEATS, goes_on
from .lines import Line

_PAGE = r"(?:page|página|seite|sida|side|pagina|pg\.|p\.)"
_OF = r"(?:\s*(?:of|de|von|/|sur|av|di|van)\s*\d{1,4}|\s*\[\d{1,4}\])"
_PAGE_NUMBER = re.compile(
    rf"{_PAGE}?\s*\d{{1,4}}{_OF}?|[-–—~*_]{{1,3}}\s*(?:{_PAGE}\s*)?\d{{1,4}}{_OF}?\s*[-–—~*_]{{1,3}}"
    rf"|[(\[]\s*{_PAGE}\s*\d{{1,4}}{_OF}?\s*[)\]]|{_PAGE}\s*\|\s*\d{{1,4}}|\d{{1,4}}\s*\|\s*p\s?a\s?g\s?e",
    re.I,
)
_FRAMED = re.compile(r"[-–—(\[~*_]")
_NUMBER = rf"(?P<frame>[-–—(\[]\s*)?(?P<page>{_PAGE}\s*)?(?P<number>\d{{1,4}}){_OF}?(?(frame)\s*[-–—)\]])"
_PARTED = r"\s*[|•·–—-]\s+|\s{2,}|\t"
_BEFORE_HEAD = re.compile(rf"{_NUMBER}(?:(?P<parted>{_PARTED})|\s)(?P<head>\S.*)", re.I)
_BEHIND_HEAD = re.compile(rf"(?P<head>.*?[^\s|•·–—-])(?:(?P<parted>{_PARTED})|,?\s){_NUMBER}[*_]{{0,3}}", re.I)
_MORE = re.compile(
    r"[-–—(\[*\s]*(?:more|continued|cont['’]?d|suite|(?:à|a) suivre|fortsetzung|sigue|segue)[-–—)\]*.…\s]*", re.I
)
"""What stands below a page that is not the last: ``-more-``."""
_COPY = re.compile(
    r"\b(?:transcript|verbatim|draft|final|(?:press|news|media) release|embargo\w*|not for quotation)\b", re.I
)
_ADDRESS = re.compile(r"https?://|www\.")
_SENTENCE = re.compile(r"(?<!\bProf)(?<!\bHon)(?<=[^\W\d_]{3})[.?!] ")
_SPEECH = re.compile(r"[.:?!] ")
_DIGITS = re.compile(r"\d+")
WORDED_REPEATS = 2
"""``Page 2`` is clearer than a number, and a head is that breaks a sentence."""
MOST_HEADS = 6
LEAST_HEAD = 4
LONGEST_HEAD = 120
_BEGINS_NUMBER = frozenset("0123456789-–—([pPsS")
_ENDS_NUMBER = frozenset("0123456789-–—)]*_")
LEAST_WORDS = 3
OPENING = 8
"""Lines at the top of a document that its pages may repeat."""


class _Numbered(NamedTuple):
    """A line with a page number: its index, the number, and how it is set apart from the head beside it."""

    at: int
    number: int
    worded: bool
    parted: bool


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are page heads or page numbers, not speech.

    A page number alone on its line counts if at least three of them ascend, two with the word, between dashes or in
    mid-sentence, one with the word there or below ``-more-``, or the first break of all.  With a head beside it that
    stays the same it counts where pages are named, the head names the event or who publishes, or sentences are broken.
    A head without number counts if it touches a number and comes again, breaks sentences, or repeats the top of the
    document.
    """
    full = [line for line in lines if not line.blank]
    bare = [at for at, line in enumerate(full) if _PAGE_NUMBER.fullmatch(line.text)]
    numbered = _announced(full, bare) | _numbered(full, bare) | _headed(full, set(bare)) | _title_again(full, bare)
    return frozenset(full[at].number for at in numbered | _breaking(full) | _repeated(full))


def _announced(full: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """``-more-`` and the page numbers beside it, or alone where it comes again."""
    more = [at for at, line in enumerate(full) if _MORE.fullmatch(line.text) and not _is_speech(line.text)]
    placed = set(numbers)
    beside = {at: {at - 2, at - 1, at + 1, at + 2} & placed for at in more}
    found = {at for at in more if beside.get(at)} | set().union(*beside.values())
    if len(more) >= WORDED_REPEATS:
        found.update(more)
    return found


def _is_speech(text: str) -> bool:
    """``More.``, ``Continued``: not in capitals and without dashes or brackets around it."""
    return not text.isupper() and text[0] not in "-–—(["


def _numbered(full: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """Page numbers alone on their lines, and the heads beside them."""
    worded = [at for at in numbers if full[at].text[:1].isalpha() or _FRAMED.match(full[at].text)]
    breaking = [at for at in numbers if _breaks(full, at, at)]
    repeats = WORDED_REPEATS if len(worded) == len(numbers) or len(breaking) == len(numbers) else MIN_REPEATS
    if len(numbers) == len(breaking) == 1 and _first_number(full[numbers[0]].text) <= WORDED_REPEATS:
        return set(numbers)  # the only break of two pages
    if len(numbers) < repeats or not _ascend(_first_number(full[at].text) for at in numbers):
        return set(worded) & set(breaking)
    return _with_heads(full, numbers, repeats)


def _first_number(text: str) -> int:
    return int(_DIGITS.findall(text)[0])


def _ascend(numbers: Iterable[int], *steps: int) -> bool:
    """Whether at least half of the numbers are one more than the last."""
    rises = [b - a in (1, *steps) for a, b in pairwise(numbers)]
    return sum(rises) * 2 >= len(rises)


def _with_heads(full: Sequence[Line], numbers: Sequence[int], repeats: int) -> set[int]:
    """The lines with page numbers, and those above and below them that come again on other pages."""
    found = set(numbers)
    others = set(range(len(full))).difference(numbers)
    for step in (-1, 1):
        edge = list(numbers)
        for _ in range(MOST_HEADS):
            beside = [at + step for at in edge if at + step in others]
            heads = [(at, _shape(full[at].text)) for at in beside]
            shapes = Counter(shape for _, shape in heads)
            edge = [at for at, shape in heads if shapes[shape] >= repeats and _may_head(shape, repeats)]
            found.update(edge)
    return found


def _shape(text: str) -> str:
    """A line with any number in it taken for any other."""
    return _DIGITS.sub("0", text)


def _may_head(text: str, repeats: int) -> bool:
    """Whether no sentence ends here: two may be said on two pages."""
    return repeats >= MIN_REPEATS or text[-1] not in ENDS_SENTENCE


def _headed(full: Sequence[Line], bare: set[int]) -> set[int]:
    """Lines that hold a head and a page number: ``2 | Ministry of Fish``, ``Press conference - Page 2 of 4``."""
    by_head: dict[str, list[_Numbered]] = defaultdict(list)
    for at, (_, _, text, _) in enumerate(full):
        if not LEAST_HEAD <= len(text) <= LONGEST_HEAD or at in bare:
            continue
        before = text[0] in _BEGINS_NUMBER and _BEFORE_HEAD.fullmatch(text)
        behind = text[-1] in _ENDS_NUMBER and _BEHIND_HEAD.fullmatch(text)
        for m in (before, behind):
            if m and m["head"][-1] not in ENDS_SENTENCE:
                numbered = _Numbered(at, int(m["number"]), m["page"] is not None, m["parted"] is not None)
                by_head[m["head"]].append(numbered)
    found: set[int] = set()
    for head, pages in by_head.items():
        if _is_running_head(full, head, pages):
            found |= _with_heads(full, [one.at for one in pages], max(WORDED_REPEATS, len(pages)))
    return found


def _is_running_head(full: Sequence[Line], head: str, numbered: Sequence[_Numbered]) -> bool:
    """Whether these lines are a page's: they count up, and their words or their places are such as only heads have."""
    broken = sum(_breaks(full, one.at, one.at) or full[one.at].raw[0] == "\f" for one in numbered)
    worded, parted = all(one.worded for one in numbered), all(one.parted for one in numbered)
    if len(numbered) < WORDED_REPEATS:
        return worded and parted and broken > 0 and _names_document(head)
    if not _ascend((one.number for one in numbered), 2):
        return False
    words = len(head.split())
    if worded or (broken >= WORDED_REPEATS and (words >= LEAST_WORDS or parted)):
        return True
    named = _ADDRESS.match(head) is not None or (words >= LEAST_WORDS and _names_document(head))
    unended = sum(one.at > 0 and full[one.at - 1].text[-1] not in ENDS_SENTENCE for one in numbered)
    return named and (broken > 0 or unended >= WORDED_REPEATS or len(numbered) >= MIN_REPEATS)


def _breaking(full: Sequence[Line]) -> set[int]:
    """Heads without number, of one line or several, that come again and break a sentence each time."""
    ends: dict[str, list[int]] = defaultdict(list)
    texts = [line.text for line in full]
    for at, (text, below) in enumerate(pairwise(texts)):
        if below[0].islower() and _could_head(text):
            ends[text].append(at)
    heads: dict[str, list[str]] = {}
    for text, places in ends.items():
        if len(places) < WORDED_REPEATS:
            continue
        size = _common_size(full, places)
        broken = sum(_breaks(full, at - size + 1, at) for at in places)
        head = [line.text for line in full[places[0] - size + 1 : places[0] + 1]]
        set_apart = all(map(_could_head, head)) and size < MOST_HEADS  # else the text itself stands there twice
        if broken >= WORDED_REPEATS and set_apart and any(map(_names_document, head)):
            heads[text] = list(map(_shape, head))
    return _again(full, heads)


def _could_head(text: str) -> bool:
    whole = len(text) <= LONGEST_HEAD and not text[0].islower() and text[-1] not in ENDS_SENTENCE
    return whole and _SENTENCE.search(text) is None


def _common_size(full: Sequence[Line], places: Sequence[int]) -> int:
    """How many lines that end at these places are the same at each of them."""
    size = 1
    while size < MOST_HEADS and min(places) >= size:
        if len({_shape(full[at - size].text) for at in places}) > 1:
            break
        size += 1
    return size


def _again(full: Sequence[Line], heads: dict[str, list[str]]) -> set[int]:
    """Every place of these heads, but for the one at the top of the document, which is its title."""
    found: set[int] = set()
    for at, line in enumerate(full) if heads else ():
        head = heads.get(line.text, [])
        first = at - len(head) + 1
        below_speech = first >= OPENING // 2 or (first > 0 and _SPEECH.search(full[first - 1].text))
        if head and below_speech and [_shape(one.text) for one in full[first : at + 1]] == head:
            found.update(range(first, at + 1))
    return found


def _repeated(full: Sequence[Line]) -> set[int]:
    """Lines at the top of the document that name or date the event, where at least two pages have them again."""
    top = {
        line.text
        for line in full[:OPENING]
        if _could_head(line.text) and line.text.count(" ") >= LEAST_WORDS - 1 and _names_document(line.text)
    }
    places = [at for at in range(OPENING, len(full)) if full[at].text in top]
    times = Counter(full[at].text for at in places)
    return {at for at in places if times[full[at].text] >= MIN_REPEATS - 1}


def _title_again(full: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """Lines of the document's title, with the page number beside them, where one of them breaks a sentence."""
    opening = [line.text for line in takewhile(lambda one: _could_head(one.text), full[:OPENING])]
    top = set(opening[:1]).union(takewhile(lambda text: _SPEECH.search(text) is None, opening[1:]))
    if not any(map(_names_document, top)):
        return set()
    placed = set(numbers)
    runs: list[list[int]] = []
    for at in range(len(top), len(full)):
        if at not in placed and full[at].text not in top:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    heads = [run for run in runs if any(_names_document(full[at].text) for at in run if at not in placed)]
    broken = [run for run in heads if _breaks(full, run[0], run[-1])]
    likes = [run for run in heads if broken and not placed.isdisjoint(run)]
    return {at for run in (*broken, *likes) for at in run}


def _names_document(text: str) -> bool:
    """Whether a line names the event, who publishes or what copy it is, dates it or says where it is found."""
    return any(p.search(text) for p in (EVENT, MASTHEAD, _COPY, _ADDRESS)) or bool(find_dates(text))


def _breaks(full: Sequence[Line], first: int, last: int) -> bool:
    """Whether the sentence above these lines goes on below them."""
    if not first or last + 1 >= len(full):
        return False
    return goes_on(full[first - 1].text, full[last + 1].text)
