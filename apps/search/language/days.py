"""Dates as they are typed: a year, a month or a day."""

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


def first_day(text: str) -> date | None:
    """The first day of ``2019``, ``2019-05`` or ``2019-05-04``; None if it is no date."""
    found = _DATE.fullmatch(text)
    try:
        return date(*(int(part or 1) for part in found.groups())) if found else None
    except ValueError:
        return None
