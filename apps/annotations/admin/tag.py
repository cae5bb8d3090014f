from typing import Any, cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models import F, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.annotations.admin.agreement import AgreementAdmin
from apps.annotations.admin.marks import marked
from apps.annotations.admin.review import ReviewAdmin
from apps.annotations.admin.tag_form import TagForm
from apps.annotations.decisions import save_decision
from apps.annotations.evidence import excerpt, pieces
from apps.annotations.models import Tag
from apps.annotations.querysets import TagQuerySet
from apps.annotations.retag import Decision
from apps.conferences.admin.filters import YearFilter
from apps.history.admin import HistoryAdmin
from apps.history.locking import atomic_again

AT_ONCE = 25  # decided without a count before
WORDS_AROUND = 70  # characters on each side of the evidence
REPORTED = ["origin", "sure", "decided_by", "decided_at", "conference", "whole_turn"]
REJECT_INSTEAD = (
    "No person added this tag. If it is wrong, reject it: deleted, it would come back with the next import."
)


@admin.register(Tag)
class TagAdmin(ReviewAdmin, AgreementAdmin, HistoryAdmin):
    form = TagForm
    list_display = ["topic", "status", "origin", "sure", "words", "decided"]
    list_filter = ["status", "origin", YearFilter, ("topic", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["turn__text", "conference__title"]
    show_full_result_count = False
    ordering = [F("conference__event_date").desc(nulls_last=True), "conference", "turn__position", "topic__name"]
    autocomplete_fields = ["topic", "turn", "conference"]
    list_per_page = 50
    actions = ["confirm_selected", "reject_selected", "retag_selected"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        tags: QuerySet[Tag] = super().get_queryset(request)
        return tags.select_related("topic", "turn", "conference", "decided_by").defer("conference__source_text")

    def hold(self, pk: Any) -> None:
        Tag.objects.filter(pk=pk).hold()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return [(None, {"fields": ["turn", "conference", "topic", "status"]})]
        about = "" if obj.origin == Tag.Origin.HUMAN else REJECT_INSTEAD
        return [(None, {"fields": ["topic", "status", *REPORTED], "description": about})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return REPORTED if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what a person added can be deleted: the next import would bring anything else back."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.origin == Tag.Origin.HUMAN)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def save_model(self, request: HttpRequest, obj: Tag, form: ModelForm, change: bool) -> None:
        held = save_decision(obj, form.changed_data if change else (), cast("User", request.user))
        if held is not obj:
            self.log_addition(request, held, [{"added": {}}])
            messages.info(request, f"The old tag is rejected, and “{held.topic}” stands in its place.")

    @admin.action(description="Confirm selected tags", permissions=["change"])
    def confirm_selected(self, request: HttpRequest, queryset: TagQuerySet) -> HttpResponse | None:
        return self._decide_selected(request, queryset, Tag.Status.CONFIRMED)

    @admin.action(description="Reject selected tags", permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: TagQuerySet) -> HttpResponse | None:
        return self._decide_selected(request, queryset, Tag.Status.REJECTED)

    def _decide_selected(self, request: HttpRequest, queryset: TagQuerySet, status: Tag.Status) -> HttpResponse | None:
        """A few at once, as they stand on the page; many are counted first."""
        decision = Decision.CONFIRM if status == Tag.Status.CONFIRMED else Decision.REJECT
        if request.POST.get("select_across") == "1" or queryset.count() > AT_ONCE:
            return self.retag_selected(request, queryset, decision.value)
        with pghistory.context(act=f"{decision.value.capitalize()} tags") as act:
            self._decide_few(request, queryset, status, act.id)
        return None

    @atomic_again
    def _decide_few(self, request: HttpRequest, queryset: TagQuerySet, status: Tag.Status, act_id: Any) -> None:
        user = cast("User", request.user)
        selected = queryset.hold()
        open_ones = [tag for tag in selected if tag.status != status or tag.decided_at is None]
        found = Tag.objects.filter(pk__in=[tag.pk for tag in open_ones])
        count = found.confirm(user) if status == Tag.Status.CONFIRMED else found.reject(user)
        for tag in open_ones:
            tag.status = status
        if open_ones:
            LogEntry.objects.log_actions(user.pk, open_ones, CHANGE, f"{status.label} from the list.")
        rest = len(selected) - count
        before = f" {rest} had been {status} before." if rest else ""
        url = reverse("admin:history_act_change", args=[act_id])
        link = format_html(' <a href="{}">See or undo it</a>', url) if count else ""
        messages.success(request, format_html("{} tag{} {}.{}{}", count, pluralize(count), status, before, link))

    @admin.display(description="score", ordering="score")
    def sure(self, obj: Tag) -> str:
        return "" if obj.score is None else f"{obj.score:.2f}"

    @admin.display(description="words and conference", ordering="conference__event_date")
    def words(self, obj: Tag) -> SafeString:
        day = date_format(obj.conference.event_date) if obj.conference.event_date else "no date"
        said = marked(excerpt(obj.turn.text, obj.evidence, WORDS_AROUND)) if obj.turn else "whole conference"
        return format_html('{}<div class="place">{}: {}</div>', said, day, obj.conference.title)

    @admin.display(description="decided", ordering="decided_at")
    def decided(self, obj: Tag) -> str:
        if obj.decided_at is None:
            return ""
        return f"{obj.decided_by}, {date_format(timezone.localtime(obj.decided_at), 'j M Y, H:i')}"

    @admin.display(description="turn")
    def whole_turn(self, obj: Tag) -> SafeString | str:
        if obj.turn is None:
            return "none: the tag is on the whole conference"
        return format_html("<p>{}</p>{}", obj.turn.label, marked(pieces(obj.turn.text, obj.evidence)))
