from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.annotations.admin.marks import marked
from apps.annotations.entity_decisions import judge_mentions, save_mention
from apps.annotations.evidence import excerpt, pieces
from apps.annotations.models import Mention
from apps.history.admin import HistoryAdmin

REPORTED = ["origin", "label", "sure", "decided_by", "decided_at", "whole_turn"]


class MentionForm(forms.ModelForm):
    """A mention as a person judges it: whom or what it means, and whether it is one."""

    class Meta:
        model = Mention
        fields = ("entity", "status")


@admin.register(Mention)
class MentionAdmin(HistoryAdmin):
    """Mentions with their words: confirm, reject, or choose another entity."""

    form = MentionForm
    list_display = ["words", "entity", "kind", "status", "origin", "sure"]
    list_filter = ["status", "origin", "entity__kind"]
    list_select_related = ["entity", "turn"]
    search_fields = ["entity__name"]
    autocomplete_fields = ["entity"]
    actions = ["confirm_selected", "reject_selected"]
    ordering = ["-pk"]
    show_full_result_count = False
    list_per_page = 50

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return lookup == "entity__id__exact" or super().lookup_allowed(lookup, value, request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [(None, {"fields": ["entity", "status", *REPORTED]})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return REPORTED

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It would come back with the next annotation: reject it."""
        return False

    def save_model(self, request: HttpRequest, obj: Mention, form: ModelForm, change: bool) -> None:
        if form.changed_data:
            save_mention(obj, cast("User", request.user))

    @admin.action(description="Confirm selected mentions", permissions=["change"])
    def confirm_selected(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        self._judge(request, queryset, Mention.Status.CONFIRMED)

    @admin.action(description="Reject selected mentions", permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        self._judge(request, queryset, Mention.Status.REJECTED)

    def _judge(self, request: HttpRequest, queryset: QuerySet[Mention], status: Mention.Status) -> None:
        count = judge_mentions(list(queryset), status, cast("User", request.user))
        messages.success(request, f"{count} mention{'' if count == 1 else 's'} {status}.")

    @admin.display(description="words")
    def words(self, obj: Mention) -> SafeString:
        return marked(excerpt(obj.turn.text, obj.spans, 60)) if obj.spans else _lost(obj)

    @admin.display(description="score", ordering="score")
    def sure(self, obj: Mention) -> str:
        return "" if obj.score is None else f"{obj.score:.2f}"

    @admin.display(ordering="entity__kind")
    def kind(self, obj: Mention) -> str:
        return obj.entity.get_kind_display()

    @admin.display(description="turn")
    def whole_turn(self, obj: Mention) -> SafeString:
        lost = "" if obj.spans else format_html("<p>{}</p>", _lost(obj))
        return format_html("<p>{}</p>{}{}", obj.turn.label, lost, marked(pieces(obj.turn.text, obj.spans)))


def _lost(mention: Mention) -> SafeString:
    return format_html("“{}” is no longer found in the turn.", mention.lost_words)
