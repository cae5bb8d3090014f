"""What a list's filters find, page by page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.results import Hit, SearchResults
from apps.search.search import search


class Matches(Sequence[Hit]):
    """All that is found, for a paginator.  The page that was asked for is at hand; any other is a question more."""

    def __init__(self, asked: SearchQuery, results: SearchResults, index: OpenIndex) -> None:
        self._asked, self._results, self._index = asked, results, index

    def __len__(self) -> int:
        return self._results.total

    def __getitem__(self, place: Any) -> Any:
        if place.start == self._asked.offset:
            return self._results.hits
        return search(replace(self._asked, offset=place.start), index=self._index).hits
