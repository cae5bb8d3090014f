from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from apps.annotations.learning import enough
from apps.annotations.models import LearnedTopic, Tag, TopicModel


class LearnedAdmin(admin.ModelAdmin):
    """What has been learned about topics, and how right that is."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.learned_view)
        return [path("learned/", view, name="annotations_topic_learned"), *super().get_urls()]

    @method_decorator(require_safe)
    def learned_view(self, request: HttpRequest) -> HttpResponse:
        """The model's topics with their figures.  It is changed by training only."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        model = TopicModel.objects.defer("words", "rarity").first()
        rows = LearnedTopic.objects.select_related("topic").defer("weights")
        context = {
            **self.admin_site.each_context(request),
            "title": "What was learned",
            "opts": self.opts,
            "media": self.media,
            "model": model,
            "rows": sorted(rows, key=lambda row: (row.intercept is None, row.topic.name)),
            "newer": Tag.objects.filter(decided_at__gt=model.trained_at).exclude(turn=None).count() if model else 0,
            "least_confirmed": enough.LEAST_CONFIRMED,
            "least_against": enough.LEAST_AGAINST,
            "least_conferences": enough.LEAST_CONFERENCES,
        }
        return TemplateResponse(request, "admin/annotations/learned.html", context)
