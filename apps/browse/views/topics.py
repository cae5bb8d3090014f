from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conferences_about
from apps.annotations.models import Topic
from apps.browse import passages
from apps.browse.paging import page_of
from apps.browse.years import by_year
from apps.conferences.models import Conference

CONFERENCES_A_PAGE = 10


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """The topic tree."""
    tree = Topic.objects.top_level().with_conference_counts().with_children()
    return render(request, "browse/topics.html", {"topics": tree})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic: where it belongs, when it was spoken of, and the passages that carry it, newest first."""
    found = get_object_or_404(Topic.objects.select_related("parent"), slug=slug)
    conferences = conferences_about(Conference.objects.all(), [found])
    paging = page_of(request, conferences.listed(), CONFERENCES_A_PAGE)
    years = by_year(conferences)
    said = passages.about(paging["page"], found)
    return render(
        request,
        "browse/topic.html",
        {
            "topic": found,
            "below": found.children.with_conference_counts(),
            "years": years,
            "undated": paging["page"].paginator.count - sum(year.count for year in years),
            **paging,
            "conferences": [(conference, said.get(conference.pk)) for conference in paging["page"]],
        },
    )
