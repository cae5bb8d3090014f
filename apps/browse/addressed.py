"""The conference that an address of the site is of."""

import datetime
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q
from django.http import Http404

from apps.conferences.models import Conference, ConferenceAddress, Source
from apps.conferences.prepared import Given, Prepared


def addressed(date: datetime.date | None, slug: str) -> Conference:
    """By its address, now or earlier; another day's leads there too, if one conference only has the slug.

    Raises Http404 where there is none.  At hand are those of its columns that pages show, and its source.
    """
    if date and (rows := _dated()(date=date, slug=slug)):  # as a rule
        return _conference(*rows)
    known = Conference.objects.select_related("source").defer("source_text")
    there = {"event_date": date, "slug": slug}
    earlier = Q(pk__in=ConferenceAddress.objects.filter(**there).values("conference"))
    found = list(known.filter(**there)) or list(known.filter(earlier)) or list(known.filter(slug=slug)[:2])
    if len(found) != 1:
        raise Http404("There is no such conference.")
    return found[0]


def _conference(row: tuple[Any, ...]) -> Conference:
    found = Conference.from_db(DEFAULT_DB_ALIAS, _SHOWN, row[: len(_SHOWN)])
    found.source = Source.from_db(DEFAULT_DB_ALIAS, _OF_SOURCE, row[len(_SHOWN) :])
    return found


_SHOWN = [
    *("id", "source_id", "slug", "title", "subtitle", "event_date", "updated", "location", "delivery", "is_excerpt"),
    *("language", "source_url", "word_count"),
]
_OF_SOURCE = ["id", "name", "slug"]
"""Both in the order of the models' fields, as ``from_db`` takes them."""


@cache
def _dated() -> Prepared:
    """No two are of the same day and slug."""
    there = Conference.objects.filter(event_date=Given("date"), slug=Given("slug")).order_by()
    return Prepared(there.values_list(*_SHOWN, *(f"source__{field}" for field in _OF_SOURCE)))
