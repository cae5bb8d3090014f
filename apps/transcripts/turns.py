"""Cutting the body into turns: each from its label, or from the end of the header, to the next."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .labels import Label
from .layout import paragraphs
from .lines import Line
from .transcript import Note

_RULE = re.compile(r"[-_=~–—]{3,}")
_WORDS = re.compile(r"\w")
PAGE_HEAD = "Page head, page number or time code, taken out of the speech."
LINE_NUMBER = "A line number at the margin with nothing beside it."
FOOTER = "Below the end of the speech."
LIST = "A list of who is present, not speech."
NO_WORDS = "A mark without words between header and speech."


@dataclass(slots=True)
class Block:
    """A turn in the making: its label, and each of its lines with the text that counts as speech."""

    label: Label | None
    first_line: int
    lines: list[tuple[Line, str]] = field(default_factory=list)

    def add(self, line: Line, speech: str) -> None:
        """Go on with this line; nothing of it if another turn begins at its start."""
        if speech or line.blank:
            self.lines.append((line, speech))

    def is_underlined_by(self, line: Line) -> bool:
        """Whether this line only underlines the label alone on the line above."""
        alone = self.label is not None and self.label.closer in ("alone", "ruled") and len(self.lines) == 1
        return alone and _RULE.fullmatch(line.text) is not None

    @property
    def last_line(self) -> int:
        return max((line.number for line, _ in self.lines if not line.blank), default=self.first_line)

    def text(self, wrapped: bool) -> str:
        """The speech, its paragraphs joined by one blank line."""
        return "\n\n".join(paragraphs(self.lines, wrapped))


def cut(
    lines: Sequence[Line],
    labels: Mapping[int, tuple[Label, ...]],
    beside: Mapping[int, str],
    end: int,
    listed: frozenset[int] = frozenset(),
) -> tuple[list[Block], list[Note]]:
    """Blocks in order, and notes that keep the lines which are nobody's speech.

    ``lines`` begin after the header; ``beside`` tells why some are not speech; from index ``end`` on they are the
    footer; ``listed`` only list people.
    """
    blocks: list[Block] = []
    aside: list[tuple[Line, str]] = []
    label_rest = 0
    for at, line in enumerate(lines):
        if message := FOOTER if at >= end else _why_aside(line, beside, listed if not blocks else frozenset()):
            aside.append((line, message))
            continue
        here = labels.get(line.number, ())
        speech = line.text[label_rest : here[0].start if here else None]
        label_rest = 0
        if blocks and blocks[-1].is_underlined_by(line):
            blocks[-1].lines.append((line, ""))
        elif blocks:
            blocks[-1].add(line, speech)
        elif _WORDS.search(speech):
            blocks.append(Block(None, line.number, [(line, speech)]))
        elif speech and not here:
            aside.append((line, NO_WORDS))
        if not here:
            continue
        ends = [*(one.start for one in here), len(line.text)][1:]
        for label, stop in zip(here, ends, strict=True):
            label_rest = label.end if label.wraps else 0
            blocks.append(Block(label, line.number, [(line, "" if label.wraps else line.text[label.end : stop])]))
    return blocks, _notes(aside)


def _why_aside(line: Line, beside: Mapping[int, str], listed: frozenset[int]) -> str | None:
    if line.number in beside:
        return beside[line.number]
    if line.margin and not line.text:
        return LINE_NUMBER
    return LIST if line.number in listed else None


def _notes(aside: Sequence[tuple[Line, str]]) -> list[Note]:
    """One note for each run of adjacent lines with the same reason."""
    runs: list[tuple[list[Line], str]] = []
    for line, message in aside:
        if not (line.text or line.margin):
            continue
        if runs and runs[-1][1] == message and runs[-1][0][-1].number + 1 == line.number:
            runs[-1][0].append(line)
        else:
            runs.append(([line], message))
    return [Note(run[0].number, "\n".join(line.raw for line in run), message) for run, message in runs]
