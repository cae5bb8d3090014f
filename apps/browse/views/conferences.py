from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conference_topics
from apps.browse.excerpts import marked
from apps.browse.filters import ConferenceFilter
from apps.browse.found import passages_of
from apps.browse.listed import listed_conferences
from apps.browse.views.list_page import list_page
from apps.browse.vouchers import shortlist
from apps.search.matching import spans
from apps.search.opened import OpenIndex
from apps.search.results import Hit
from apps.search.schema import Level


@require_safe
def conferences(request: HttpRequest) -> HttpResponse:
    """Conferences, filtered, each with its topics and the passages that say most of what is looked for."""
    return list_page(request, Level.CONFERENCE, "browse/conferences.html", _results)


def _results(filterset: ConferenceFilter, hits: list[Hit], index: OpenIndex) -> list[dict[str, Any]]:
    found = listed_conferences(hit.conference for hit in hits)
    ids = [conference.pk for conference in found]
    about, said = conference_topics(ids), passages_of(ids, filterset, index)
    words, sought = filterset.reading.expression, [item.id for item in filterset.values.get("topic", [])]
    return [
        {
            "conference": conference,
            "title": marked(conference.title, spans(words, conference.title, conference.language, in_title=True)),
            "topics": shortlist(about[conference.pk], sought),
            "passages": said.get(conference.pk),
            "words": filterset.values.get("q", ""),
        }
        for conference in found
    ]
