"""Who published a file: the sources that names lead to."""

from collections.abc import Iterable

from django.db.models import Q

from apps.conferences.importing.files import File
from apps.conferences.importing.slugs import first_free, plain_slug
from apps.conferences.models import Source
from apps.transcripts import Note


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


def folder_notes(file: File, sources: Sources) -> tuple[Note, ...]:
    """Says that a folder makes a new source within the folder of a known one, as ``nato/2024`` does."""
    is_folder = file.path.parent.name == file.source
    if not is_folder or sources.get(file.source):
        return ()
    around = next((known.name for above in file.folders_above if (known := sources.get(above))), None)
    if around is None:
        return ()
    message = (
        f"Its folder makes a new source, “{file.source}”, within the folder of “{around}”; if that published it,"
        f' import it with --source "{around}".'
    )
    return (Note(1, "", message),)
