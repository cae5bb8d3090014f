"""Which conference each file of one import stands for."""

from collections.abc import Iterator
from contextlib import contextmanager

from apps.conferences.models import Conference


class Claims:
    """A conference that one file of an import stands for is no other file's: each run they would undo each other."""

    def __init__(self) -> None:
        self._hashes: dict[int, str] = {}

    def take(self, conference: Conference, sha256: str) -> bool:
        """Let it be what the file with these bytes says, unless another file of the import has changed it."""
        return self._hashes.setdefault(conference.pk, sha256) == sha256

    def __contains__(self, conference: Conference) -> bool:
        return conference.pk in self._hashes

    @contextmanager
    def unless_it_fails(self) -> Iterator[None]:
        """What is taken within is forgotten with the transaction."""
        before = dict(self._hashes)
        try:
            yield
        except BaseException:
            self._hashes = before
            raise
