"""What a list can be filtered by that has a name of its own: topics, speakers, outlets, names, sources."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import CharField, F, IntegerField, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce

from apps.annotations.models import Entity, Topic
from apps.conferences.alike import beginning
from apps.conferences.models import Organisation, Source, Speaker
from apps.conferences.prepared import Among, Prepared

KINDS: dict[str, Any] = {
    "topic": Topic.objects.all(),
    "speaker": Speaker.objects.all(),
    "outlet": Organisation.objects.all(),
    "entity": Entity.objects.filter(rejected=False),
    "source": Source.objects.all(),
}
LONGEST_BEGINNING = 100
"""Of names that are looked through by how they begin."""
_MERGED = {"speaker": "survivor", "outlet": "survivor", "entity": "merged_into"}


@dataclass(frozen=True, slots=True)
class Item:
    """One of them, after merges.  ``slug`` is its value in an address, ``parent`` the id of the topic above it."""

    id: int
    slug: str
    name: str
    parent: int | None

    def __str__(self) -> str:
        return self.name


def by_slug(wanted: Mapping[str, Collection[str]]) -> dict[str, dict[str, Item]]:
    """By kind and by the slug that was asked for, those that there are.  One query, none if nothing is wanted."""
    return _known("asked", {kind: slugs for kind, slugs in wanted.items() if slugs})


def by_id(wanted: Mapping[str, Collection[int] | None], begins: Mapping[str, str]) -> dict[str, dict[int, Item]]:
    """By kind and id, those that there are and that were not merged into others; all where None is wanted.

    One query, or none.  Of kinds in ``begins`` only those in whose name each of these words begins a word, whatever the
    accents.
    """
    there = {kind: ids for kind, ids in wanted.items() if ids is None or ids}
    if None in there.values() or any(begins.get(kind) for kind in there):
        which = {kind: Q() if ids is None else Q(pk__in=ids) for kind, ids in there.items()}
        rows = [_rows(kind).filter(these & _begins(begins.get(kind, ""))) for kind, these in which.items()]
        found = _by_kind(_together(rows))
    else:
        found = _known("pk", there)
    return {kind: {item.id: item for item in items.values()} for kind, items in found.items()}


def typed(text: str) -> str:
    """The beginnings of names as somebody typed them, such as can be looked for."""
    return text.replace("\0", "").strip()[:LONGEST_BEGINNING]


def _begins(words: str) -> Q:
    found = Q()
    for word in words.split():
        found &= beginning(word, "name")
    return found


def _known(by: str, wanted: Mapping[str, Any]) -> dict[str, dict[str, Item]]:
    lists = {kind: list(values) for kind, values in wanted.items()}
    return _by_kind(_prepared(by, tuple(lists))(**lists) if lists else ())


def _by_kind(rows: Iterable[Any]) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = {kind: {} for kind in KINDS}
    for kind, asked, *item in rows:
        found[kind][asked] = Item(*item)
    return found


def _together(rows: list[Any]) -> Any:
    first, *others = rows
    return first.union(*others, all=True) if others else first


@cache
def _prepared(by: str, kinds: tuple[str, ...]) -> Prepared:
    return Prepared(_together([_rows(kind).filter(Among(by, kind)) for kind in kinds]))


@cache
def _rows(kind: str) -> Any:
    """All of that kind, to be filtered."""
    rows, merged = KINDS[kind].order_by(), _MERGED.get(kind)
    slug: Any = Cast("pk", TextField()) if kind == "entity" else F("slug")
    present: Any = (F("pk"), slug, F("name"))
    if merged:
        its_slug = Cast(f"{merged}_id", TextField()) if kind == "entity" else F(f"{merged}__slug")
        present = (Coalesce(f"{merged}_id", "pk"), Coalesce(its_slug, slug), Coalesce(f"{merged}__name", "name"))
    parent: Any = F("parent_id") if kind == "topic" else Value(None, output_field=IntegerField())
    return rows.annotate(
        of_kind=Value(kind, output_field=CharField()),
        asked=slug,
        its_id=present[0],
        its_slug=present[1],
        its_name=present[2],
        its_parent=parent,
    ).values_list("of_kind", "asked", "its_id", "its_slug", "its_name", "its_parent")
