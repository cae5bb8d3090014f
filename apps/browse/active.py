"""The filters that are on, each with the way to take it off."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

from apps.browse.filters import ConferenceFilter
from apps.transcripts import Kind


@dataclass(frozen=True, slots=True)
class Active:
    """``url`` is the list without this filter; ``rest`` what is left of it where it has several values."""

    name: str
    label: str
    shown: str
    rest: list[Any]
    url: str


def active_filters(filterset: ConferenceFilter) -> list[Active]:
    """What filters the list, in the order of the form.  Invalid values filter nothing and are not among them."""
    found = []
    for name in filterset.filters:
        given = filterset.values.get(name) if name not in filterset.SHOWING else None
        for value in given if isinstance(given, list) else [given] if given else []:
            rest = filterset.without(name, value)
            label = str(filterset.filters[name].label)
            found.append(Active(name, label, _shown(name, value), rest, filterset.address(**{name: rest})))
    return found


def _shown(name: str, value: Any) -> str:
    if name in {"date_after", "date_before"}:
        return date_format(value, "j F Y")
    return str(value.value if isinstance(value, Kind) else value)
