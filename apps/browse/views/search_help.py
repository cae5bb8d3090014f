from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.search.language.examples import EXAMPLES


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """What can be typed into a search box, by examples that are links."""
    return render(request, "browse/search_help.html", {"examples": EXAMPLES})
