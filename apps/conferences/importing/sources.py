"""Who published a file: the sources that names lead to."""

from collections.abc import Iterable

from django.db.models import Q

from apps.conferences.importing.slugs import first_free, plain_slug
from apps.conferences.models import Source


class Sources:
    """The sources of some names, looked up at once."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = set(names)
        self._rows: dict[str, Source] = {}
        rows = list(Source.objects.filter(Q(name__in=wanted) | Q(aliases__overlap=list(wanted))).order_by("-pk"))
        self._rows |= {alias: row for row in rows for alias in row.aliases}
        self._rows |= {row.name: row for row in rows}

    def get(self, name: str) -> Source | None:
        """The one of that name, else one that had it."""
        return self._rows.get(name)

    def get_or_create(self, name: str) -> Source:
        if name not in self._rows:
            slug = plain_slug(name) or "source"
            taken = Source.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
            self._rows[name] = Source.objects.create(name=name, slug=first_free(slug, set(taken)))
        return self._rows[name]
