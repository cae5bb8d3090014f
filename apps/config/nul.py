"""No list of the admin can ask PostgreSQL for text with a NUL in it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def without_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the admin answers such a query as it answers other filters that make no sense, with the whole list.

    The pages for readers need none: their forms read a NUL as a letter that nothing has.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")) and any("\0" in text for text in _texts(request)):
            return redirect(f"{request.path}?e=1")
        return get_response(request)

    return middleware


def _texts(request: HttpRequest) -> list[str]:
    return [text for name, values in request.GET.lists() for text in (name, *values)]
