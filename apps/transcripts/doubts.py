"""What the parser doubts, told to whoever imports: one sentence each, with a line number."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .header import Header
from .labels import FoundLabels, Label, Voice
from .lines import Line
from .speakers import LeftOpen
from .transcript import Note
from .turns import Block

_SENTENCE_ENDS = (".", "?", "!", "”", '"', ")", "]", "…", ":", "-", "—", "*", "_", "=")


def doubts(
    header: Header,
    labels: FoundLabels,
    blocks: Sequence[Block],
    left_open: LeftOpen,
) -> list[Note]:
    """Notes without text: they only comment on lines that header and turns hold."""
    found = [Note(line, "", message) for line, message in header.doubts]
    if header.date is None:
        found.append(Note(1, "", "No date was found in the header."))
    if not blocks:
        found.append(Note(1, "", "No speech was found: the whole text was taken for a header."))
    if labels.unmarked is not None:
        message = "Nothing marks the answers of this page; what follows a question was taken for one."
        found.append(Note(labels.unmarked, "", message))
    spoken = {line.number: line for block in blocks for line, _ in block.lines}
    found += [
        Note(number, "", f"“{label.printed}” looks like a speaker's label but was left in the speech.")
        for number, label in labels.doubtful.items()
        if number in spoken and not _is_running_text(label, spoken[number])
    ]
    found += [
        Note(number, "", f"“{label.printed}” stands in the middle of a sentence; it was left in the speech.")
        for number, label in labels.in_sentences.items()
        if number in spoken
    ]
    found += _about_blocks(blocks, left_open.by_label)
    found += [
        Note(blocks[at].first_line, "", f"{' and '.join(called)} were called before this question; nobody was named.")
        for at, called in left_open.by_turn.items()
    ]
    return found


def _is_running_text(label: Label, line: Line) -> bool:
    """Whether the words around show that it is none: ``Road and`` / ``Belt: the plan``; ``A friend said``."""
    unclosed_answer = label.voice is Voice.ANSWERS and label.closer == " "
    return unclosed_answer or (not label.fresh and label.start == 0 and line.text[label.end :][:1].islower())


def _about_blocks(blocks: Sequence[Block], left_open: Mapping[str, Sequence[str]]) -> list[Note]:
    found: list[Note] = []
    times = Counter(block.label.key for block in blocks if block.label)
    told: set[str] = set()
    for above, block in pairwise([None, *blocks]):
        label = block.label if block else None
        if block is None or label is None:
            continue
        if times[label.key] == 1 and above and _cuts_a_sentence(above, block, label):
            message = (
                f"“{label.printed}” is printed once and in the middle of a sentence; it may be no speaker's label."
            )
            found.append(Note(block.first_line, "", message))
        holders = left_open.get(label.key, ())
        if len(holders) > 1 and label.key not in told:
            told.add(label.key)
            left = "the name was left as printed" if label.name else "nobody was named"
            message = f"“{label.printed}” could be {' or '.join(holders)}; {left}."
            found.append(Note(block.first_line, "", message))
    return found


def _cuts_a_sentence(above: Block, block: Block, label: Label) -> bool:
    """Whether the speech goes on over the label: no sentence ends above it, and none begins behind it."""
    before = next((speech for _, speech in reversed(above.lines) if speech), "")
    behind = next((speech for _, speech in block.lines if speech), "")
    inside = label.start == 0 and not label.fresh and label.time is None
    return inside and before != "" and not before.endswith(_SENTENCE_ENDS) and behind.strip()[:1].islower()
