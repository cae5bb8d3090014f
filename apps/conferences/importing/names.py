"""Names as transcripts print them -> the rows that hold them, without guessing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Q

from apps.conferences.importing.slugs import first_free, plain_slug
from apps.conferences.models import Organisation, Speaker
from apps.conferences.querysets import NamedQuerySet

Named = TypeVar("Named", bound=Speaker | Organisation)


@dataclass(slots=True)
class Names(Generic[Named]):
    """The rows that hold some names; ``shared`` are those of names that several hold: nobody can say who it is.

    A name that leads to one person through merges is not shared.  It finds the row that is called so, merged or not:
    readers see who that is by now, and if the merge is taken back, the row has its turns.
    """

    model: type[Named]
    rows: dict[str, Named]
    shared: dict[str, set[Named]]
    holding: dict[str, set[Named]]
    unknown: dict[str, str]

    def is_shared(self, name: str) -> bool:
        return _key(name) in self.shared

    def could_be(self, name: str | None, pk: int | None) -> bool:
        """Whether the row with that id is one of several that are called so."""
        return bool(name) and pk in {row.pk for row in self.shared.get(_key(name or ""), ())}

    def get(self, name: str | None) -> Named | None:
        return self.rows.get(_key(name)) if name else None

    def holders(self, name: str) -> list[Named]:
        """All rows that hold the name; of one person first the one that is called so."""
        key = _key(name)
        return sorted(self.holding.get(key, ()), key=lambda row: _nearness(key, row))

    def create_unknown(self) -> None:
        """A row for each name that none holds."""
        self.rows |= {key: self.model(name=name) for key, name in self.unknown.items()}
        create_named(self.model, [self.rows[key] for key in self.unknown])
        self.unknown = {}


def create_named(model: type[Named], rows: Sequence[Named]) -> None:
    """Save new rows, each with an address of its own."""
    slugs = [plain_slug(row.name) or model._meta.model_name or "" for row in rows]
    taken = set(model.objects.filter(slug__in=slugs).values_list("slug", flat=True)) if rows else set()
    if taken or len(set(slugs)) < len(slugs):
        like_them = Q(slug__regex=rf"^({'|'.join(set(slugs))})-\d+$")
        taken |= set(model.objects.filter(like_them).values_list("slug", flat=True))
    for row, slug in zip(rows, slugs, strict=True):
        row.slug = first_free(slug, taken)
        taken.add(row.slug)
    NamedQuerySet[Named](model).bulk_create(rows)


def find_names(model: type[Named], names: Iterable[str]) -> Names[Named]:
    """Look all names up in one query, by name or alias, whatever the capitals and spaces."""
    wanted: dict[str, str] = {}
    for name in names:  # as the first one spells it, so that a batch makes what one file after the other would
        wanted.setdefault(_key(name), " ".join(name.split()))
    holders: dict[str, set[Named]] = {key: set() for key in wanted}
    called = NamedQuerySet[Named](model).called(wanted.values())
    for row in called if wanted else ():
        for key in {_key(name) for name in (row.name, *row.aliases)} & holders.keys():
            holders[key].add(row)
    shared = {key: rows for key, rows in holders.items() if len({row.survivor_id or row.pk for row in rows}) > 1}
    return Names(
        model,
        rows={key: _nearest(key, rows) for key, rows in holders.items() if rows and key not in shared},
        shared=shared,
        holding=holders,
        unknown={key: name for key, name in wanted.items() if not holders[key]},
    )


def _nearest(key: str, rows: set[Named]) -> Named:
    """Of the rows of one person: a name comes before an alias, the row that stands for all before a merged one."""
    return min(rows, key=lambda row: _nearness(key, row))


def _nearness(key: str, row: Speaker | Organisation) -> tuple[bool, bool, int]:
    return _key(row.name) != key, row.merged_into_id is not None, row.pk


def _key(name: str) -> str:
    return " ".join(name.lower().split())
