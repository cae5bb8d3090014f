"""Who and what a conference names, beside its text."""

from itertools import groupby
from typing import NamedTuple

from apps.annotations.models import Mention
from apps.conferences.links import link
from apps.conferences.models import Conference

PLURAL = {
    "person": "People",
    "organisation": "Organisations",
    "country": "Countries",
    "place": "Places",
    "group": "Groups",
    "treaty": "Treaties and laws",
    "weapon": "Weapons",
}


class Named(NamedTuple):
    """``times`` is how often."""

    name: str
    url: str
    times: int


def named_here(conference: Conference) -> list[tuple[str, list[Named]]]:
    """By kind, in words, the entities that it names.  One query."""
    told = Mention.objects.shown().in_conference(conference).named()
    url = link("browse:entity", "{}").format
    found = {
        kind: [Named(one["name"], url(one["what"]), one["times"]) for one in some]
        for kind, some in groupby(told, key=lambda one: one["kind"])
    }
    return [(words, found[kind]) for kind, words in PLURAL.items() if kind in found]
