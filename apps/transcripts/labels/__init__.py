"""The labels room: which lines begin a turn, and what their labels say.

Door: ``find_labels``.  In: the lines of the page, without page heads.  Out: ``FoundLabels``, a ``Label`` taken apart
for each place where a turn begins, and those that nothing in the document bears out.  The words it knows are data
in ``grammar`` and ``outlets``.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from ..layout import is_wrapped
from ..lines import Line
from .alone import match_alone, match_stacked
from .between import as_outlet, outlets_between
from .closers import WEAK
from .evidence import (
    known_unclosed,
    names_with_initials,
    supported,
    supported_alone,
    supported_stacked,
)
from .grammar import NOT_NAMES, PARTICLES, Voice
from .in_sentences import behind_line_ends, in_sentences, likely
from .inside import by_start, marks_inside, stopped_inside, with_labels_inside
from .label import Label
from .legend import find_legend, is_head, match_initials
from .matching import match, match_inside, match_wrapped
from .once_each import names_once_each
from .quoted import not_speaking
from .self_named import names_said
from .series import is_speech, names_above_speech, series
from .single_names import names_between
from .timed import timed_labels
from .unmarked import UNMARKED, unmarked_answers
from .witnesses import told_surnames

__all__ = ["FoundLabels", "Label", "Voice", "find_labels"]

_RULE = re.compile(r"(?:[-_*=~–—] ?){3,}|\.{5,}")
_CHANGE = re.compile(r">{2,3} *(?=[^\s>])")
_BEHIND_DASH = re.compile(r"(?:[-–—•]|\*(?!\*)) *(?=(?:\*\*|__)?[^\W\d_])")
_STOPS = ".?!…"
LEAST_DASHED = 2
LEAST_CHANGES = 2
CLOSE = 8
"""One blank line among so many parts no paragraphs."""
HEADER_LINES = 40
"""A header seldom is longer: names in these first lines support a label."""
FARTHEST_BELOW = 2
"""Lines from a name alone on its line to its speech: one blank line may stand between."""
LEAST_BROKEN = 50
"""Characters of a line that breaks off in mid-sentence at the end of a page."""
LEAST_LISTED = 2
"""A name below so many others, each alone on its line, is the last one of a list."""


@dataclass(frozen=True, slots=True)
class FoundLabels:
    """The labels of a document by line number, and those left out because nothing supports them."""

    by_line: dict[int, tuple[Label, ...]]
    doubtful: dict[int, Label]
    listed: frozenset[int] = frozenset()
    """The numbers of the lines that only list people: a legend, or who is present."""
    in_sentences: Mapping[int, Label] = field(default_factory=dict)
    """What would be a label if it did not stand in the middle of a sentence."""

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of all lines that hold a label or the rest of one."""
        wrapped = {number + 1 for number, labels in self.by_line.items() if labels[-1].wraps}
        return frozenset(self.by_line) | wrapped

    @property
    def unmarked(self) -> int | None:
        """The number of the first line that answers without a label, if some do."""
        return min((n for n, labels in self.by_line.items() if labels[0].closer == UNMARKED), default=None)

    @property
    def first(self) -> int | None:
        """The number of the first labelled line."""
        return min(self.by_line, default=None)


def find_labels(lines: Sequence[Line]) -> FoundLabels:
    """The labels that the document bears out."""
    legend = find_legend(lines)
    initials = match_initials(lines, legend)
    timed = timed_labels(lines)
    lines = [line for line in lines if line.number not in legend.lines and line.number not in timed]
    candidates = {number: label for number, label in _candidates(lines).items() if number not in initials}
    candidates |= names_with_initials(lines, candidates)
    candidates = _without_broken(lines, candidates)
    within = {
        line.number: (line.text, match_inside(line.text)) for line in lines if ":" in line.text or "** " in line.text
    }
    stopped = stopped_inside(lines, candidates)
    told = _header_words(lines, candidates) | told_surnames(lines, candidates)
    keys = supported([*candidates.values(), *chain(*stopped.values())], told) | marks_inside(within.values())
    leading = {number: label for number, label in candidates.items() if label.key + label.closer in keys}
    aloud = not_speaking(lines, leading)
    leading = {number: label for number, label in leading.items() if number not in aloud}
    settled = leading.keys() | aloud
    leading |= outlets_between(leading, {n: label for n, label in candidates.items() if n not in settled})
    for names_in in (names_said, names_between, names_once_each):
        left = {n: one for n, one in candidates.items() if n not in leading and n not in aloud}
        leading |= names_in(leading, left, lines)
    sure = leading | initials
    single = lines
    alone = _alone(lines, sure)
    if stacked := supported_stacked(_stacked(lines, sure), alone.values(), leading.values()):
        single = [line for line in lines if line.number not in stacked and line.number - 1 not in stacked]
        alone = _alone(single, sure)
    unclosed = supported_alone(alone, [*leading.values(), *stacked.values()]) | stacked
    names = names_above_speech(single, alone)
    unclosed = unclosed or series(single, names, len(leading))
    leading |= unclosed | initials | timed
    leading = _changes(lines) | leading
    leading |= known_unclosed([line for line in lines if line.number not in leading], leading.values())
    leading = {number: as_outlet(label) for number, label in leading.items()}
    leading |= unmarked_answers(lines, leading)
    within |= {line.number: (line.text, by_start(within, stopped, line)) for line in lines if line.number in stopped}
    left = {number: one for number, one in candidates.items() if number not in leading and number not in aloud}
    by_line, left_inside = with_labels_inside(leading, within, keys, told, left)
    doubtful = {
        number: label
        for number, label in (names | candidates).items()
        if number not in by_line and label.closer not in WEAK
    }
    doubtful = likely(left_inside, lines) | doubtful
    cut_off = in_sentences(line for line in lines if line.number not in doubtful)
    cut_off |= behind_line_ends(doubtful, lines)
    return FoundLabels(by_line, doubtful, legend.lines, cut_off)


