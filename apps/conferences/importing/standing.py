"""Which of many files could be another version of what stands?"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from apps.conferences.importing.items import Item
from apps.conferences.importing.matching import Beside, base_key, roots, telling
from apps.conferences.importing.sources import Sources
from apps.conferences.models import Conference, Turn


class Standing:
    """What stands that resembles the files, and what is about to be created; asked in two queries for all.

    It says yes too often rather than too seldom: ``find_conference`` then looks at the texts.
    """

    def __init__(self, items: Sequence[Item], sources: Sources, beside: Beside) -> None:
        self._sources = sources
        self._beside = beside
        self._files: set[tuple[int, str]] = set()
        self._names: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        like_them = (
            Q(key__in=[base_key(item.file, item.transcript) for item in items])
            | Q(file_name__in=[item.file.name for item in items])
            | Q(event_date__in={item.transcript.date for item in items if item.transcript.date})
        )
        ids = {source.pk for item in items if (source := sources.get(item.file.source))}
        rows = Conference.objects.filter(like_them, source__in=ids)
        for source_id, key, file_name in rows.values_list("source_id", "key", "file_name"):
            self._add(source_id, key, file_name)
        texts = {text for item in items for text in telling(item.transcript)}
        turns = Turn.objects.saying(texts).order_by()
        if not any(item.notes for item in items):  # else a file may have moved here from another source
            turns = turns.filter(conference__source__in=ids)
        self._texts = set(turns.values_list("conference__source", "text"))
        self._everywhere = {text for _, text in self._texts}

    def is_new(self, item: Item) -> bool:
        """Whether the item is a version of nothing.  Then it counts as standing from now on."""
        source = self._sources.get_or_create(item.file.source).pk
        key = base_key(item.file, item.transcript)
        named_so = self._names[source, key]
        files = {(source, item.file.name), (source, item.sha256)} & self._files
        self._files.add((source, item.sha256))  # new or not, another file of these bytes is none
        if files or any(
            [
                *((item.file.source, name) not in self._beside for name in named_so),
                *((source, text) in self._texts for text in telling(item.transcript)),
                item.notes and not self._everywhere.isdisjoint(telling(item.transcript)),
            ]
        ):
            return False
        self._add(source, key, item.file.name)
        return True

    def _add(self, source: int, key: str, file_name: str) -> None:
        self._files.add((source, file_name))
        for root in roots(key):
            self._names[source, root].add(file_name)
