"""Where the conference took place: ``James S. Brady Press Briefing Room``, ``Brussels, Belgium``."""

import re
from collections.abc import Sequence

from ..labels.outlets import PLACES
from ..lines import Line
from . import words
from .dateline import is_named_place, place_beside_date
from .marks import Mark
from .subject_dates import is_happening
from .towns import TOWNS

_PART = r"[A-ZÀ-Þ][\w.'’ -]{1,30}"
_PARTS = re.compile(r"\s+[|•·]\s+")
_CITY_COUNTRY = re.compile(rf"{_PART}(?:,\s+{_PART}){{1,2}}$")

_OFFICE_OF = re.compile(r"\boffice (?:of|for)\b|['’]s office\b", re.I)
"""Whose office it is stands there: who publishes, not where."""
_SCORE = re.compile(r"[-–—] ?\d{1,3}[,;] [^\d]+ [-–—] ?\d{1,3}$")
"""``Lund City - 3, North Harbour - 1``: how a match ended."""
_SECTION = re.compile(
    r"(?:media|press|news) ?(?:cent(?:re|er)|room)|(?:salle|espace|centre) (?:de )?presse|sala (?:de prensa|stampa)"
    r"|sala de imprensa|presse(?:zentrum|raum|saal)",
    re.I,
)
"""What a part of a web site is called, too."""
_PRESS_ROOM = re.compile(r"(?:media|press) (cent(?:re|er)|room)", re.I)
LONG_PARAGRAPH = 3
_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_HERE = (
    r"here in|back in|welcome to|(?:to|you) be in|we(?: are|['’]re) in|i(?: am|['’]m) in|ici à|sommes à|suis à"
    r"|aquí en|estamos en|hier in|willkommen in|qui a|siamo a|aqui em|estamos em"
)
_EDGE = ("", Mark.BLANK)
OPENING = 60
"""Lines of the speech in which whoever opens it says where everybody is."""


