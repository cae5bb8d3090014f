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
    hits = index.searcher.search(tantivy.Query.boolean_query(wanted), 100).hits
    documents = [index.searcher.doc(address) for _, address in hits]
    return sorted((document["conference"][0], document["turn"][0]) for document in documents)
