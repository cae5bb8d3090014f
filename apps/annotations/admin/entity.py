from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.annotations.admin.entity_form import EntityForm
from apps.annotations.admin.entity_merging import MergeEntitiesAdmin
from apps.annotations.entity_decisions import reject_entities, save_entity
from apps.annotations.models import Entity
from apps.history.admin import HistoryAdmin

HELP = "What you save here holds for every later mention. A name that you change stays as an alias."


@admin.register(Entity)
class EntityAdmin(MergeEntitiesAdmin, HistoryAdmin):
    """Entities: rename, retype, merge, reject.  Each is an act, undone in its history."""

    form = EntityForm
    list_display = ["name", "kind", "also_called", "named_times", "state", "decided_by"]
    list_filter = [
        "kind",
        "rejected",
        ("merged_into", admin.EmptyFieldListFilter),
        ("decided_at", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["merged_into", "decided_by"]
    search_fields = ["name", "aliases"]
    actions = ["merge_selected", "reject_selected"]
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entity]:
        entities: QuerySet[Entity] = super().get_queryset(request)
        return entities.annotate(named=Count("mentions"))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = ["kind", "name", "aliases", "rejected"]
        return [(None, {"fields": [*fields, *self.get_readonly_fields(request, obj)], "description": HELP})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["merged_into", "merged_here", "where", "decided_by", "decided_at"] if obj else []

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Entity], search_term: str
    ) -> tuple[QuerySet[Entity], bool]:
        """Where one is chosen, neither the merged nor the rejected are offered."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        choosing = request.path == reverse("admin:autocomplete")
        return (found.filter(merged_into=None, rejected=False) if choosing else found), may_repeat

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It would come back with the next annotation: reject it."""
        return False

    def save_model(self, request: HttpRequest, obj: Entity, form: ModelForm, change: bool) -> None:
        save_entity(obj, form.changed_data, cast("User", request.user))

    @admin.action(description="Reject selected entities", permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Entity]) -> None:
        count = reject_entities(list(queryset), cast("User", request.user))
        messages.success(request, f"{count} entit{'y' if count == 1 else 'ies'} rejected.")

    @admin.display(description="aliases", ordering="aliases")
    def also_called(self, obj: Entity) -> str:
        return ", ".join(obj.aliases)

    @admin.display(description="stands for")
    def state(self, obj: Entity) -> str:
        return "nothing: rejected" if obj.rejected else str(obj.merged_into or "itself")

    @admin.display(description="mentions", ordering="named")
    def named_times(self, obj: Any) -> int:
        return int(obj.named)

    @admin.display(description="merged into this one", empty_value="-")
    def merged_here(self, obj: Entity) -> SafeString:
        links = [
            (reverse("admin:annotations_entity_change", args=[row.pk]), row) for row in obj.merged.order_by("name")
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links)

    @admin.display(description="mentions")
    def where(self, obj: Any) -> SafeString:
        url = reverse("admin:annotations_mention_changelist")
        return format_html('<a href="{}?entity__id__exact={}">{} in the list of mentions</a>', url, obj.pk, obj.named)
