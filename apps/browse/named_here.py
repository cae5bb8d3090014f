"""Who and what a conference names, beside its text."""

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from apps.annotations.models import Mention
from apps.conferences.links import link
from apps.conferences.models import Conference
from apps.conferences.prepared import Given, Prepared

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
    told, url = _told()(conference=conference.pk), link("browse:entity", "{}").format
    found = {
        kind: [Named(name, url(what), times) for _, what, name, times in some]
        for kind, some in groupby(told, key=itemgetter(0))
    }
    return [(words, found[kind]) for kind, words in PLURAL.items() if kind in found]


@cache
def _told() -> Prepared:
    mentions = Mention.objects.shown().filter(turn__conference=Given("conference"))
    return Prepared(mentions.named().values_list("kind", "what", "name", "times"))
