from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.browse.filters import ConferenceFilter
from apps.browse.found import found_passages
from apps.browse.passages import Passage
from apps.browse.views.list_page import list_page
from apps.search.opened import OpenIndex
from apps.search.results import Hit
from apps.search.schema import Level


@require_safe
def passages(request: HttpRequest) -> HttpResponse:
    """Turns, filtered, each with the question or the answer that it belongs to."""
    return list_page(request, Level.TURN, "browse/passages.html", _results)


def _results(filterset: ConferenceFilter, hits: list[Hit], _: OpenIndex) -> list[Passage]:
    return found_passages(hits, filterset)
