"""What the views of lists have in common: all but what is shown of each hit."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from apps.browse.facets import FACETS, facets
from apps.browse.filters import ConferenceFilter
from apps.browse.heading import heading
from apps.browse.items import typed
from apps.browse.listing import WHAT, Context, Shown, listing
from apps.browse.matches import Matches
from apps.browse.paging import page_of
from apps.search.errors import SearchUnavailableError
from apps.search.index import reading
from apps.search.opened import OpenIndex
from apps.search.results import Hit
from apps.search.schema import Level
from apps.search.search import search

Results = Callable[[ConferenceFilter, list[Hit], OpenIndex], list[Any]]


def list_page(request: HttpRequest, level: Level, template: str, results: Results) -> HttpResponse:
    """A list at that level; ``results`` gives what the template needs of each hit."""

    def shown(request: HttpRequest, filterset: ConferenceFilter, found: Matches, index: OpenIndex) -> Context:
        paging = page_of(request, found, found.asked.limit)
        return paging | {"results": results(filterset, list(paging["page"]), index)}

    return filtered_page(request, level, ConferenceFilter, template, shown)


def filtered_page(
    request: HttpRequest, level: Level, filters: type[ConferenceFilter], template: str, shown: Shown
) -> HttpResponse:
    """A page under these filters, with what ``shown`` adds to a list.

    The state of every filter is in the query string.  With ``facet`` it is the page of all choices of one filter.
    """
    filterset = filters(request.GET)
    try:
        with reading() as index:
            if request.GET.get("facet") in FACETS:
                return _facet(request, filterset, level, index)
            context = listing(request, filterset, level, index, shown)
    except SearchUnavailableError as unavailable:
        return not_ready(request, unavailable)
    response = render(request, template, context)
    response["HX-Push-Url"] = request.path + filterset.address()
    patch_vary_headers(response, ["HX-Request"])
    return response


def not_ready(request: HttpRequest, why: SearchUnavailableError) -> HttpResponse:
    response = render(request, "browse/no_index.html", {"reason": why}, status=503)
    response["Retry-After"] = "60"
    return response


def _facet(request: HttpRequest, filterset: ConferenceFilter, level: Level, index: OpenIndex) -> HttpResponse:
    """All choices of one filter; those of names can be narrowed by how they begin."""
    name = request.GET["facet"]
    begins = typed(request.GET.get("starts", ""))
    found = search(filterset.query(level), facets=[name], whole=[name] if begins else [], index=index)
    (facet,) = facets(filterset, found.facets, {name: begins})
    context = {
        "heading": heading(found.total, WHAT[level], filterset.values),
        "facet": facet,
        "others": filterset.given(**{name: []}),
        "address": filterset.address(),
        "what": WHAT[level],
    }
    return render(request, "browse/facet.html", context)
