"""What each filter offers, with how many each choice would leave under the other filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from apps.browse.filters import NOUNS, STATUSES, ConferenceFilter
from apps.browse.items import Item, by_id
from apps.browse.quick import Quick
from apps.search.schema import KINDS

MOST_SHOWN, MOST_LISTED = 8, 100
FACETS = ("topic", "speaker", "outlet", "entity", "source", "kind", "status", "year")
Counts = Mapping[int, int]
"""By id (place in ``KINDS``, ``Status``, year), the highest first."""


@dataclass(frozen=True, slots=True)
class Choice(Quick):
    """One thing to choose; ``count`` is how many it leaves."""

    id: int
    value: str
    name: str
    count: int
    chosen: bool
    below: "list[Choice]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Facet(Quick):
    """The choices of one filter.  ``more``: the address of all of them, where these are not all.

    ``begins`` is None unless this is a long list of names, to be looked through by their beginnings.
    ``errors`` say what of the address could not be taken.  ``cut``: there are more than even a long list shows.
    """

    name: str
    label: str
    choices: list[Choice]
    more: str
    begins: str | None
    errors: Any
    cut: bool = False

    @property
    def chosen(self) -> bool:
        return any(choice.chosen or any(below.chosen for below in choice.below) for choice in self.choices)


def facets(filterset: ConferenceFilter, counts: Mapping[str, Counts], opened: Mapping[str, str]) -> list[Facet]:
    """All that are counted: what is chosen, then what leaves the most.  One query.

    The ``opened`` ones are long lists, of names with words that begin as they say.
    """
    wanted: dict[str, list[int] | None] = {
        name: None if opened.get(name) else list(counts[name])[: MOST_SHOWN if name not in {"topic", *opened} else None]
        for name in NOUNS
        if name in counts
    }
    named = by_id(wanted, opened)
    return [
        _facet(filterset, name, counts[name], named.get(name, {}), opened.get(name))
        for name in FACETS
        if name in counts
    ]


def _facet(filterset: ConferenceFilter, name: str, counts: Counts, named: dict[int, Item], opened: str | None) -> Facet:
    label, chosen = str(filterset.filters[name].label), filterset.values.get(name, [])
    errors, cut = filterset.form[name].errors, False
    if name == "topic" and opened is None:
        return Facet(name, label, _tree(counts, named, chosen), "", None, errors)
    if name in NOUNS:
        rest = [named[pk] for pk in counts if pk in named and named[pk] not in chosen]
        cut = opened is not None and len(rest) > MOST_LISTED
        items = [*chosen, *rest[: MOST_LISTED if opened is not None else MOST_SHOWN]]
        choices = [Choice(item.id, item.slug, item.name, counts.get(item.id, 0), item in chosen) for item in items]
    else:
        choices = _FIXED[name](counts, chosen)
        choices = choices if opened is not None else _first(choices)
    more = opened is None and len(counts) > sum(choice.count > 0 for choice in choices)
    url = f"{filterset.address()}&facet={name}" if more else ""
    return Facet(name, label, choices, url, opened if name in NOUNS else None, errors, cut)


def _first(choices: list[Choice]) -> list[Choice]:
    return [choice for at, choice in enumerate(choices) if at < MOST_SHOWN or choice.chosen]


def _years(counts: Counts, chosen: list[int]) -> list[Choice]:
    years = sorted({*counts, *chosen}, reverse=True)
    return [Choice(year, str(year), str(year), counts.get(year, 0), year in chosen) for year in years]


def _kinds(counts: Counts, chosen: list[Any]) -> list[Choice]:
    return [
        Choice(at, str(kind), kind.capitalize(), counts.get(at, 0), kind in chosen)
        for at, kind in enumerate(KINDS)
        if at in counts or kind in chosen
    ]


def _statuses(counts: Counts, chosen: str) -> list[Choice]:
    words: dict[str, str] = dict(ConferenceFilter.base_filters["status"].extra["choices"])
    return [
        Choice(status, value, words[value], counts.get(status, 0), value == chosen)
        for value, status in STATUSES.items()
    ]


_FIXED: dict[str, Any] = {"year": _years, "kind": _kinds, "status": _statuses}


def _tree(counts: Counts, named: dict[int, Item], chosen: list[Item]) -> list[Choice]:
    """Two levels, by name.  A topic of nothing is there if it is chosen."""
    topics = sorted({item.id: item for item in (*named.values(), *chosen)}.values(), key=str)
    above = {item.id for item in topics if item.parent is None}
    below: dict[int | None, list[Choice]] = {}
    for item in topics:
        choice = Choice(
            item.id, item.slug, item.name, counts.get(item.id, 0), item in chosen, below.setdefault(item.id, [])
        )
        below.setdefault(item.parent if item.parent in above else None, []).append(choice)
    return below.get(None, [])
