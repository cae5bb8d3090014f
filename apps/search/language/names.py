"""Who or what a name in a query means."""

from collections.abc import Iterable, Iterator

from django.db.models import F
from django.db.models.functions import Coalesce

from apps.annotations.models import Entity, Topic
from apps.conferences.models import Organisation, Source, Speaker
from apps.conferences.querysets import SourceQuerySet

Found = Iterable[tuple[int, str, str, list[str]]]
"""Id and name of what it is after merges; the name and aliases by which it was found."""


def called(field: str, text: str) -> dict[int, str]:
    """By id after merges, the names of those called so, or if none is, of whose name it is a part.  One query."""
    found = list(_FOUND[field](text))
    wanted = text.casefold()
    exactly = {pk: now for pk, now, name, aliases in found if wanted in {one.casefold() for one in (name, *aliases)}}
    return exactly or {pk: now for pk, now, _, _ in found}


def _speakers(text: str) -> Found:
    return _after_merges(Speaker, text)


def _outlets(text: str) -> Found:
    return _after_merges(Organisation, text)


def _after_merges(model: type[Speaker] | type[Organisation], text: str) -> Found:
    now = (Coalesce("survivor", "pk"), Coalesce("survivor__name", "name"))
    return model.objects.matching(text).values_list(*now, "name", "aliases")


def _topics(text: str) -> Iterator[tuple[int, str, str, list[str]]]:
    for pk, name, slug in Topic.objects.matching(text).values_list("pk", "name", "slug"):
        yield pk, name, name, [slug]


def _entities(text: str) -> Found:
    now = (Coalesce("merged_into", "pk"), Coalesce("merged_into__name", "name"))
    return Entity.objects.called(text).filter(rejected=False).values_list(*now, F("name"), "aliases")


def _sources(text: str) -> Found:
    return SourceQuerySet(Source).matching(text).values_list("pk", F("name"), "name", "aliases")


_FOUND = {"speaker": _speakers, "outlet": _outlets, "topic": _topics, "entity": _entities, "source": _sources}
