"""One page of a long list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

MOST_DIGITS = 20


def page_of(request: HttpRequest, rows: Any, size: int) -> dict[str, Any]:
    """``page`` and the page numbers to offer, ``pages``, for a template.  A page that is not there is the nearest."""
    page = Paginator(rows, size).get_page(page_number(request))
    return {"page": page, "pages": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))}


def page_number(request: HttpRequest) -> int:
    """From 1; it may be beyond the last.  What is no number is the first."""
    try:
        return max(1, int(request.GET.get("page", "")[:MOST_DIGITS]))
    except ValueError:
        return 1
