"""No list of the admin can ask PostgreSQL for text with a NUL in it, nor Python for a day after the last."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

PART_OF_DAY = re.compile("__(year|month|day)$")
SMALL = re.compile("(?!9999)[0-9]{1,4}")
"""Of the last year Django would work out the next one."""


def without_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a list of the admin answers such a query as other filters that make no sense, with all rows.

    Where a row is chosen while one types, nothing is called so.  Pages of our own need no such answer: they read what
    is looked for without it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if any(map(_makes_no_sense, _parameters(request))):
            name = _name(request.path_info)
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


def _parameters(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.GET.lists() for value in values]


def _makes_no_sense(parameter: tuple[str, str]) -> bool:
    name, value = parameter
    return "\0" in name + value or (bool(PART_OF_DAY.search(name)) and not SMALL.fullmatch(value))
