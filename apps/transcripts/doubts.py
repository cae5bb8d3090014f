"""What the parser doubts, told to whoever imports: one sentence each, with a line number."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .header import Header
from .labels import FoundLabels
from .lines import Line
from .transcript import Note
from .turns import Block

_SENTENCE_ENDS = (".", "?", "!", "”", '"', ")", "]", "…", ":", "-", "—", "*", "_", "=")


def doubts(
    header: Header,
    labels: FoundLabels,
    blocks: Sequence[Block],
    lines: Sequence[Line],
    left_open: Mapping[str, Sequence[str]],
) -> list[Note]:
    """Notes without text: they only comment on lines that header and turns hold."""
    found = [Note(line, "", message) for line, message in header.doubts]
    if header.date is None:
        found.append(Note(1, "", "No date was found in the header."))
    if not blocks:
        found.append(Note(1, "", "No speech was found: the whole text was taken for a header."))
    found += [
        Note(number, "", f"“{label.printed}” looks like a speaker's label but was left in the speech.")
        for number, label in labels.doubtful.items()
        if number > header.size
    ]
    found += _about_blocks(blocks, lines, left_open)
    return found


def _about_blocks(blocks: Sequence[Block], lines: Sequence[Line], left_open: Mapping[str, Sequence[str]]) -> list[Note]:
    found: list[Note] = []
    times = Counter(block.label.key for block in blocks if block.label)
    told: set[str] = set()
    for block in blocks:
        label = block.label
        if label is None:
            continue
        above = lines[block.first_line - 2].text if block.first_line > 1 else ""
        if times[label.key] == 1 and above and not above.endswith(_SENTENCE_ENDS) and label.start == 0:
            message = (
                f"“{label.printed}” is printed once and in the middle of a sentence; it may be no speaker's label."
            )
            found.append(Note(block.first_line, "", message))
        holders = left_open.get(label.key, ())
        if len(holders) > 1 and label.key not in told:
            told.add(label.key)
            message = f"“{label.printed}” could be {' or '.join(holders)}; the name was left as printed."
            found.append(Note(block.first_line, "", message))
    return found
