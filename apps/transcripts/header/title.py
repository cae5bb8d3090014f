"""The title, joined over its lines, and the parts that follow it."""

import datetime
import re
from collections.abc import Sequence

from ..labels.outlets import looks_like_outlet
from ..labels.who import shouts
from ..lines import Line
from ..tables import phrases_of
from . import date_words, words
from .dates import FoundDate, find_dates, leading_date
from .marks import Mark
from .subject_dates import follows_meeting, happened_then
from .towns import TOWNS

_TRAILING_PLACE = re.compile(r"\s+\|\s+.{2,60}$")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:and|of|by|the|with|in|on|at|for|to|y|de|et|und|desde|del|con|en|por|para|los|las|mit|der|des|im|vom|von|zur|zum"
    r"|du|aux?|avec|par|pour|sur)|\s/)$",
    re.I,
)
_PREFIX = re.compile(
    r"^(?:(?:full )?(?:transcript|title|event|subject|corrected|correction)\s*:\s*|speech\s+[–—|-]\s+(?=transcript of )"
    r"|(?-i:NOTE)\s+)",
    re.I,
)
_TRANSCRIPT_OF = re.compile(
    r"[*_# ]*(?:full |rush )?(?:transcript|transcripción|transcrição|mitschrift)\s*:(?: \S+){4}", re.I
)
_PLACE_AT_END = re.compile(r",? +[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}(?:, [A-ZÀ-Þ][\w.'’ -]{1,30})?")
_DANGLING = re.compile(r"(?:\s+(?:on|of|of the|del|de|du|le|vom|am|from|dated)|[\s,–—|(-])+$", re.I)
_WEEKDAY_AT_END = re.compile(rf"(?:[:,|(–—-]\s*|\b(?:on|am|le|el|vom|of)\s+){date_words.WEEKDAY.pattern}$", re.I)
_SET_APART = re.compile(rf"[,;:|(–—-]\s*(?:{date_words.WEEKDAY.pattern},?\s*)?(?:(?:on|le|am|el)\s+)?$", re.I)
_ENDED = re.compile(r"(?<!\S)[A-ZÀ-Þ]\S+ [A-ZÀ-Þ]\w+$")
"""A title may end in a name; the one word between it and the date is a town."""
_WRITER = re.compile(r"by [^,|]{3,40}[,|] ?(?P<outlet>[^,|]{3,40})", re.I)
_ENDS = ".?!:"
LONG_LINE = 48
LEAST_HEADLINE = 3
"""Spaces in a headline; fewer are a section of the site."""
_CONCERNS = re.compile(r"(?:in )?re: ", re.I)
"""``RE: HARBOUR FIRE`` below what it is about: a key that goes on with the title."""
SECTION_HEADS: frozenset[str] = phrases_of(
    """
    opening remarks | opening statement | opening statements | introductory remarks | introductory statement | remarks
    statement | statements | introduction | press conference | questions | q&a | questions and answers | q & a
    """
)
"""What stands in bold above a part of the speech, below title and date."""
_TOWN = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2},(?: [A-ZÀ-Þ][\w.'’-]*){1,3}")
_WORD = re.compile(r"[\w&'’-]+")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def title_blocks(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[str]]:
    """The plain lines of a header grouped into blocks, each a title with its continuations."""
    blocks: list[list[str]] = []
    previous = None
    for at, (line, one) in enumerate(zip(lines, marks, strict=False)):
        if (
            one is Mark.BLANK
            or words.RELEASE.fullmatch(line.text.strip("*_# "))
            or (blocks and Mark.DATE in marks[:at] and _is_section_head(line.text))
        ):
            continue
        if one is Mark.PLAIN or (one is Mark.KEY and (shouts(line.text) or _TRANSCRIPT_OF.match(line.text))):
            text = line.text.strip("*_# ")
            if (
                previous is not None
                and marks[previous] is Mark.PLAIN
                and (one is Mark.PLAIN or _CONCERNS.match(text))
                and not _is_writers(text)
                and _continues(blocks[-1][-1], text, at - previous == 1)
                and not (" " not in text and marks[at + 1 : at + 2] == [Mark.DATE] and _ENDED.search(blocks[-1][-1]))
            ):
                blocks[-1].append(text)
            else:
                blocks.append([text])
        previous = at
    return blocks


def _is_section_head(text: str) -> bool:
    """``**Opening remarks**``: it heads a part of the speech, not the page."""
    return text.startswith(("**", "__", "##")) and text.strip("*_#: ").casefold() in SECTION_HEADS


def choose_title(blocks: Sequence[list[str]], has_chrome: bool) -> list[str]:
    """The block that is the title: its first line, and the parts that follow it (``by ...``, ``with ...``)."""
    named = [block for block in blocks if words.EVENT.search(words.BRIEFING_ROOM.sub("", " ".join(block)))]
    led = [block for block in named if not words.CONTINUES_TITLE.match(block[0])] or named
    undated = [block for block in led if not find_dates(block[0])[:1] or find_dates(block[0])[0].start > 0]
    if undated and is_genre(" ".join(undated[0])):
        return _telling([] if has_chrome else blocks, undated)
    others = [] if has_chrome else [block for block in blocks if not _is_place(block) and _LETTERS.search(block[0])]
    headed = [block for block in others if not _is_letterhead(block)]
    return (undated or led or headed or others or [[]])[0]


def headline(lines: Sequence[Line], marks: Sequence[Mark]) -> list[str]:
    """The line right above the date, where a page's menus stand above and no line names the event."""
    date = next((at for at, one in enumerate(marks) if one is Mark.DATE), 0)
    above = next((at for at in reversed(range(date)) if marks[at] is not Mark.BLANK), None)
    if above is None or marks[above] not in (Mark.PLAIN, Mark.KEY):
        return []
    text = lines[above].text.strip("*_# ")
    known = any(key.match(text) for key in (words.SPEAKERS_KEY, words.PLACE_KEY, words.HEADER_KEY))
    told = known or date_words.PUBLISHED.search(text) or _is_place([text])
    return [text] if text.count(" ") >= LEAST_HEADLINE and not told else []


def is_genre(title: str) -> bool:
    """``Press conference transcript``: what kind of text it is, not which event."""
    return {word.casefold() for word in _WORD.findall(tidy(title))} <= words.GENRE_WORDS


def _telling(blocks: Sequence[list[str]], named: Sequence[list[str]]) -> list[str]:
    """What tells more than a genre: another title, or the line that heads the page; else the genre."""
    other = next((block for block in named if not is_genre(" ".join(block))), None)
    above = [block for block in blocks[: blocks.index(named[0])] if _LETTERS.search(block[0])] if blocks else []
    long = (block for block in above if block[0].count(" ") >= LEAST_HEADLINE and "," not in block[0])
    head = next(long, None) or next((block for block in blocks if _LETTERS.search(block[0])), None)
    if other or head is None or head is named[0] or is_genre(" ".join(head)):
        return other or named[0]
    text = " ".join(head)
    bodies = (words.PUBLISHER, words.PLACE, words.PERSON, words.MASTHEAD, date_words.PUBLISHED)
    place = "," in text or text.casefold() in TOWNS
    return named[0] if place or any(body.search(text) for body in bodies) else head


def tidy(title: str, event: datetime.date | None = None) -> str:
    """A title without "(Excerpts)", delivery note, the ``event``'s date and place at its end."""
    title = words.DELIVERY.sub("", _PREFIX.sub("", title))
    title = words.DELIVERY_AT_END.sub("", words.EXCERPT.sub("", title))
    if words.EVENT.search(title[(begins := leading_date(title)) :]):
        title = title[begins:]
    dates = find_dates(title) if len(title) < 400 else []
    if dates and title[: dates[-1].start].endswith(", ") and _is_tail(title[dates[-1].end :]):
        title = title[: dates[-1].end]
    if dates and len(title) - dates[-1].end <= 2 and not _is_subjects(title, dates[-1], event):
        title = _DANGLING.sub("", _WEEKDAY_AT_END.sub("", _DANGLING.sub("", title[: dates[-1].start])))
    if "|" in title:
        title = _TRAILING_PLACE.sub("", title)
    return " ".join(title.split()).strip(" –—-|:,")


def _is_subjects(title: str, found: FoundDate, event: datetime.date | None) -> bool:
    """Whether a date at the end of a title tells of its subject and not when the event was."""
    before, behind = title[: found.start], title[found.end :]
    other_day = event not in (None, found.value) and not _SET_APART.search(before)
    return other_day or happened_then(before, behind) or follows_meeting(before, behind)


def _is_tail(text: str) -> bool:
    """``, Lund`` behind the date: a place, and nothing of the event."""
    return _PLACE_AT_END.fullmatch(text) is not None and not any(
        one.search(text) for one in (words.EVENT, words.PERSON, words.PUBLISHER)
    )


def _is_writers(text: str) -> bool:
    """``By Jo Lind, Daily Post``: who wrote the page, and not who speaks."""
    m = _WRITER.fullmatch(text)
    return m is not None and looks_like_outlet(m["outlet"])


def _continues(above: str, text: str, adjacent: bool) -> bool:
    if adjacent and (text[0] in '“"«„' or (text[0].islower() and above[-1] not in _ENDS)):
        return True
    begins_small = text[0].islower() or text.isupper() or adjacent
    if (
        begins_small
        and words.CONTINUES_TITLE.match(text)
        and not (words.PLACE.search(text) and not words.EVENT.search(text) and _starts_place(text))
    ):
        return True
    if not adjacent:
        return False
    if words.EVENT.search(above) and words.EVENT.search(text) and not _UNFINISHED.search(above):
        return False
    if words.MASTHEAD.match(text) or {word.casefold() for word in _WORD.findall(text)} <= words.GENRE_WORDS:
        return False
    return _UNFINISHED.search(above) is not None or (
        len(above) > LONG_LINE and not _is_place([text]) and not _is_town(text)
    )


def _is_town(text: str) -> bool:
    """``Lund, Norland``: a place on its own line."""
    return _TOWN.fullmatch(text) is not None and not words.PERSON.search(text) and not words.EVENT.search(text)


def _starts_place(text: str) -> bool:
    return text[:1].isupper() and text.split(maxsplit=1)[0].casefold() in ("aboard", "en", "via", "the")


def _is_letterhead(block: Sequence[str]) -> bool:
    """``Republic of Norland``, ``Ministry of Health``: who publishes the page."""
    return words.MASTHEAD.match(block[0]) is not None and not any(words.EVENT.search(text) for text in block)


def _is_place(block: Sequence[str]) -> bool:
    return all(words.PLACE.search(text) for text in block) and not any(words.EVENT.search(text) for text in block)
