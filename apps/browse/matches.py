"""What a list's filters find, part by part."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.results import Hit
from apps.search.search import Searching, search


class Matches(Sequence[Hit]):
    """All that is found, for a paginator.  The part that was asked for is at hand; any other is a question more."""

    def __init__(self, asked: SearchQuery, found: Searching, index: OpenIndex) -> None:
        self.asked, self._found, self._index = asked, found, index

    def __len__(self) -> int:
        return self._found.total

    def __getitem__(self, place: Any) -> Any:
        if place.start == self.asked.offset:
            return self._found.hits
        return search(replace(self.asked, offset=place.start), index=self._index).hits
