"""Where the speech ends: ``END 2:29 P.M. EST``, a contact block, the furniture of a web page."""

import datetime
import re
from collections.abc import Collection, Sequence

from .asides import why_aside
from .header.date_words import PUBLISHED, UPDATED, WEEKDAY
from .header.dates import find_dates
from .header.event_date import choose_dates
from .header.marks import Mark, mark
from .header.words import CHROME, EDITORS, is_time
from .labels import FoundLabels
from .lines import Line

_ENDED = (
    r"end of (?:the )?(?:(?:press|news|media) )?(?:recording|transcript|transcription|audio|video|file|call|briefing"
    r"|conference|interview|statement|remarks|session|event)|ends?|fin|fine|fim|ende|-?30-?"
    r"|(?:# {0,3}){3,}|\+{3,}|—?0{3}—?|[-_=]{3,}|(?:\* {0,3}){3,}"
    r"|contin[úu]\w+\W*|fin (?:de la |du |del |de l['’]|de )?(?:conférence(?: de presse)?|point presse"
    r"|point de presse|transcription|entretien|(?:rueda|conferencia)(?: de prensa)?|comparecencia|transcripción"
    r"|entrevista)"
    r"|fine (?:della conferenza(?: stampa)?|della trascrizione|dell['’]intervista)"
    r"|fim (?:da (?:entrevista|conferência|coletiva|transcrição)(?: (?:coletiva|de imprensa))?)"
    r"|schluss|(?:ende|schluss) (?:der (?:\w*konferenz|mitschrift|sitzung|aufzeichnung|übertragung|unterrichtung)"
    r"|des (?:interviews|gesprächs|transkripts))|fin de la transmisión|o{1,3}0o{1,3}"
)
_MARK = re.compile(
    rf"[(*\[–—-]{{0,3}} ?(?:{_ENDED})[)*\]-]{{0,3}}\W*"
    r"(?:(?:à |um |a las |at |alle |às )?\d{1,2}(?:[:.]\d\d| ?h ?\d\d| ?h\b| ?Uhr\b).{0,20})?$",
    re.I,
)
_SAID_ENDED = re.compile(
    r"[(\[]?(?:whereupon\b.{0,150}|(?:the )?(?:(?:press|news|media) )?(?:conference|briefing|meeting|call|interview)"
    r" (?:ended|concluded|closed|adjourned|was (?:concluded|adjourned|closed))\b.{0,60}"
    r"|la (?:séance|conférence de presse|réunion) (?:est levée|s['’]est (?:terminée|achevée)|prend fin)\b.{0,60}"
    r"|die (?:presse)?konferenz (?:endet|endete|ist beendet|wurde beendet)\b.{0,60}"
    r"|(?:se levanta la sesión|(?:concluye|termina|finaliza) la (?:rueda|conferencia) de prensa)\b.{0,60})",
    re.I,
)
"""``[Whereupon, at 2:30 p.m., the press conference was concluded.]``"""
_END = re.compile(
    r"[(\[*–—-]{0,3} ?(?:END|ENDS|End|Ends|FIN|Fin|ENDE|Ende|-?30-?|(?i:end of (?:the )?transcript))[)\]*-]{0,3}\W*$"
)
"""An end mark of its own, below which nobody speaks whatever the words are."""
_BUTTONS = frozenset(
    """
    share print tweet email menu search accept decline reject facebook twitter linkedin whatsapp instagram youtube
    partager imprimer teilen drucken suche compartir imprimir buscar comments tags
    """.split()
)
_TIME_CODE = re.compile(r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]? +(?=[(\[])")
_WORDS = re.compile(
    r"\b(?:tel\.?|phone|fax|e-?mail|website|www\.|https?://|(?:media|press) contacts?|contact us|find out more"
    r"|read more|related (?:links|content|documents|information|topics|articles|news|stories|pages)|more information"
    r"|reproduction is permitted|all rights reserved|fastscripts|transcript by|transcribed by|share this"
    r"|back to top|follow us|download"
    r"|tags?:|topics?:|copyright|tous droits réservés|mentions légales|plan du site|alle rechte vorbehalten"
    r"|impressum|datenschutz|todos los derechos|aviso legal|tutti i diritti)|^contacts?:?$"
    r"|^(?:latest|more|other) news$|^(?:artículos|noticias|contenidos?) relacionad[ao]s?$"
    r"|^(?:weitere|verwandte|ähnliche) (?:meldungen|artikel|beiträge|themen)$"
    r"|^(?:articles|contenus) (?:liés|similaires)$"
    r"|^[\w.+-]{1,40}@[\w.-]{3,60}$"
    r"|^contacts?\s?:.{0,60}(?:@|\d{3})|©"
    r"|^(?:rückfragen?(?:hinweis)?|(?:presse|medien)?kontakt|contactos?|contact presse|contatti)\s?:|\bpostfach\b"
    r"|^(?:más información|weitere informationen)\s?:|\bcase postale\b|\bapartado (?:postal|de correos)\b"
    r"|^\*{0,3}(?:corrected|revised|updated) (?:version|copy|transcript)\b",
    re.I,
)
_DATED = (Mark.DATE, Mark.UPDATED)
MAX_LINES = 60
LONGEST_LINE = 160
BELOW_CONTACT = 2
LONGEST_CONTACT = 60
LONGEST_PLACE = 4
"""Words before a date."""
MAX_BETWEEN = 8
"""Short lines, an address say, that may stand between two lines that only a footer has."""


def footer_start(lines: Sequence[Line], labels: FoundLabels) -> int:
    """Index of the first line of the footer; the number of lines where there is none.

    No footer goes beyond a labelled line, nor takes the speech below a label that fills its line.
    """
    labelled = labels.lines
    start = _below_end(lines, labelled)
    between = 0
    for at in range(start - 1, max(-1, start - 1 - MAX_LINES), -1):
        text = _TIME_CODE.sub("", lines[at].text.strip("\\ "))
        if not text:
            continue
        contact = (start - at <= BELOW_CONTACT and _is_contact(lines, at)) or _is_link(lines, at)
        if lines[at].number in labelled and not contact:
            return max(start, _first_said(lines, at, labels) + 1)
        if len(text) > LONGEST_LINE:
            break
        if lines[at].number in labels.listed or _is_footers(text):
            start, between = at, 0
        elif between < MAX_BETWEEN and text[-1] not in '.?!”"':
            between += 1
        else:
            break
    return start


def _below_end(lines: Sequence[Line], labelled: Collection[int]) -> int:
    """Index below the mark that ends the speech, if no label stands below it; else the number of lines."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - MAX_LINES), -1):
        if lines[at].number in labelled:
            break
        if _END.match(lines[at].text):
            return at + 1
    return len(lines)


def last_updated(lines: Sequence[Line], language: str) -> datetime.date | None:
    """When the page was last updated, as these lines of its footer say it: ``Page last updated: 31.10.2018``."""
    for line in lines:
        told = UPDATED.search(line.text) if len(line.text) <= LONGEST_LINE else None
        dates = find_dates(line.text[told.end() :], language != "en") if told else []
        if dates:
            return dates[0].value
    return None


def closing_date(lines: Sequence[Line], language: str) -> tuple[int, datetime.date] | None:
    """The line and day of a date that stands in the footer: below ``END 2:29 P.M. EST`` ``March 4, 2019``."""
    marks = [mark(lines, at) for at in range(len(lines))]
    day, _, _ = choose_dates(lines, [one if one in _DATED else Mark.BLANK for one in marks], language)
    for line, one in zip(lines, marks, strict=True):
        if day and one is Mark.DATE and any(found.value == day for found in find_dates(line.text, language != "en")):
            return line.number, day
    return None


def _first_said(lines: Sequence[Line], at: int, labels: FoundLabels) -> int:
    """Index of the line in which the speech begins whose label the line at ``at`` holds."""
    label = labels.by_line.get(lines[at].number, ())[-1:]
    if not label or label[0].wraps or label[0].end < len(lines[at].text):
        return at
    return next((below for below in range(at + 1, len(lines)) if not lines[below].blank), at)


def _is_contact(lines: Sequence[Line], at: int) -> bool:
    """``PRESS OFFICER: Ana Ruiz`` below the mark that ends the speech: a label's form, and nothing said."""
    text = lines[at].text
    short = len(text) <= LONGEST_CONTACT and text[-1] not in '.?!”"'
    return short and any(_MARK.match(line.text) for line in lines[max(0, at - MAX_BETWEEN) : at])


def _is_link(lines: Sequence[Line], at: int) -> bool:
    """``Harbour: the figures`` in a list below ``Related links:``."""
    for line in lines[at - 1 : max(0, at - MAX_BETWEEN) : -1]:
        if line.blank or line.text[-1] in ".?!":
            return False
        if line.text.endswith(":"):
            return _WORDS.match(line.text) is not None
    return False


def _is_footers(text: str) -> bool:
    """Whether only a footer has such a line."""
    return (
        is_time(text)
        or _is_dated(text)
        or why_aside(text) is not None
        or text.lower() in _BUTTONS
        or EDITORS.search(text) is not None
        or _SAID_ENDED.fullmatch(text) is not None
        or any(told is not None for told in (_MARK.match(text), _WORDS.search(text), CHROME.search(text)))
    )


def _is_dated(text: str) -> bool:
    """``Page last updated: 31.10.2018``, ``Published 4 March 2019``, ``Lund, 4 March 2019``, ``END  March 4, 2019``."""
    dates = find_dates(text) if len(text) <= LONGEST_CONTACT else []
    if not dates:
        return False
    before = text[: dates[0].start].rstrip()
    ended = _MARK.match(before.rstrip(" ,(–—-")) if before else None
    if ended or UPDATED.search(text) or PUBLISHED.match(text):
        return True
    alone = not before or before.endswith((",", "(")) or WEEKDAY.fullmatch(before) is not None
    return alone and before.count(" ") < LONGEST_PLACE and text[dates[-1].end :] in ("", ")")
