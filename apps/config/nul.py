"""No list of the admin can ask PostgreSQL for text with a NUL in it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve


def without_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a list of the admin answers such a query as other filters that make no sense, with all rows.

    Where a row is chosen while one types, nothing is called so.  Pages of our own need no such answer: they read what
    is looked for without it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        name = _name(request.path_info) if any("\0" in text for text in _texts(request)) else ""
        if name == "admin:autocomplete":
            return JsonResponse({"results": [], "pagination": {"more": False}})
        if name.startswith("admin:") and name.endswith("_changelist"):
            return redirect(f"{request.path}?e=1")
        return get_response(request)

    return middleware


def _name(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def _texts(request: HttpRequest) -> list[str]:
    return [text for name, values in request.GET.lists() for text in (name, *values)]
