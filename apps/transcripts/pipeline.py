"""From bytes to Transcript: the rooms in the order that the data passes through them."""

from .exchanges import number_exchanges
from .header import read_header
from .kinds import tell_kinds
from .labels import find_labels
from .language import detect
from .layout import furniture, is_wrapped
from .lines import Line, split
from .reading import read
from .speakers import identify
from .transcript import HeaderLine, Note, Transcript, Turn
from .turns import cut


def parse(data: bytes) -> Transcript:
    """Parse the bytes of one transcript file.

    Never loses a line and never guesses a name: what is not understood is in ``notes``.
    Raises TranscriptError, and nothing else, for bytes that are no plain text.
    """
    text = read(data)
    lines = split(text)
    page_heads = furniture(lines)
    labels = find_labels(lines)
    header = read_header(lines, None if labels.first is None else labels.first - 1, page_heads)
    blocks, aside = cut(lines[header.size :], labels.by_line, page_heads)
    wrapped = is_wrapped(lines)
    texts = [block.text(wrapped) for block in blocks]
    identities = identify(blocks, texts, header)
    kinds = tell_kinds(identities, texts)
    exchanges = number_exchanges(kinds, [who.name or who.organisation for who in identities], texts)
    turns = tuple(
        Turn(
            kind=kind,
            label=block.label.printed if block.label else None,
            speaker=who.name,
            organisation=who.organisation,
            role=who.role,
            text=text_of_turn,
            first_line=block.first_line,
            last_line=block.last_line,
            exchange=exchange,
            time=block.label.time if block.label else None,
        )
        for block, text_of_turn, who, kind, exchange in zip(blocks, texts, identities, kinds, exchanges, strict=True)
    )
    head = lines[: header.size]
    notes = aside + [Note(line, "", message) for line, message in header.doubts]
    notes += [
        Note(n, "", f"“{label.printed}” looks like a speaker's label but was left in the speech.")
        for n, label in labels.doubtful.items()
        if n > header.size
    ]
    if header.date is None:
        notes.append(Note(1, "", "No date was found in the header."))
    if not turns:
        notes.append(Note(1, "", "No speech was found: the whole text was taken for a header."))
    return Transcript(
        title=header.title,
        subtitle=header.subtitle,
        date=header.date,
        updated=header.updated,
        location=header.location,
        delivery=header.delivery,
        excerpt=header.excerpt,
        language=detect(text),
        source_topics=header.topics,
        header=tuple(_header_line(line) for line in head if not line.blank),
        turns=turns,
        notes=tuple(sorted(notes, key=lambda note: note.line)),
        text=text,
    )


def _header_line(line: Line) -> HeaderLine:
    return HeaderLine(line.number, line.raw)
