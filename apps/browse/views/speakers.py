from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from apps.browse import passages
from apps.browse.paging import page_of
from apps.browse.people import after_merges
from apps.conferences.models import Conference, Speaker, Turn

SPEAKERS_A_PAGE = 60
CONFERENCES_A_PAGE = 10
TURNS_A_CONFERENCE = 4


@require_safe
def speakers(request: HttpRequest) -> HttpResponse:
    """Everyone who is named, those heard most often first; ``q`` looks for a name."""
    name = request.GET.get("q", "").replace("\0", "").strip()[:200]
    paging = page_of(request, Turn.objects.named(name).people(), SPEAKERS_A_PAGE)
    people = Speaker.objects.in_bulk([row["person"] for row in paging["page"]])
    rows = [(people[row["person"]], row["conferences"], row["turns"]) for row in paging["page"]]
    return render(request, "browse/speakers.html", {"name": name, "speakers": rows, **paging})


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: offices and outlets as printed, and what they said, newest conference first."""
    found = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    last = after_merges(found)
    if last != found:
        return redirect(last)
    turns = Turn.objects.said_by(found)
    conferences = Conference.objects.filter(pk__in=turns.order_by().values("conference")).listed()
    paging = page_of(request, conferences, CONFERENCES_A_PAGE)
    said = passages.of(paging["page"], turns, TURNS_A_CONFERENCE)
    return render(
        request,
        "browse/speaker.html",
        {
            "speaker": found,
            "counts": turns.order_by().aggregate(
                conferences=Count("conference", distinct=True),
                questions=Count("pk", filter=Q(kind="question")),
                answers=Count("pk", filter=Q(kind="answer")),
                statements=Count("pk", filter=Q(kind="statement")),
                moderations=Count("pk", filter=Q(kind="moderator")),
                others=Count("pk", filter=Q(kind="other")),
            ),
            "roles": turns.printed("role"),
            "organisations": turns.printed("organisation__name"),
            **paging,
            "conferences": [(conference, said[conference.pk]) for conference in paging["page"]],
        },
    )