def read_place(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> str | None:
    """The paragraph of the header that names a place, its lines joined by a comma; not one of the title's own lines.

    A key such as ``Venue:`` says it, ``City, Country`` counts before a mere building, which may be the publisher's
    address, above all above the title, and both before a place printed beside the date.
    """
    for line, one in zip(lines, marks, strict=False):
        for part in _PARTS.split(line.text.strip("*_# ")) if one in (Mark.KEY, Mark.DATE) else ():
            if m := words.PLACE_KEY.match(part):
                return " ".join(m["place"].strip("*_ ").split())
    places = _places(lines, marks, title)
    head = next((at for at, line in enumerate(lines[: len(marks)]) if line.text.strip("*_# ") in title), 0)
    calm = [one for one in (_places(lines[head:], marks[head:], title) or places) if not one[0].isupper()]
    calm = calm or [one for one in places if not one[0].isupper()] or places
    chosen = next((one for one in places if _has_city(one)), calm[0] if calm else None)
    if chosen:
        return ", ".join(line.rstrip(",") for line in chosen)
    return (
        place_beside_date(lines, marks) or _town_beside_date(lines, marks, title) or _place_behind_event(lines, marks)
    )


def _places(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> list[Sequence[str]]:
    paragraphs = map(_places_among, _joined(_paragraphs(lines, marks, title)))
    return [paragraph for paragraph in paragraphs if _is_place(paragraph)]


def _places_among(paragraph: Sequence[str]) -> Sequence[str]:
    """The lines of a long paragraph that name a place, where others name people and teams."""
    if len(paragraph) < LONG_PARAGRAPH:
        return paragraph
    told = [line for line in paragraph if _is_place([line]) and not words.PERSON.search(line)]
    return told or paragraph


def _place_behind_event(lines: Sequence[Line], marks: Sequence[Mark]) -> str | None:
    """``Media availability – Gatineau, Quebec``: what stands behind a dash in the line that names the event."""
    for line, one in zip(lines, marks, strict=False):
        event, dash, place = line.text.strip("*_# ").rpartition(" – ") if one is Mark.PLAIN else ("", "", "")
        event, dash, place = (event, dash, place) if dash else line.text.strip("*_# ").rpartition(" — ")
        town = place.rpartition(", ")[2].casefold() in PLACES | TOWNS
        told = (
            dash
            and words.EVENT.search(event)
            and not words.EVENT.search(place)
            and is_named_place(_PRESS_ROOM.sub(r"\1", place))
        )
        if one is Mark.PLAIN and told and (town or words.PLACE.search(place)):
            return place
    return None


def _town_beside_date(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> str | None:
    """A line of its own above or below a date that may be a town nobody knows, if the speech says ``here in`` it."""
    full = [(line.text.strip("*_#() "), one) for line, one in zip(lines, marks, strict=False) if one is not Mark.BLANK]
    dated = (Mark.DATE, Mark.TIME)
    beside = [
        text
        for (_, above), (text, one), (_, below) in zip([_EDGE, *full], full, [*full[1:], _EDGE], strict=False)
        if one is Mark.PLAIN and (above in dated or below in dated) and _TOWN.fullmatch(text) and text not in title
    ]
    speech = "\n".join(line.text for line in lines[len(marks) : len(marks) + OPENING]) if beside else ""
    return next((text for text in beside if _says_here(text, speech)), None)


def _says_here(town: str, speech: str) -> bool:
    return re.search(rf"\b(?i:{_HERE})\s+(?i:{re.escape(town)})\b", speech) is not None


def _has_city(paragraph: Sequence[str]) -> bool:
    return any(_CITY_COUNTRY.match(line) for line in paragraph)


def _is_place(paragraph: Sequence[str]) -> bool:
    text = ", ".join(paragraph)
    if " | " in text or _SECTION.fullmatch(text) or any(one.search(text) for one in (_SCORE, _OFFICE_OF)):
        return False
    if text.casefold().startswith("via "):
        return True
    if not paragraph or words.PERSON.search(text) or is_happening(text):
        return False
    if any(words.PLACE.search(line) for line in paragraph):
        return True
    if len(paragraph) == 1 and text.casefold() in TOWNS:
        return True
    return _has_city(paragraph) and not words.PUBLISHER.search(text)


def _names_event(text: str) -> bool:
    return not text.casefold().startswith("via ") and bool(words.EVENT.search(words.BRIEFING_ROOM.sub("", text)))


def _joined(paragraphs: Sequence[list[str]]) -> list[list[str]]:
    """A building and, as the next paragraph, its ``City, Country`` are one place."""
    result: list[list[str]] = []
    for paragraph in paragraphs:
        above = result[-1] if result else []
        if len(paragraph) == 1 and _has_city(paragraph) and _is_building(above, paragraph[0]):
            above.extend(paragraph)
        else:
            result.append(list(paragraph))
    return result


def _is_building(paragraph: Sequence[str], city: str) -> bool:
    """Whether the city below belongs to it: in capitals it may be the publisher, but not above a city in capitals."""
    alike = len(paragraph) == 1 and (city.isupper() or not paragraph[0].isupper())
    return alike and _is_place(paragraph) and not _has_city(paragraph)


def _paragraphs(lines: Sequence[Line], marks: Sequence[Mark], title: Sequence[str]) -> list[list[str]]:
    """The plain lines, cut at blank lines, at lines of another kind and at those that name the event.

    An empty paragraph stands for whatever else is between two of them.
    """
    result: list[list[str]] = []
    open_paragraph = False
    for line, one in zip(lines, marks, strict=False):
        text = " ".join(line.text.strip("*_#() ").split())
        if one is not Mark.PLAIN or line.text.strip("*_# ") in title or _names_event(text):
            open_paragraph = False
            if one is not Mark.BLANK:
                result.append([])
            continue
        if not open_paragraph:
            result.append([])
            open_paragraph = True
        if text and not words.MASTHEAD.match(text):
            result[-1].append(text)
    return result
