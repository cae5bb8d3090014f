"""Who vouches for a topic, in words."""

from collections.abc import Iterable

from apps.annotations.conference_topics import ConferenceTopic
from apps.annotations.models import Tag


def by_voucher(topics: Iterable[ConferenceTopic]) -> list[tuple[str, list[ConferenceTopic]]]:
    """A conference's topics under what stands for them: the source first, then people, then suggestions."""
    groups: dict[str, list[ConferenceTopic]] = {"From the source": [], "Confirmed": [], "Suggested": []}
    for about in topics:
        groups[_voucher(about)].append(about)
    return [(words, found) for words, found in groups.items() if found]


def _voucher(about: ConferenceTopic) -> str:
    if about.status == Tag.Status.SUGGESTED:
        return "Suggested"
    return "From the source" if about.origin == Tag.Origin.SOURCE else "Confirmed"
