from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.conferences.admin.merging import MergeAdmin
from apps.conferences.admin.name import KeptNameAdmin
from apps.conferences.admin.splitting import SplitAdmin
from apps.conferences.merging.facts import facts
from apps.conferences.merging.merge import DISTINCT
from apps.conferences.models import Named
from apps.conferences.querysets import NamedQuerySet
from apps.history.admin import HistoryAdmin


class MergedFilter(admin.SimpleListFilter):
    title = "whether it is merged"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "stands for itself"), ("yes", "merged into another")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(merged_into__isnull=self.value() == "no") if self.value() else queryset


class NamedAdmin(HistoryAdmin, MergeAdmin, SplitAdmin, KeptNameAdmin):
    """Speakers and organisations.  Merging, un-merging and splitting them has pages of its own."""

    list_display = ["name", "aliases", "merged_into"]
    list_select_related = ["merged_into"]
    list_filter = [MergedFilter]
    search_fields = ["name", "aliases", "absorbed__name", "absorbed__aliases"]

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        distinct = DISTINCT[self.model]
        return [*super().history_of(obj), (distinct, {"one": obj.pk}), (distinct, {"other": obj.pk})]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["name", "slug", "aliases", *(["stands_for", "merged_here", "heard"] if obj else [])]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(["stands_for", "merged_here", "heard"] if obj else [])]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Where a turn's speaker is chosen, the merged are found as who they are by now."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        choosing = request.path == reverse("admin:autocomplete")
        return (found.filter(merged_into=None) if choosing else found), may_repeat

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A merged name must go on leading to who it is: un-merge it first."""
        return super().has_delete_permission(request, obj) and not (obj and obj.merged_into_id)

    @admin.display(description="merged into")
    def stands_for(self, obj: Named) -> SafeString | str:
        if obj.merged_into is None:
            return "none: it stands for itself"
        return self._link(obj.merged_into)

    @admin.display(description="merged into it")
    def merged_here(self, obj: Named) -> SafeString | str:
        rows = NamedQuerySet[Any](self.model).filter(merged_into=obj)
        return format_html_join(", ", "{}", ((self._link(row),) for row in rows)) or "none"

    def _link(self, row: Named) -> SafeString:
        url = reverse(f"admin:conferences_{self.opts.model_name}_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', url, row)

    @admin.display(description="heard")
    def heard(self, obj: Named) -> SafeString:
        about = facts(type(obj), [obj.present.pk])[obj.present.pk]
        return render_to_string("admin/conferences/named/heard.html", {"about": about, "whole": True})
