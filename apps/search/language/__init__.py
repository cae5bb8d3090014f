"""The language of queries: ``read`` understands whatever a person types.

query.lark      how a query is written
expressions.py  what it can say
reading.py      from any text to a ``Reading``; parsing.py, tidying.py, days.py and names.py do the parts
looked_for.py   the words of it that are to be marked
said.py         an expression in plain words; writing.py: as a query again
"""

from apps.search.language.expressions import Expression, Reading
from apps.search.language.looked_for import is_in_text, is_quick, looked_for
from apps.search.language.reading import LONGEST, read, read_each
from apps.search.language.said import said
from apps.search.language.writing import written

__all__ = [
    "LONGEST",
    "Expression",
    "Reading",
    "is_in_text",
    "is_quick",
    "looked_for",
    "read",
    "read_each",
    "said",
    "written",
]
