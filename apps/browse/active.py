"""The filters that are on, each with the way to take it off."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.formats import date_format

from apps.browse.filters import ConferenceFilter


@dataclass(frozen=True, slots=True)
class Active:
    """``url`` is the list without this filter."""

    name: str
    label: str
    value: Any
    shown: str
    url: str


def active_filters(filterset: ConferenceFilter, query: QueryDict) -> list[Active]:
    """What filters the list, in the order of the form.  Invalid values filter nothing and are not among them."""
    return [
        Active(name, _label(filterset, name), value, _shown(name, value), _without(query, name, value))
        for name, given in filterset.values.items()
        for value in (given if isinstance(given, list) else [given])
    ]


def _label(filterset: ConferenceFilter, name: str) -> str:
    return "Topic" if name == "topic" else str(filterset.filters[name].label)


def _shown(name: str, value: Any) -> str:
    return date_format(value, "j F Y") if name in {"date_after", "date_before"} else str(value)


def _without(query: QueryDict, name: str, value: Any) -> str:
    rest = QueryDict(mutable=True)
    for other, given in query.lists():
        if other != "page" and (other != name or name == "topic"):
            rest.setlist(other, [one for one in given if one and (other != name or one != value.slug)])
    return f"?{rest.urlencode()}"
