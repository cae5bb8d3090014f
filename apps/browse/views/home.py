from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conference_topics
from apps.annotations.models import Topic
from apps.browse.vouchers import shortlist
from apps.conferences.models import Conference, Turn

NEWEST = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, a search box, the newest conferences, the topics."""
    newest = list(Conference.objects.listed()[:NEWEST])
    about = conference_topics(conference.pk for conference in newest)
    return render(
        request,
        "browse/home.html",
        {
            "newest": [(conference, shortlist(about[conference.pk])) for conference in newest],
            "topics": Topic.objects.top_level().with_conference_counts().with_children(),
            "conference_count": Conference.objects.count(),
            "turn_count": Turn.objects.standing().count(),
            **Conference.objects.aggregate(first=Min("event_date"), last=Max("event_date")),
        },
    )
