"""One page of a long list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest


def page_of(request: HttpRequest, rows: Any, size: int) -> dict[str, Any]:
    """``page`` and the page numbers to offer, ``pages``, for a template.  A page that is not there is the nearest."""
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    return {"page": page, "pages": list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))}
