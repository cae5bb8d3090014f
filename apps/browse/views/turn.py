import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.annotations.models import Tag
from apps.browse.citing import Citation, cited_version
from apps.conferences.models import Turn

HASH = re.compile("[0-9a-f]{8}")


@require_safe
def turn(request: HttpRequest, public_id: str) -> HttpResponse:
    """A turn's permanent address: it leads to where the turn is read.

    A withdrawn turn is read here; so is one whose words changed since it was cited (``v``, a hash of the words).
    """
    found = _find(public_id)
    query = request.GET.urlencode()
    if found.public_id != public_id:
        return redirect(f"{found.permalink}?{query}" if query else found.permalink)
    hashed = request.GET.get("v", "").strip().lower()
    mistyped = bool(hashed) and not HASH.fullmatch(hashed)
    reworded = bool(hashed) and not mistyped and hashed != found.words_hash
    if found.withdrawn_at is None and not (reworded or mistyped):
        return redirect(found)
    return render(
        request,
        "browse/turn.html",
        {
            "turn": found,
            "conference": found.conference,
            "citation": Citation.of(found, request),
            "reworded": reworded,
            "mistyped": mistyped,
            "cited": cited_version(found, hashed) if reworded else None,
            "tags": Tag.objects.believed().filter(turn=found).select_related("topic").order_by("topic__name"),
        },
    )


@require_safe
def cite_turn(request: HttpRequest, public_id: str) -> HttpResponse:
    """How to cite a turn as it reads now, and what it read before."""
    found = _find(public_id)
    return render(
        request,
        "browse/cite.html",
        {
            "turn": found,
            "conference": found.conference,
            "citation": Citation.of(found, request),
            "versions": found.versions.all(),
        },
    )


def _find(public_id: str) -> Turn:
    turns = Turn.objects.select_related("conference__source", "speaker__survivor", "organisation__survivor").defer(
        "conference__source_text"
    )
    if found := turns.filter(public_id=public_id).first() or turns.filter(keys__key=public_id).first():
        return found
    raise Http404("There is no such turn.")
