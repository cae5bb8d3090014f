from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from apps.browse.named import list_of, page_of_named
from apps.conferences.models import Organisation, Turn

MOST_VOICES = 100


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Every outlet and body that is printed beside a name, those at the most conferences first."""
    return render(request, "browse/organisations.html", list_of(request, Organisation))


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One outlet or body: who is heard for it, and what they said, newest conference first."""
    found = get_object_or_404(Organisation.objects.select_related("survivor"), slug=slug)
    if found.survivor:
        return redirect(found.present)
    turns = Turn.objects.said_for(found)
    context = page_of_named(request, found, turns)
    return render(request, "browse/organisation.html", {**context, "voices": turns.voices()[:MOST_VOICES]})
