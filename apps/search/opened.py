"""An index that is open for reading."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import tantivy

from apps.search.news import State
from apps.search.schema import LANGUAGES, Level, register_analyzers


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """The index as it stood at one commit; what is written later does not change it."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    languages: tuple[str, ...]
    """Those that its texts are in, of ``LANGUAGES``."""
    version: str
    """Another one for each commit: what was counted under one version holds as long as it is the same."""
    state: State
    path: Path

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open the newest commit of a generation.  Raises ValueError or OSError if it cannot be read."""
        version = version_of(path)  # before reading: a commit in between is then seen as a newer one, and read again
        index = open_index(path)
        searcher = index.searcher()
        return cls(searcher, index.schema, _languages(searcher, index.schema), version, _state(searcher, index), path)


def version_of(path: Path) -> str:
    """Raises FileNotFoundError where there is no index."""
    about = (path / "meta.json").stat()
    return f"{path.name}-{about.st_ino}-{about.st_mtime_ns}"


def open_index(path: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(path))
    index.config_reader(reload_policy="manual")  # no thread that watches the folder: each reading looks itself
    index.reload()
    register_analyzers(index)
    return index


def _state(searcher: tantivy.Searcher, index: tantivy.Index) -> State:
    hits = searcher.search(tantivy.Query.term_query(index.schema, "level", int(Level.STATE)), limit=1).hits
    if not hits:
        raise ValueError("it does not say what it has seen")
    return State.read(searcher.doc(hits[0][1])["state"][0])


def _languages(searcher: tantivy.Searcher, schema: tantivy.Schema) -> tuple[str, ...]:
    conferences = tantivy.Query.term_query(schema, "level", int(Level.CONFERENCE))
    counted = searcher.aggregate(conferences, {"languages": {"terms": {"field": "language", "size": len(LANGUAGES)}}})
    return tuple(LANGUAGES[int(bucket["key"])] for bucket in counted["languages"]["buckets"])
