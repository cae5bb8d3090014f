from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from apps.annotations.models import Entity, Mention
from apps.browse import passages
from apps.browse.named_here import PLURAL
from apps.browse.paging import page_of
from apps.conferences.models import Conference

NAMES_A_PAGE = 60
CONFERENCES_A_PAGE = 10


@require_safe
def entities(request: HttpRequest) -> HttpResponse:
    """All that is named, in the most conferences first, of one ``kind`` or of all; ``q`` looks for a name."""
    kind = request.GET.get("kind", "")
    name = request.GET.get("q", "").replace("\0", "").strip()[:200]
    standing = Entity.objects.standing()
    if kind in Entity.Kind.values:
        standing = standing.filter(kind=kind)
    if name:
        standing = standing.called(name)
    mentions = Mention.objects.shown().by_entity().filter(what__in=standing.values("pk"))
    paging = page_of(request, mentions.order_by("-conferences", "-mentions", "what"), NAMES_A_PAGE)
    rows = Entity.objects.in_bulk([told["what"] for told in paging["page"]])
    named = [(rows[told["what"]], told) for told in paging["page"]]
    context = {"kinds": PLURAL.items(), "kind": kind, "name": name, "named": named, **paging}
    return render(request, "browse/entities.html", context)


@require_safe
def entity(request: HttpRequest, pk: int) -> HttpResponse:
    """One entity: what it is, what it is called, and the passages that name it, newest conference first."""
    found = get_object_or_404(Entity.objects.select_related("merged_into").filter(rejected=False), pk=pk)
    if found.merged_into:
        return redirect(found.merged_into)
    mentions = Mention.objects.shown().of(found)
    conferences = Conference.objects.filter(pk__in=mentions.order_by().values("turn__conference")).listed()
    paging = page_of(request, conferences, CONFERENCES_A_PAGE)
    said = passages.naming(paging["page"], mentions)
    context = {
        "entity": found,
        "called": found.other_names(),
        "mentions": mentions.count(),
        **paging,
        "conferences": [(conference, said[conference.pk]) for conference in paging["page"]],
    }
    return render(request, "browse/entity.html", context)
