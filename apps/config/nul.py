"""No list of the admin can ask PostgreSQL for text with a NUL in it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve


def without_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a list of the admin answers such a query as other filters that make no sense, with all rows.

    Pages of our own need none: they read what is looked for without it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if any("\0" in text for text in _texts(request)) and _is_list_of_the_admin(request.path_info):
            return redirect(f"{request.path}?e=1")
        return get_response(request)

    return middleware


def _is_list_of_the_admin(path: str) -> bool:
    try:
        name = resolve(path).view_name
    except Resolver404:
        return False
    return name.startswith("admin:") and name.endswith("_changelist")


def _texts(request: HttpRequest) -> list[str]:
    return [text for name, values in request.GET.lists() for text in (name, *values)]
