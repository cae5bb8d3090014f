from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.annotations.admin.tag_inline import ConferenceTagInline, SavesTags
from apps.annotations.models import Tag
from apps.conferences.admin import ConferenceAdmin
from apps.conferences.models import Conference

admin.site.unregister(Conference)


@admin.register(Conference)
class ConferenceWithTagsAdmin(SavesTags, ConferenceAdmin):
    """The record's own admin, with what is said about a conference."""

    list_display = [*ConferenceAdmin.list_display, "topics"]
    readonly_fields = [*ConferenceAdmin.readonly_fields, "tags_on_turns"]
    inlines = [ConferenceTagInline]

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        return [*super().history_of(obj), (Tag, {"conference": obj.pk, "turn": None})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conference]:
        shown = Tag.objects.shown().filter(conference=OuterRef("pk")).order_by("topic__name")
        names = ArraySubquery(shown.values_list("topic__name", flat=True).distinct())
        return super().get_queryset(request).annotate(topic_names=names)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_fieldsets(request, obj), ("Topics", {"fields": ["tags_on_turns"]})]

    def get_deleted_objects(
        self, objs: Iterable[Conference], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        conferences = list(objs)
        listed, counts, lacking, protected = super().get_deleted_objects(conferences, request)
        decided = Tag.objects.filter(conference__in=conferences).exclude(decided_at=None).count()
        return listed, {**counts, "tags decided by people": decided}, lacking, protected

    @admin.display(description="topics")
    def topics(self, obj: Any) -> str:
        return ", ".join(obj.topic_names)

    @admin.display(description="tags on its turns")
    def tags_on_turns(self, obj: Conference) -> SafeString:
        url = reverse("admin:annotations_tag_changelist")
        count = obj.tags.exclude(turn=None).count()
        tags = f"{count} tag{pluralize(count)}"
        return format_html('<a href="{}?conference__id__exact={}">{}</a>', url, obj.pk, tags)
