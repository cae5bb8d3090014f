from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from apps.annotations.agreement import Judged, Outcome, judged_suggestions, pairs
from apps.annotations.kappa import LEAST_ROWS
from apps.annotations.models import Topic


class AgreementAdmin(admin.ModelAdmin):
    """How often people agree with the machine, and with each other."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.agreement_view)
        return [path("agreement/", view, name="annotations_tag_agreement"), *super().get_urls()]

    @method_decorator(require_safe)
    def agreement_view(self, request: HttpRequest) -> HttpResponse:
        """All topics, or the one that is asked for."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        every = list(Topic.objects.order_by("name"))
        asked = request.GET.get("topic", "")
        chosen = next((topic for topic in every if str(topic.pk) == asked), None)
        judged = judged_suggestions([chosen] if chosen else every, settings.TIME_ZONE)
        both = pairs([chosen] if chosen else every)
        names = dict(
            User.objects.filter(pk__in={pk for pair in both for pk in (pair.first, pair.second)}).values_list(
                "pk", "username"
            )
        )
        by_pk = {topic.pk: topic for topic in every}
        context = {
            **self.admin_site.each_context(request),
            "title": f"Agreement about “{chosen}”" if chosen else "Agreement",
            "opts": self.opts,
            "media": self.media,
            "topics": every,
            "chosen": chosen,
            "quarters": _summed(judged, lambda one: (one.since, one.origin, one.model)),
            "by_topic": sorted(
                ((by_pk[topic], origin, outcome) for (topic, origin), outcome in _by_topic(judged)),
                key=lambda row: (row[0].name, row[1]),
            ),
            "pairs": [(pair, _name(names, pair.first), _name(names, pair.second)) for pair in both],
            "least": LEAST_ROWS,
        }
        return TemplateResponse(request, "admin/annotations/agreement.html", context)


def _by_topic(judged: Iterable[Judged]) -> Any:
    return _summed(judged, lambda one: (one.topic, one.origin))


def _summed(judged: Iterable[Judged], key: Any) -> list[tuple[Any, Outcome]]:
    """Outcomes added up under one key each, in the order in which the keys come."""
    total: dict[Hashable, Outcome] = defaultdict(Outcome)
    for one in judged:
        total[key(one)] += one.outcome
    return list(total.items())


def _name(names: dict[int, str], pk: int) -> str:
    return names.get(pk, "an account that is gone")
