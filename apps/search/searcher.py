"""What is asked of an index, of whatever it consists."""

from collections.abc import Sequence
from typing import Any, Protocol

import tantivy


class Found(Protocol):
    @property
    def hits(self) -> list[tuple[Any, tantivy.DocAddress]]:
        """By relevance with its score, else with the value that they are ordered by."""

    @property
    def count(self) -> int: ...


class Searcher(Protocol):
    """As of tantivy, with the types that its own stubs leave out."""

    @property
    def num_docs(self) -> int: ...

    @property
    def num_segments(self) -> int: ...

    def search(
        self,
        query: tantivy.Query,
        limit: int = 10,
        order_by_field: str | None = None,
        offset: int = 0,
        order: tantivy.Order = tantivy.Order.Desc,
    ) -> Found: ...

    def aggregate(self, query: tantivy.Query, agg: dict[str, Any]) -> dict[str, Any]: ...

    def fast_field_values(self, field_name: str, doc_addresses: list[tantivy.DocAddress]) -> Sequence[Any]: ...

    def doc_freq(self, field_name: str, field_value: Any) -> int: ...

    def terms_with_prefix(self, field_name: str, prefix: str) -> list[tuple[str, int]]: ...
