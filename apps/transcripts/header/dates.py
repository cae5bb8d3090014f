"""Dates as the world prints them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .date_words import WEEKDAY

_MONTHS = (
    "january jan janvier janv enero ene januar jänner gennaio gen janeiro januari stycznia ledna januára",
    "february feb febr février févr fevr febrero februar feber febbraio fevereiro fev februari lutego února februára",
    "march mar mars marzo märz maerz mär mrz março maart marts mart marca března martie",
    "april apr avril avr abril abr aprile kwietnia dubna apríla nisan április aprilie",
    "may mai mayo maggio mag maio mei maj maja května mája mayıs május maig",
    "june jun juin junio juni giugno giu junho czerwca června júna haziran június iunie juny",
    "july jul juillet juil julio juli luglio lug julho lipca července júla temmuz július iulie juliol",
    "august aug août aout agosto ago augustus augusti sierpnia srpna augusta ağustos augusztus agost",
    "september sept sep septembre septiembre setiembre settembre setembro set września září septembra eylül setembre",
    "october oct octobre octubre oktober okt ottobre ott outubro out października října októbra ekim október octombrie",
    "november nov novembre noviembre novembro listopada listopadu novembra kasım noiembrie",
    "december dec décembre déc diciembre dic dezember dez dicembre dezembro grudnia prosince decembra desember aralık",
)
_MORE_MONTHS = (
    "января січня ocak tammikuuta január ianuarie gener",
    "февраля лютого şubat helmikuuta február februarie febrer",
    "марта березня maaliskuuta március març",
    "апреля квітня huhtikuuta",
    "мая травня toukokuuta",
    "июня червня kesäkuuta",
    "июля липня heinäkuuta",
    "августа серпня elokuuta",
    "сентября вересня syyskuuta szeptember septembrie",
    "октября жовтня lokakuuta",
    "ноября листопада marraskuuta",
    "декабря грудня joulukuuta decembrie desembre",
)
MONTHS: dict[str, int] = {
    name: number for table in (_MONTHS, _MORE_MONTHS) for number, names in enumerate(table, 1) for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"['’]?(?P<year>\d\d)(?=\W*$)"
"""``4 Dec 17``: two digits are a year only where nothing follows; elsewhere they are an hour."""
_DAY = r"(?P<day>[0-3]?\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|\.)?"
_UNTIL = r"(?P<until>(?:[-–—/]|\s(?:&|and|to|et|au|y|al|bis|und|e|a)\s)[0-3]?\d(?:st|nd|rd|th|er|\.)?)?"
"""``4–5 March 2019``, ``vom 4. bis 5. März``: the first day counts."""
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<![\d.]){_DAY}{_ORDINAL}{_UNTIL}[\s/-]*(?:de\s+|(?:day\s+)?of\s+)?{_MONTH},?[\s/-]*(?:del?\s+)?{_YEAR}",
        rf"\b{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?{_UNTIL}\s*,?\s*{_YEAR}",
        rf"(?<![\d.]){_DAY}{_ORDINAL}[\s/-]+{_MONTH},?[\s/-]+{_SHORT_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,\s+{_SHORT_YEAR}",
        rf"(?<!\d){_YEAR}\.?\s+{_MONTH}\s+{_DAY}(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>[01]?\d)\s*月\s*(?P<day>[0-3]?\d)\s*日",
        r"(?<![^\s:(|])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![^\s),.|])",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        r"(?<![\d./])(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, where it stands, whether day and month could be swapped (``05/06/2020``), or days follow it."""

    value: date
    start: int
    end: int
    ambiguous: bool = False
    several_days: bool = False


_WEEKDAYS = {
    start: number
    for number, starts in enumerate(
        (
            "mon lun seg", "tue die mar ter", "wed mit mer mié qua", "thu don jeu jue gio qui", "fri fre ven vie sex",
            "sat sam sab sáb son", "sun dim dom",
        )
    )
    for start in starts.split()
}  # fmt: skip


def find_dates(text: str, day_first: bool = False) -> list[FoundDate]:
    """All dates in a short text, from left to right.  ``day_first`` decides ``05/06/2020``."""
    found: list[FoundDate] = []
    for pattern in _PATTERNS:
        for m in pattern.finditer(text):
            if any(m.start() < other.end and other.start < m.end() for other in found):
                continue
            if one := _build(m, day_first):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def leading_date(text: str) -> int:
    """Where the title begins in ``Lund, 4 March 2019 - Remarks by ...``; 0 where no date stands before one."""
    found = find_dates(text[:120])
    if not found or not (found[0].start == 0 or text[: found[0].start].rstrip().endswith(",")):
        return 0
    rest = text[found[0].end :]
    title = rest.lstrip(" -–—:|")
    return len(text) - len(title) if title and rest[: len(rest) - len(title)].strip() else 0


def settle(found: FoundDate, text: str) -> FoundDate:
    """The same date, but for one that could be swapped the reading that falls on the weekday beside it."""
    named = WEEKDAY.search(text) if found.ambiguous else None
    if named is None:
        return found
    wanted = _WEEKDAYS.get(named[0][:3].casefold())
    day = found.value
    swapped = date(day.year, day.day, day.month)
    fits = [one for one in (day, swapped) if one.weekday() == wanted]
    return replace(found, value=fits[0], ambiguous=False) if len(fits) == 1 else found


def _build(m: re.Match[str], day_first: bool) -> FoundDate | None:
    parts = m.groupdict()
    year = int(parts["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    ambiguous = False
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        day_first = a > 12 or (day_first and b <= 12)
        day_first = day_first or (parts["sep"] == "." and len(parts["year"]) == 4 and b <= 12)
        ambiguous = a <= 12 and b <= 12 and a != b
        day, month = (a, b) if day_first else (b, a)
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if parts["month"].isdigit() else MONTHS.get(parts["month"].casefold(), 0)
    try:
        return FoundDate(date(year, month, day), m.start(), m.end(), ambiguous, bool(parts.get("until")))
    except ValueError:
        return None
