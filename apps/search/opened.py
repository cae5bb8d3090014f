"""An index that is open for reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import tantivy

from apps.search.checksums import is_whole, segment_files
from apps.search.news import State
from apps.search.schema import LANGUAGES, Level, register_analyzers
from apps.search.searcher import Searcher

_verified: dict[Path, tuple[int, int, int]] = {}
"""How each file was when it was whole; first what was verified the longest ago."""


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """The index as it stood at one commit; what is written later does not change it."""

    searcher: Searcher
    schema: tantivy.Schema
    languages: tuple[str, ...]
    """Those that its texts are in, of ``LANGUAGES``."""
    version: str
    """Another one for each commit: what was counted under one version holds as long as it is the same."""
    state: State
    path: Path

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open the newest commit of a generation.  Raises ValueError or OSError if it cannot be read or is damaged."""
        version = version_of(path)  # before reading: a commit in between is then seen as a newer one, and read again
        verify(path)
        with panics_as_errors():
            index = open_index(path)
            searcher: Any = index.searcher()
            languages = languages_of(searcher, index.schema)
            return cls(searcher, index.schema, languages, version, _state(searcher, index), path)


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """A panic of tantivy is no Exception in Python, and would end a thread of the server: here it is a ValueError."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError(f"tantivy gave up: {error}") from error


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


def verify(path: Path, *, again: int | None = 0) -> None:
    """Each file is verified once by each process: a segment never changes.  What did is verified again.

    ``again``: also so many that were verified the longest ago, for what happens to a disk and is no change of a file.
    None: all of them.
    Raises FileNotFoundError if one is missing, ValueError or another OSError if one is damaged.
    """
    version = version_of(path)
    for file in [file for file in list(_verified) if file.parent == path][:again]:
        _verified.pop(file, None)
    for file in segment_files(path):
        try:
            about = file.stat()
            mark = about.st_ino, about.st_size, about.st_ctime_ns
            if _verified.get(file) == mark:
                continue
            if not is_whole(file):
                raise ValueError(f"the file {file.name} is damaged")
        except FileNotFoundError:
            if version_of(path) == version:  # else a newer commit has no need of it
                raise FileNotFoundError(f"the file {file.name} is missing") from None
        else:
            _verified.pop(file, None)
            _verified[file] = mark


def _state(searcher: tantivy.Searcher, index: tantivy.Index) -> State:
    hits = searcher.search(tantivy.Query.term_query(index.schema, "level", int(Level.STATE)), limit=1).hits
    if not hits:
        raise ValueError("it does not say what it has seen")
    return State.read(searcher.doc(hits[0][1])["state"][0])


def languages_of(searcher: Searcher, schema: tantivy.Schema) -> tuple[str, ...]:
    conferences = tantivy.Query.term_query(schema, "level", int(Level.CONFERENCE))
    counted = searcher.aggregate(conferences, {"languages": {"terms": {"field": "language", "size": len(LANGUAGES)}}})
    return tuple(LANGUAGES[int(bucket["key"])] for bucket in counted["languages"]["buckets"])
