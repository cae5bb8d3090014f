from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conference_topics
from apps.browse import facets, passages
from apps.browse.active import Active, active_filters
from apps.browse.excerpts import marked
from apps.browse.filters import ConferenceFilter
from apps.browse.heading import heading
from apps.browse.paging import page_of
from apps.browse.vouchers import shortlist
from apps.browse.words import hits
from apps.conferences.models import Conference

PAGE_SIZE = 20
MOST_WAYS_OUT = 8


@require_safe
def conferences(request: HttpRequest) -> HttpResponse:
    """The list, filtered: the state of every filter is in the query string."""
    filterset = ConferenceFilter(request.GET)
    paging = page_of(request, filterset.qs, PAGE_SIZE)
    found = list(paging["page"])
    about = conference_topics(found)
    said = passages.with_words(found, filterset.terms)
    active = active_filters(filterset, request.GET)
    ways_out = [] if found else _ways_out(filterset, active)
    return render(
        request,
        "browse/conferences.html",
        {
            "form": filterset.form,
            **paging,
            "results": [
                {
                    "conference": conference,
                    "title": marked(conference.title, hits(conference.title, filterset.terms)),
                    "topics": shortlist(about[conference.pk], filterset.values.get("topic", [])),
                    "passages": said.get(conference.pk),
                }
                for conference in found
            ],
            "heading": heading(paging["page"].paginator.count, filterset.values),
            "total": Conference.objects.count(),
            "active": active,
            "ways_out": ways_out,
            "topics": facets.topic_choices(filterset),
            "speakers": facets.speaker_choices(filterset),
            "sources": facets.source_choices(filterset),
        },
    )


def _ways_out(filterset: ConferenceFilter, active: list[Active]) -> list[tuple[Active, int]]:
    """Filters without which there would be something, and how much; those that give the most first."""
    counts = [(one, filterset.leaving_out(one.name, one.value).count()) for one in active[:MOST_WAYS_OUT]]
    return sorted([(one, count) for one, count in counts if count], key=lambda way: -way[1])
