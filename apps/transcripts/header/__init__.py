"""The header room: everything above the first word spoken.

Door: ``read_header``.  In: the lines of the page, and which of them begin with a label.  Out: a ``Header``, with the
number of lines that it takes, what it says of the event, and the lines that may name who speaks.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lines import Line
from . import words
from .bounds import MAX_HEADER_LINES, header_marks
from .cast import hosts, issued_by, listed, named_behind_key, read_entry
from .event_date import choose_dates
from .listing import read_topics
from .marks import Mark, mark
from .place import read_place
from .run_in import read_run_in
from .title import choose_title, headline, tidy, title_blocks

__all__ = ["Header", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the speech; ``size`` is the number of lines that it takes."""

    size: int
    title: str | None
    subtitle: tuple[str, ...]
    date: datetime.date | None
    updated: datetime.date | None
    location: str | None
    delivery: str | None
    excerpt: bool
    topics: tuple[str, ...]
    names_text: tuple[str, ...]
    """Lines that may name the people who speak, the most telling first."""
    hosts: tuple[str, ...]
    """Whom the header names as moderating."""
    cast: tuple[str, ...]
    """Whom it names besides, without an office."""
    doubts: tuple[tuple[int, str], ...]
    """Line number and sentence for whatever had to be chosen."""


def read_header(
    lines: Sequence[Line], labelled: Sequence[int], furniture: frozenset[int], language: str = "en"
) -> Header:
    """Read the lines before the speech.  ``labelled`` are the indexes of the labelled lines;
    ``language`` tells how ``05/06/2020`` is meant.
    """
    near = lines[: 2 * MAX_HEADER_LINES]
    speech_only = [line._replace(text="") if line.number in furniture else line for line in near]
    marks = header_marks(speech_only, labelled)
    marks = [mark(lines, at) if lines[at].number in furniture else one for at, one in enumerate(marks)]
    plain = [Mark.CHROME if line.number in furniture else one for line, one in zip(lines, marks, strict=False)]
    blocks = title_blocks(lines, plain)
    chosen = choose_title(blocks, has_chrome=any(one is Mark.CHROME for one in plain))
    if not chosen:
        chosen = headline(lines, plain)
    event, updated, doubts = choose_dates(lines, marks, language)
    title = tidy(" ".join(chosen), event) or None
    text = [line.text for line in lines[: len(marks)]]
    if not marks and (first := next((line for line in lines if not line.blank), None)):
        return _run_in(first)
    delivery = next((m["note"] for line in text if (m := _delivery(line))), None)
    return Header(
        size=len(marks),
        title=title,
        subtitle=tuple(chosen[1:]),
        date=event,
        updated=updated,
        location=read_place(lines, plain, chosen),
        delivery=" ".join(delivery.split()) if delivery else None,
        excerpt=any(words.EXCERPT.search(line) for line in text if len(line) < 300),
        topics=read_topics(lines, marks),
        names_text=tuple([title] if title else [])
        + tuple(
            _as_named(t, language)
            for t, one in zip(text, plain, strict=True)
            if one in _NAMING or words.SPEAKERS_KEY.match(t) or (one is Mark.KEY and read_entry(t))
        )
        + tuple(who for t, one in zip(text, plain, strict=True) if one is Mark.KEY and (who := named_behind_key(t)))
        + tuple(who for t in text if (who := issued_by(t))),
        hosts=tuple(hosts(text)),
        cast=tuple(
            name for t, one in zip(text, plain, strict=True) if one in _CAST and (name := listed(" ".join(t.split())))
        ),
        doubts=doubts + _corrected(lines[: len(marks)]),
    )


_INITIALS = re.compile(r"^([A-Z]{1,4})(?:\t+| {3,})(?=\S)")
"""``JL     Jo Lind``: a column of initials."""


_DON = re.compile(r"\bD(?P<a>\.?ª|ña)?\. (?=[A-ZÀ-Þ][^\W\d_]+ [A-ZÀ-Þ])")
"""``D. Jo Lind``, ``Dª. Ana Ruiz``: before a full name Don and Doña, in Spanish."""


def _as_named(line: str, language: str) -> str:
    """``Deputy Governor: Ana Ruiz`` as the office before a name, which it is."""
    line = _DON.sub(lambda m: "Doña " if m["a"] else "Don ", line) if language == "es" else line
    entry = read_entry(line)
    return line.replace(":", "", 1) if entry and entry.holds else _INITIALS.sub(r"\1: ", line.strip("*_# "))


def _corrected(lines: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    """``CORRECTED: Remarks by ...``: the source says so of itself."""
    first = next((line for line in lines if words.CORRECTED.match(line.text.strip("*_# "))), None)
    return ((first.number, "The source calls this a corrected transcript."),) if first else ()


def _run_in(first: Line) -> Header:
    """A header of no lines, with whatever the first line of the speech tells."""
    told = read_run_in(first.text)
    names = (told.title,) if told else ()
    return Header(
        size=0,
        title=told.title if told else None,
        subtitle=(),
        date=told.date if told else None,
        updated=told.updated if told else None,
        location=None,
        delivery=told.delivery if told else None,
        excerpt=False,
        topics=(),
        names_text=names,
        hosts=(),
        cast=(),
        doubts=(),
    )


def _delivery(line: str) -> re.Match[str] | None:
    text = line.strip("*_# ")[-200:]
    return words.DELIVERY.search(line) or words.DELIVERY_LINE.fullmatch(text) or words.DELIVERY_AT_END.search(text)


_CAST = (Mark.PLAIN, Mark.BULLET, Mark.KEY)
_NAMING = (Mark.PLAIN, Mark.BULLET, Mark.EDITORS)
