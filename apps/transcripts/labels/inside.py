"""Several turns in one paragraph: which of the labels in the middle of a line are labels.

A single one may be anything; one is a label that comes again, or asks what is answered right behind it, or answers what
is asked right before it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from ..lines import Line
from .evidence import ENOUGH, ENOUGH_UNCLOSED, is_paired, is_plain
from .grammar import SPELLED_NUMBERS, Voice
from .in_sentences import is_somebody
from .label import Label
from .matching import match_stopped
from .surnames import last_names
from .who import holds_office

Within = Mapping[int, tuple[str, Sequence[Label]]]
"""By line number the text of a line, and what could be labels in its middle."""


def with_labels_inside(
    leading: Mapping[int, Label],
    within: Within,
    keys: frozenset[str],
    told: frozenset[str],
    doubtful: Mapping[int, Label],
) -> tuple[dict[int, tuple[Label, ...]], dict[int, Label]]:
    """The labels of each line, those that it begins with and those further on; and what was left in the speech there.

    ``keys`` are those of labels that the document bears out, ``told`` the names of its first lines, ``doubtful`` what
    lines begin with that may be labels if those further on are.
    """
    rests = {number + 1 for number, label in leading.items() if label.wraps}
    inside = {number: labels for number, (_, labels) in within.items() if number not in rests}
    texts = {number: within[number][0] for number in inside}
    doubtful = {n: one for n, one in doubtful.items() if one.fresh and one.closer == ":" and _names_somebody(one)}
    found = _supported(leading, inside, texts, told, doubtful)
    keys |= found
    leading = dict(leading) | _before_others(doubtful, within, keys, found)
    printed = Counter(one.printed for labels in (leading.values(), *inside.values()) for one in labels)
    inside = {
        number: [one for one in labels if printed[one.printed] > 1 or not _goes_on(one, texts[number])]
        for number, labels in inside.items()
    }
    by_line = {number: (label,) for number, label in leading.items()} | {
        number: tuple(_in_order(leading.get(number), labels, keys)) for number, labels in inside.items() if labels
    }
    by_line = {number: labels for number, labels in by_line.items() if labels}
    return by_line, _left_inside(inside, by_line)


def _before_others(doubtful: Mapping[int, Label], within: Within, keys: Set[str], inside: Set[str]) -> dict[int, Label]:
    """Names that begin a paragraph, and are labels further on, or have one behind them.

    That is one of those which are labels for what stands ``inside`` paragraphs, or answers what the name asks.
    """

    def is_first(number: int, label: Label) -> bool:
        text, labels = within.get(number, ("", ()))
        behind = next(iter(labels), None)
        asks = behind is not None and text[label.end : behind.start].rstrip().endswith("?")
        return behind is not None and _key(behind) in (keys if asks else inside)

    return {n: label for n, label in doubtful.items() if _key(label) in keys or is_first(n, label)}


def _names_somebody(label: Label) -> bool:
    """A full name, or a surname in capitals."""
    return bool(label.name) and is_somebody(label, frozenset()) if " " in label.printed else label.printed.isupper()


def marks_inside(lines: Iterable[tuple[str, Sequence[Label]]]) -> frozenset[str]:
    """Keys of what asks in mid-line: ``Q:``, and any other word that does so once with an answer behind it.

    ``Follow-up: when?`` without one belongs to whoever speaks, and ``Question one:`` is an item of a list.
    """
    found = set()
    for text, labels in lines:
        for mark, answer in pairwise([*labels, None]):
            if mark and _asks(mark):
                answered = answer and answer.voice is not Voice.ASKS and "?" in text[mark.end : answer.start]
                found |= {mark.key + mark.closer} if answered or mark.key + mark.closer == "q:" else set()
    return frozenset(found)


def _asks(label: Label) -> bool:
    counted = label.key.rpartition(" ")[2] in SPELLED_NUMBERS
    return label.voice is Voice.ASKS and not is_paired(label) and not counted


def stopped_inside(lines: Iterable[Line], candidates: Mapping[int, Label]) -> dict[int, list[Label]]:
    """By line number the labels in capitals before a full stop or dash in mid-line, where a line begins with one too.

    Each comes again or asks, or is a full name behind which one that comes again answers.
    """
    first = [label for label in candidates.values() if label.closer in (".", "-", ".-") and len(label.printed) > 1]
    if not any(label.printed.isupper() for label in first):
        return {}
    found = {line.number: (line.text, labels) for line in lines if (labels := match_stopped(line.text))}
    counts = Counter(map(_key, chain(first, *(labels for _, labels in found.values()))))
    kept: dict[int, list[Label]] = {}
    for number, (text, labels) in found.items():
        for label, below in zip(labels, [*labels[1:], None], strict=True):
            again = counts[_key(label)] >= ENOUGH or label.voice is Voice.ASKS
            asks = below is not None and counts[_key(below)] >= ENOUGH and "?" in text[label.end : below.start]
            if again or (asks and label.name and (" " in label.name or label.honorific or label.office)):
                kept.setdefault(number, []).append(label)
    return kept


def by_start(within: Within, stopped: Mapping[int, Sequence[Label]], line: Line) -> list[Label]:
    """All that could be labels in the middle of a line, from left to right."""
    _, closed = within.get(line.number, ("", ()))
    return sorted([*closed, *stopped.get(line.number, ())], key=lambda label: label.start)


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """A label in mid-line, the one before it, what is said behind each of the two, and the label that follows."""

    label: Label
    said: str
    above: Label | None
    said_above: str
    below: Label | None
    goes_on: bool
    """Whether the label that follows stands in the same line."""

    @property
    def asks(self) -> bool:
        """Whether it asks something: a nameless voice that does, or a name with its house and a question.

        At the end of a line nothing more is said behind that question.
        """
        return _may_ask(self.label) and ("?" in self.said if self.goes_on else self.said.rstrip().endswith("?"))

    @property
    def is_answered(self) -> bool:
        """Whether a full name asks something between two turns of one who answers."""
        same = self.above and self.below and self.above.key == self.below.key != self.label.key
        return bool(same and self.label.name and " " in self.label.name and self.said.rstrip().endswith("?"))

    @property
    def is_full(self) -> bool:
        """Whether it is a full name and nothing else."""
        return self.label.is_bare and " " in self.label.printed

    def is_followed_by(self, answering: Set[str]) -> bool:
        """Whether a full name asks something that one of these answers."""
        asks = self.is_full and self.said.rstrip().endswith("?")
        return asks and self.below is not None and _key(self.below) in answering

    def is_between(self, often: Set[str]) -> bool:
        """Whether a full name stands between two turns of one of these."""
        same = self.above and self.below and _key(self.above) == _key(self.below)
        return bool(self.is_full and same and self.below and _key(self.below) in often)

    @property
    def is_asked(self) -> bool:
        """Whether the one before asks something."""
        return self.above is not None and _may_ask(self.above) and "?" in self.said_above


def _supported(
    leading: Mapping[int, Label],
    inside: Mapping[int, Sequence[Label]],
    texts: Mapping[int, str],
    told: frozenset[str],
    doubtful: Mapping[int, Label],
) -> frozenset[str]:
    """Keys of the labels in mid-paragraph that come again, in a document that has questions there too.

    An office or a title in capitals needs not come again; nor does a name that answers a question, if the document has
    it elsewhere, or one that asks what such a one answers.
    """
    every = [label for labels in inside.values() for label in labels]
    if not every:
        return frozenset()
    names = Counter((label.name or "").casefold() for label in (*leading.values(), *every))
    counted = (*every, *doubtful.values())
    counts = Counter(label.key + label.closer for label in counted if label.voice is not Voice.ASKS)

    leads = {label.name.rsplit(maxsplit=1)[-1].casefold() for label in leading.values() if label.name}

    def titled_as_before(label: Label) -> bool:
        return bool(label.honorific and label.name and label.name.rsplit(maxsplit=1)[-1].casefold() in leads)

    def is_met(label: Label) -> bool:
        known = (
            label.name is not None and " " in label.name and (names[label.name.casefold()] >= ENOUGH or _told(label))
        )
        return (
            known or counts[label.key + label.closer] >= ENOUGH or label.office is not None or titled_as_before(label)
        )

    def _told(label: Label) -> bool:
        return all(part in told for part in last_names(label.name or ""))

    around = list(_neighbours(leading, inside, texts))
    keys = {_key(one.label) for one in around if one.is_asked and is_met(one.label) and not _may_ask(one.label)}
    answered = [one for one in around if one.is_answered]
    keys |= {_key(label) for one in answered for label in (one.label, one.above) if label}
    again = {_key(one): one for one in every if counts[_key(one)] >= ENOUGH_UNCLOSED}
    often = {key for key, one in again.items() if _told(one) and _names_somebody(one)}
    keys |= often | {_key(one.label) for one in around if one.is_between(often)}
    if answered or often:
        keys |= {_key(one.label) for one in around if one.is_followed_by(keys) or one.label.voice is Voice.MODERATES}
    first = {_key(label) for label in leading.values()}
    asking = {
        _key(one.label)
        for one in around
        if one.asks
        and is_plain(one.label)
        and one.below
        and (
            (one.label.name and one.below.voice is Voice.ASKS and one.above and _may_ask(one.above))
            if _may_ask(one.below)
            else (_key(one.below) in first or is_met(one.below))
        )
    }
    if not (asking or answered or often) and not any(label.voice is Voice.ASKS for label in every):
        return frozenset(keys)
    titled = {
        _key(label)
        for label in every
        if is_plain(label)
        and (label.printed.isupper() or titled_as_before(label))
        and (label.office or label.honorific)
    }
    return frozenset(keys | asking | titled | {key for key, times in counts.items() if times >= ENOUGH})


def _key(label: Label) -> str:
    return label.key + label.closer


def _may_ask(label: Label) -> bool:
    """A voice that asks, or a name with a house behind it."""
    return label.voice is Voice.ASKS or bool(
        label.name
        and label.affiliation
        and not label.office
        and not label.voice
        and not holds_office(label.affiliation)
    )


def _neighbours(
    leading: Mapping[int, Label], inside: Mapping[int, Sequence[Label]], texts: Mapping[int, str]
) -> Iterator[_Neighbours]:
    following = dict(pairwise(sorted({*leading, *inside})))
    for number, labels in inside.items():
        row = [leading.get(number), *labels]
        below = leading.get(following.get(number, 0))
        for at, label in enumerate(labels):
            above, after = row[at], row[at + 2] if at + 2 < len(row) else None
            yield _Neighbours(
                label,
                texts[number][label.end : after.start if after else None],
                above,
                texts[number][above.end if above else 0 : label.start],
                after or below,
                after is not None,
            )


def _in_order(first: Label | None, inside: Sequence[Label], keys: frozenset[str]) -> list[Label]:
    """The labels of one line: the one that it begins with, and those further on that are supported."""
    labels = [first] if first else []
    if first and first.wraps:
        return labels
    for label in inside:
        follows = not labels or label.start >= labels[-1].end
        if follows and label.key + label.closer in keys:
            labels.append(label)
    return labels


def _goes_on(label: Label, text: str) -> bool:
    """``He told me. Minister Ruiz: go.``: a sentence goes on behind a name in its middle."""
    return label.voice is None and not label.printed.isupper() and text[label.end : label.end + 1].islower()


def _left_inside(inside: Mapping[int, Sequence[Label]], taken: Mapping[int, tuple[Label, ...]]) -> dict[int, Label]:
    """The first label of each line in mid-paragraph that might prove itself at the start of one, but was left there."""
    found: dict[int, Label] = {}
    for number, labels in inside.items():
        behind = max((label.end for label in taken.get(number, ())), default=0)
        left = (one for one in labels if (is_plain(one) or one.is_bare) and one.start >= behind)
        if label := next(left, None):
            found[number] = label
    return found
