"""What the pages of speakers and of organisations have in common."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from apps.browse import passages
from apps.browse.paging import page_of
from apps.conferences.models import Conference, Named, Turn
from apps.conferences.querysets import NamedQuerySet, TurnQuerySet

NAMES_A_PAGE = 60
CONFERENCES_A_PAGE = 10
TURNS_A_CONFERENCE = 4


def list_of(request: HttpRequest, model: type[Named]) -> dict[str, Any]:
    """All who are heard, those at the most conferences first, as ``heard``; ``q`` looks for a name."""
    name = request.GET.get("q", "").replace("\0", "").strip()[:200]
    heard = Turn.objects.heard(str(model._meta.model_name), name).tell("who")
    paging = page_of(request, heard.order_by("-conferences", "-turns", "who"), NAMES_A_PAGE)
    rows = NamedQuerySet[Any](model).in_bulk([told["who"] for told in paging["page"]])
    return {"name": name, "heard": [(rows[told["who"]], told) for told in paging["page"]], **paging}


def page_of_named(request: HttpRequest, found: Named, turns: TurnQuerySet) -> dict[str, Any]:
    """One row with all its names, and where it is heard, newest conference first."""
    conferences = Conference.objects.filter(pk__in=turns.order_by().values("conference")).listed()
    paging = page_of(request, conferences, CONFERENCES_A_PAGE)
    said = passages.of(paging["page"], turns, TURNS_A_CONFERENCE)
    return {
        "named": found,
        "called": NamedQuerySet[Any](type(found)).other_names(found),
        "counts": turns.order_by().aggregate(
            conferences=Count("conference", distinct=True),
            questions=Count("pk", filter=Q(kind="question")),
            answers=Count("pk", filter=Q(kind="answer")),
            statements=Count("pk", filter=Q(kind="statement")),
            moderations=Count("pk", filter=Q(kind="moderator")),
            others=Count("pk", filter=Q(kind="other")),
        ),
        **paging,
        "conferences": [(conference, said[conference.pk]) for conference in paging["page"]],
    }
