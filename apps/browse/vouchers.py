"""Who vouches for a topic, and which topics to show of many."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from apps.annotations.conference_topics import ConferenceTopic
from apps.annotations.models import Tag

MOST_SUGGESTED, MOST_SUGGESTED_IN_LISTS = 5, 3


@dataclass(frozen=True, slots=True)
class Vouched:
    """Topics under what stands for them, in words; ``rest`` is what is shown only when asked for."""

    words: str
    shown: list[ConferenceTopic]
    rest: list[ConferenceTopic]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A conference's topics in a list, and how many its own page has beside them."""

    shown: list[ConferenceTopic]
    more: int


def by_voucher(topics: Iterable[ConferenceTopic]) -> list[Vouched]:
    """A conference's topics: from the source first, then those people confirmed, then the best few suggestions."""
    order = ["From the source", "Confirmed", "Suggested"]
    groups = groupby(sorted(topics, key=lambda about: order.index(_voucher(about))), key=_voucher)
    split = ((words, list(found), MOST_SUGGESTED if words == "Suggested" else None) for words, found in groups)
    return [Vouched(words, found[:most], found[most:] if most else []) for words, found, most in split]


def shortlist(topics: Iterable[ConferenceTopic], sought: Iterable[int] = ()) -> Shortlist:
    """All that somebody vouches for, and the best few suggestions; those sought (by id), or below one, come first."""
    ids = set(sought)

    def rank(about: ConferenceTopic) -> tuple[bool, bool]:
        return about.status == Tag.Status.SUGGESTED, ids.isdisjoint({about.topic.pk, about.topic.parent_id})

    ranked = sorted(topics, key=rank)
    vouched = sum(about.status != Tag.Status.SUGGESTED for about in ranked)
    shown = ranked[: vouched + MOST_SUGGESTED_IN_LISTS]
    return Shortlist(shown, len(ranked) - len(shown))


def _voucher(about: ConferenceTopic) -> str:
    if about.status == Tag.Status.SUGGESTED:
        return "Suggested"
    return "From the source" if about.origin == Tag.Origin.SOURCE else "Confirmed"
