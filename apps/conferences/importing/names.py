"""Names as transcripts print them -> the rows that hold them, without guessing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from django.db.models import Q

from apps.conferences.importing.slugs import first_free, plain_slug
from apps.conferences.models import Organisation, Speaker
from apps.conferences.querysets import NamedQuerySet

Named = TypeVar("Named", bound=Speaker | Organisation)


@dataclass(slots=True)
class Names(Generic[Named]):
    """The rows that hold some names; ``shared`` are the names that several hold, so that nobody can say who it is."""

    model: type[Named]
    rows: dict[str, Named]
    shared: set[str]
    unknown: dict[str, str]

    def is_shared(self, name: str) -> bool:
        return _key(name) in self.shared

    def get(self, name: str | None) -> Named | None:
        return self.rows.get(_key(name)) if name else None

    def create_unknown(self) -> None:
        """A row for each name that none holds."""
        slugs = {key: plain_slug(name) or self.model._meta.model_name or "" for key, name in self.unknown.items()}
        taken = set(self.model.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
        if taken or len(set(slugs.values())) < len(slugs):
            like_them = Q(slug__regex=rf"^({'|'.join(set(slugs.values()))})-\d+$")
            taken |= set(self.model.objects.filter(like_them).values_list("slug", flat=True))
        for key, name in self.unknown.items():
            slug = first_free(slugs[key], taken)
            taken.add(slug)
            self.rows[key] = self.model(name=name, slug=slug)
        NamedQuerySet[Named](self.model).bulk_create([self.rows[key] for key in self.unknown])
        self.unknown = {}


def find_names(model: type[Named], names: Iterable[str]) -> Names[Named]:
    """Look all names up in one query, by name or alias, whatever the capitals and spaces."""
    wanted = {_key(name): " ".join(name.split()) for name in names}
    holders: dict[str, set[Named]] = {key: set() for key in wanted}
    called = NamedQuerySet[Named](model).called(wanted.values()).select_related("merged_into")
    for row in called if wanted else ():
        for key in {_key(name) for name in (row.name, *row.aliases)} & holders.keys():
            holders[key].add(_present(row))
    return Names(
        model,
        rows={key: rows.copy().pop() for key, rows in holders.items() if len(rows) == 1},
        shared={key for key, rows in holders.items() if len(rows) > 1},
        unknown={key: name for key, name in wanted.items() if not holders[key]},
    )


def _present(row: Named) -> Named:
    """The row that it was merged into, however often."""
    seen = {row.pk}
    while row.merged_into is not None and row.merged_into.pk not in seen:
        row = cast("Named", row.merged_into)
        seen.add(row.pk)
    return row


def _key(name: str) -> str:
    return " ".join(name.lower().split())
