"""From bytes to Transcript: the rooms in the order that the data passes through them."""

from dataclasses import replace

from .asides import asides
from .doubts import doubts
from .exchanges import number_exchanges
from .footer import closing_date, footer_start, last_updated
from .header import read_header
from .kinds import tell_kinds
from .labels import find_labels
from .language import UNKNOWN, detect
from .layout import is_wrapped, time_codes
from .lines import split
from .memory import without_collector
from .page_heads import furniture
from .reading import read
from .set_apart import set_apart
from .speakers import identify
from .transcript import HeaderLine, Note, Transcript, Turn
from .turns import PAGE_HEAD, cut


def parse(data: bytes) -> Transcript:
    """Parse the bytes of one transcript file.

    Never loses a line and never guesses a name: what is not understood is in ``notes``.
    Raises TranscriptError, and nothing else, for bytes that are no plain text.
    """
    with without_collector():
        text, notes = read(data)
        return _parse(text, notes)


def _parse(text: str, guessed: tuple[Note, ...]) -> Transcript:
    language = detect(text)
    lines = split(text)
    page_heads = furniture(lines)
    beside = dict.fromkeys(page_heads, PAGE_HEAD) | asides(lines)
    page = [line for line in lines if line.number not in beside]
    labels = find_labels(page)
    labelled = [at for at, line in enumerate(lines) if line.number in labels.by_line]
    header = read_header(lines, labelled, page_heads, language)
    body = lines[header.size :]
    end = footer_start(body, labels)
    beside |= set_apart(body[:end], labels.lines)
    if header.date is None and (closing := closing_date(body[end:], language)):
        line, day = closing
        header = replace(header, date=day, doubts=(*header.doubts, (line, "The date stands only below the speech.")))
    beside |= dict.fromkeys(time_codes(lines), PAGE_HEAD)
    blocks, aside = cut(body, labels.by_line, beside, end, labels.listed)
    wrapped = is_wrapped(page)
    texts = [block.text(wrapped) for block in blocks]
    identities, left_open = identify(blocks, texts, header, "\n".join(note.text for note in aside))
    kinds = tell_kinds(identities, texts)
    exchanges = number_exchanges(kinds, [who.name or who.organisation for who in identities], texts)
    turns = tuple(
        Turn(
            kind=kind,
            label=(block.label.printed or None) if block.label else None,
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
    notes = [*guessed, *aside, *doubts(header, labels, blocks, left_open)]
    if language == UNKNOWN:
        notes.append(Note(1, "", "The language of this text is not known; it is kept as “und”, undetermined."))
    return Transcript(
        title=header.title,
        subtitle=header.subtitle,
        date=header.date,
        updated=header.updated or last_updated(body[end:], language),
        location=header.location,
        delivery=header.delivery,
        excerpt=header.excerpt,
        language=language,
        source_topics=header.topics,
        header=tuple(HeaderLine(line.number, line.raw) for line in lines[: header.size] if line.text or line.margin),
        turns=turns,
        notes=tuple(sorted(notes, key=lambda note: note.line)),
        text=text,
    )
