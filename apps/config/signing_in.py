"""When the session has ended while somebody was at work."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

SAID = "You were no longer signed in, so what you sent was not recorded. Sign in, then do it again."


def sign_in_again(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Who sends something and is led to the sign-in page is told why; htmx opens that page, not a part of it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        to_sign_in = response.get("Location", "").startswith(f"{reverse(settings.LOGIN_URL)}?")
        if not to_sign_in or request.user.is_authenticated:
            return response
        if request.method == "POST":
            messages.warning(request, SAID)
        return HttpResponseClientRedirect(response["Location"]) if getattr(request, "htmx", False) else response

    return answer
