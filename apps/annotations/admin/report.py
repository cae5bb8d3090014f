from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.annotations.models import Report
from apps.annotations.reports import ReportQuerySet


class OpenFilter(admin.SimpleListFilter):
    """Open ones unless asked otherwise."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("closed", "closed")]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        return [{**first, "display": "open"}, *rest]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Report]) -> QuerySet[Report]:
        return queryset.filter(closed_at__isnull=self.value() != "closed")


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """What readers report.  Editors put right what is wrong where it stands, then close the report."""

    list_display = ["words", "about", "created_at", "closed_at", "closed_by"]
    list_filter = [OpenFilter]
    actions = ["close_selected", "reopen_selected"]
    fields = ["words", "about", "created_at", "closed_at", "closed_by"]
    readonly_fields = ["words", "about", "created_at", "closed_at", "closed_by"]

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return Report.objects.with_place().select_related("closed_by")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description="Close selected reports", permissions=["change"])
    def close_selected(self, request: HttpRequest, queryset: ReportQuerySet) -> None:
        self._tell(request, Report.objects.filter(pk__in=queryset).close(cast("User", request.user)), "closed")

    @admin.action(description="Open selected reports again", permissions=["change"])
    def reopen_selected(self, request: HttpRequest, queryset: ReportQuerySet) -> None:
        self._tell(request, Report.objects.filter(pk__in=queryset).reopen(), "open again")

    def _tell(self, request: HttpRequest, count: int, what: str) -> None:
        messages.success(request, f"{count} report{pluralize(count)} {what}.")

    @admin.display(description="about")
    def about(self, obj: Report) -> SafeString:
        name, place = ("turn", obj.turn) if obj.turn else ("conference", obj.conference)
        tags = reverse(f"admin:conferences_{name}_change", args=[place.pk])
        what = f"Topic of the {name}: {obj.topic}" if obj.topic else f"The {name}"
        return format_html('{}. <a href="{}">Read it</a>, <a href="{}">correct it</a>', what, obj.place, tags)
