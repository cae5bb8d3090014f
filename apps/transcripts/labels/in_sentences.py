"""Labels in the middle of a sentence, left in the speech: nobody breaks off so, but a line end may be lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..lines import Line
from .evidence import is_plain
from .grammar import ARTICLES, INSTITUTIONS, PARTICLES
from .label import Label
from .matching import match
from .name_words import MAX_NAME_WORDS
from .outlets import PLACES, looks_like_outlet
from .series import small_words
from .who import TWO_WORD_PLACES, plain

LONGEST = 90
"""Characters of a label with what stands before it."""
MOST_COLONS = 20
"""In one line; where there are more, it is no sentence."""
_LEADS = ARTICLES | frozenset(
    """
    a an our their this that these of in at on von vom im am aux au du des dans del en un una eine einer einem
    asked told tell said says saying say wrote writes quote quoting sagte fragte schrieb dit demandé écrit dijo preguntó
    """.split()
)
"""Behind these words no speaker's name stands before a colon: ``the Harbour Plan: ...``, ``I told Jo Lind: ...``."""
_TOLD_OF = frozenset("to from for with about by than an zu mit für über à avec pour sur con para sobre".split())
"""Behind these a sentence tells of somebody, if the name is not in capitals: ``a question for Jo Lind: ...``."""


def in_sentences(lines: Iterable[Line]) -> dict[int, Label]:
    """By line number the first name in a sentence that a colon follows: ``and it was MR. BERG: he``."""
    lines = list(lines)
    found = {line.number: labels for line in lines if ": " in line.text and (labels := list(_in_sentence(line.text)))}
    small = small_words(lines) if found else frozenset()
    told = {number: next((one for one in labels if is_somebody(one, small)), None) for number, labels in found.items()}
    return {number: label for number, label in told.items() if label}


def behind_line_ends(labels: Mapping[int, Label], lines: Sequence[Line]) -> dict[int, Label]:
    """Of what lines begin with the names in a sentence that runs on from the line above and behind the colon."""
    found = {
        line.number: labels[line.number]
        for above, line in pairwise(lines)
        if line.number in labels and above.text and _runs_over(above.text, line.text, labels[line.number])
    }
    small = small_words(list(lines)) if found else frozenset()
    return {number: label for number, label in found.items() if is_somebody(label, small)}


def _runs_over(above: str, text: str, label: Label) -> bool:
    last = above.rsplit(maxsplit=1)[-1]
    behind = text[label.end : label.end + 1]
    runs = not label.fresh and label.start == 0 and last.rstrip(",;")[-1:].islower() and behind.islower()
    return runs and plain(last) not in _LEADS - {"that"} and last not in _TOLD_OF


def likely(labels: Mapping[int, Label], lines: Iterable[Line]) -> dict[int, Label]:
    """Of the labels left in mid-line those that prove themselves at the start of one, or are somebody's name."""
    small = None
    found = {}
    for number, label in labels.items():
        if not (plain := is_plain(label)) and small is None:
            small = small_words(list(lines))
        if plain or is_somebody(label, small or frozenset()):
            found[number] = label
    return found


def _in_sentence(text: str) -> Iterator[Label]:
    at = 0
    for _ in range(MOST_COLONS):
        at = text.find(": ", at + 1)
        if at < 0:
            return
        if (who := _before(text[max(0, at - LONGEST) : at])) and (label := match(f"{who}: ")):
            yield label


def _before(text: str) -> str | None:
    """The name or title that the text ends with, its house in brackets included, if a sentence runs on into it."""
    bracket = ""
    if text.endswith(")"):
        text, _, bracket = text.rpartition(" (")
        bracket = f" ({bracket}"
    words = text.split()
    begin = len(words)
    while begin and len(words) - begin <= MAX_NAME_WORDS and _may_name(words, begin - 1):
        begin -= 1
    while begin < len(words) and not words[begin][0].isupper():
        begin += 1
    if len(words) - begin < len(("Jo", "Lind")) or not begin or begin > len(words):
        return None
    before = words[begin - 1]
    who = " ".join(words[begin:]) + bracket
    if not before.rstrip(",;")[-1:].islower() or plain(before) in ARTICLES:
        return None
    return who if who.isupper() or not (plain(before) in _LEADS or before in _TOLD_OF) else None


def _may_name(words: Sequence[str], at: int) -> bool:
    word = words[at]
    ends = word[-1] in ",;.!?" and not (word[-1] == "." and len(word) <= len("Mrs."))
    return (word[0].isupper() and not ends) or (word in PARTICLES and at + 1 < len(words))


def is_somebody(label: Label, small: frozenset[str]) -> bool:
    """Whether a title tells so, or nothing tells that the words are a place, a house or a thing."""
    if label.honorific or label.voice or (label.office and (label.name or label.printed.isupper())):
        return True
    words = (label.name or "").split()
    thing = any(plain(word) in INSTITUTIONS or plain(word) in small for word in words) or looks_like_outlet(
        str(label.name)
    )
    place = " ".join(words).casefold() in PLACES or (words and plain(words[0]) in TWO_WORD_PLACES)
    return len(words) > 1 and not (thing or place or label.office)
