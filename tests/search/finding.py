"""What the index holds, asked in the plainest way."""

import tantivy

from apps.search.index import current
from apps.search.schema import Level


def found(field: str, value: int | str, level: int = Level.TURN) -> list[tuple[int, int]]:
    """Conference and turn of each document with the value."""
    index = current()
    wanted = [
        (tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "level", int(level))),
        (tantivy.Occur.Must, tantivy.Query.term_query(index.schema, field, value)),
    ]
    places = [address for _, address in index.searcher.search(tantivy.Query.boolean_query(wanted), 100).hits]
    ids = [index.searcher.fast_field_values(name, places) for name in ("conference", "turn")]
    return sorted(zip(*ids, strict=True))