def _candidates(lines: Sequence[Line]) -> dict[int, Label]:
    found: dict[int, Label] = {}
    dashed = _dashed(lines)
    wrapped = is_wrapped(list(lines))
    close = not wrapped and _is_close(lines)
    before = ""
    for at, line in enumerate(lines):
        above = found.get(lines[at - 1].number) if at else None
        label = dashed.get(line.number) or match(
            line.text, fresh=close or not before or (not wrapped and before[-1] in _STOPS)
        )
        label = None if above and above.wraps else label
        if label is None and not before and at + 1 < len(lines) and lines[at + 1].number == line.number + 1:
            label = match_wrapped(line.text, lines[at + 1].text)
        if label:
            found[line.number] = label
        before = line.text
    return found


def _without_broken(lines: Sequence[Line], candidates: dict[int, Label]) -> dict[int, Label]:
    """The candidates but for words printed once with which a sentence goes on behind the head of a page."""
    full = [(at, line) for at, line in enumerate(lines) if not line.blank]
    broken = {
        line.number
        for (above_at, above), (at, line) in pairwise(full)
        if line.number in candidates
        and line.number - above.number > max(at - above_at, FARTHEST_BELOW)
        and len(above.text) >= LEAST_BROKEN
        and above.text[-1].isalnum()
    }
    if not broken:
        return candidates
    times = Counter(label.key for label in candidates.values())
    return {
        number: label
        for number, label in candidates.items()
        if number not in broken or label.voice or label.printed.isupper() or times[label.key] > 1
    }


def _is_close(lines: Sequence[Line]) -> bool:
    """Whether there is hardly a blank line, so that each line is a paragraph."""
    return sum(line.blank for line in lines) * CLOSE < len(lines)


def _dashed(lines: Sequence[Line]) -> dict[int, Label]:
    """Labels behind a dash, ``- Jo Lind: So.``, ``-VOCERA: Sí.``, if most lines that begin so have one and some ask."""
    begun = [(line.number, m.end(), line.text) for line in lines if (m := _BEHIND_DASH.match(line.text))]
    found = {
        number: replace(label, end=label.end + at)
        for number, at, text in begun
        if (label := match(text[at:])) and label.closer == ":"
    }
    asked = any(label.voice is Voice.ASKS for label in found.values())
    return found if asked and len(found) > LEAST_DASHED and len(found) * 2 > len(begun) else {}


def _alone(lines: Sequence[Line], taken: dict[int, Label]) -> dict[int, Label]:
    """Lines that hold a name or office and nothing else, with speech below; not the names of a list."""
    found = {}
    ruled = False
    full = [line for line in lines if not line.blank]
    listed = 0
    for line, below in pairwise(full):
        label = None if line.number in taken else match_alone(line.text, ruled)
        ruled = _RULE.fullmatch(line.text) is not None
        follows = below.number - line.number <= FARTHEST_BELOW and below.number not in taken
        named = match_alone(below.text) is not None
        if label and follows and not named and listed < LEAST_LISTED:
            found[line.number] = label
        listed = listed + 1 if label and named else 0
    return found


def _stacked(lines: Sequence[Line], taken: dict[int, Label]) -> dict[int, Label]:
    """Names alone on their lines with a title or house below, both set off by blank lines or rules, speech beneath."""
    found: dict[int, Label] = {}
    beneath_of: dict[int, int] = {}
    end = Line(0, "", "")
    ruled = False
    for above, line, below, gap, speech in zip(
        [end, *lines], lines, lines[1:], lines[2:], [*lines[3:], end], strict=False
    ):
        ruled = _RULE.fullmatch(above.text) is not None if above.text else ruled
        beneath = bool(speech.text) and not speech.text.isupper() if not gap.text else is_speech(gap.text)
        if not (beneath and line.text and below.text) or (above.text and not _RULE.fullmatch(above.text)):
            continue
        inside = {line.number, below.number} & taken.keys()
        listed = below.number != line.number + 1 or is_head(line.text)
        if not (inside or listed) and (label := match_stacked(line.text, below.text)):
            said = gap if gap.text else speech
            closes = ruled and said.text.endswith(tuple(_STOPS)) and "@" not in said.text
            found[line.number] = replace(label, closer="ruled") if closes else label
            beneath_of[line.number] = said.number
    others = found.keys() | taken.keys()
    return {number: label for number, label in found.items() if beneath_of[number] not in others}


def _changes(lines: Sequence[Line]) -> dict[int, Label]:
    """The marks of captions that only say that somebody else speaks now: ``>> And when?``."""
    marked = {line.number: m.end() for line in lines if (m := _CHANGE.match(line.text))}
    if len(marked) < LEAST_CHANGES:
        return {}
    return {number: Label("", end, ">>", Voice.UNKNOWN) for number, end in marked.items()}


def _header_words(lines: Sequence[Line], candidates: dict[int, Label]) -> frozenset[str]:
    """Capitalised words that follow another in the first lines, casefolded: surnames after first name or office."""
    found: set[str] = set()
    for line in lines[:HEADER_LINES]:
        if line.number not in candidates:
            words = [word.strip("(),.:;") for word in line.text.split()[:60]]
            led: list[str] = []
            for before, word in pairwise(words):
                if before[:1].isupper() and word[:1].isupper():
                    found.update(w.casefold().removesuffix("’s").removesuffix("'s") for w in (before, word))
                led = [*led, before] if before.islower() and before in PARTICLES else []
                if led and word[:1].isupper():
                    found.add(" ".join([*led, word.casefold()]))
    return frozenset(found - NOT_NAMES)
