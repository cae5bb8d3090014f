from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from apps.browse.named import list_of, page_of_named
from apps.conferences.models import Speaker, Turn


@require_safe
def speakers(request: HttpRequest) -> HttpResponse:
    """Everyone who is named, those heard most often first; ``q`` looks for a name."""
    return render(request, "browse/speakers.html", list_of(request, Speaker))


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: offices and outlets as printed, and what they said, newest conference first."""
    found = get_object_or_404(Speaker.objects.select_related("survivor"), slug=slug)
    if found.survivor:
        return redirect(found.present)
    turns = Turn.objects.said_by(found)
    context = page_of_named(request, found, turns)
    return render(request, "browse/speaker.html", {**context, "offices": turns.offices()})
