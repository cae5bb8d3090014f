"""Tables to take away."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from threading import Lock

from django.http import StreamingHttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # by which spreadsheets know UTF-8


class BusyError(Exception):
    """Another long file is being made."""


def csv_file(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], *, is_long: bool = False
) -> StreamingHttpResponse:
    """A CSV file in UTF-8 that is sent while it is made, so that it can be of any length.

    A long one keeps a thread busy for as long as it takes to fetch it; there are few, and pages are made by the same.
    So each process makes one at a time: raises BusyError while it does.  The first row is made before anything is sent:
    what goes wrong with it is raised here.
    """
    lines = _written(head, rows)
    made = _Alone(lines) if is_long else _begun(lines)
    response = StreamingHttpResponse(made, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def safe(cell: Cell) -> Cell:
    """A text that a spreadsheet would read as a formula has an apostrophe before it.

    After OWASP, "CSV Injection": https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _written(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(head)
    for row in rows:
        yield writer.writerow([safe(cell) for cell in row])


def _begun(lines: Iterator[str]) -> Iterator[str]:
    """The same, of which the head and the first row are made."""
    return chain(list(islice(lines, 2)), lines)


class _Alone:
    """Lines of which nobody else has any until these are closed, at their end, before it, or before they began."""

    _lock = Lock()

    def __init__(self, lines: Iterator[str]) -> None:
        self._is_closed = not self._lock.acquire(blocking=False)
        if self._is_closed:
            raise BusyError
        self._lines = _begun(lines)

    def __iter__(self) -> Iterator[str]:
        return self._lines

    def close(self) -> None:
        """Called by Django when the response was sent, or nobody takes it any more."""
        if not self._is_closed:
            self._is_closed = True
            self._lock.release()

    __del__ = close  # where the answer was given up before it was one


class _Echo:
    """Gives back each line instead of keeping it: ``writerow`` returns what this returns."""

    def write(self, line: str) -> str:
        return line
