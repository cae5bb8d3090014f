"""The index, brought up to date."""

from dataclasses import dataclass

import tantivy

from apps.conferences.models import Conference
from apps.search.documents import documents
from apps.search.rows import read
from apps.search.schema import LANGUAGES, Level, build_schema, register_analyzers


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """The index as it stands at a moment; what is asked of it later does not change under a reader."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    languages: tuple[str, ...]
    """Those that its texts are in, of ``LANGUAGES``."""
    version: str
    """Another one for each commit: what was counted under one version holds as long as it is the same."""


def current() -> OpenIndex:
    """The index, with everything that the database holds by now."""
    schema = build_schema()
    index = tantivy.Index(schema)
    register_analyzers(index)
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for conference in read(Conference.objects.values_list("pk", flat=True)):
        for document in documents(conference):
            writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()
    return OpenIndex(searcher, schema, languages(searcher, schema), str(writer.commit_opstamp))


def languages(searcher: tantivy.Searcher, schema: tantivy.Schema) -> tuple[str, ...]:
    """Those of the conferences in the index."""
    conferences = tantivy.Query.term_query(schema, "level", int(Level.CONFERENCE))
    counted = searcher.aggregate(conferences, {"languages": {"terms": {"field": "language", "size": len(LANGUAGES)}}})
    return tuple(LANGUAGES[int(bucket["key"])] for bucket in counted["languages"]["buckets"])
