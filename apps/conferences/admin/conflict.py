from collections.abc import Callable
from typing import Any, cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list

from apps.conferences.admin.import_run import ReadOnly
from apps.conferences.admin.place import place
from apps.conferences.admin.values import name_rows, value_shown
from apps.conferences.models import Conflict
from apps.conferences.querysets import ConflictQuerySet
from apps.conferences.settling import fingerprint, keep_mine, take_theirs
from apps.history.locking import atomic_again

Settle = Callable[[ConflictQuerySet, User], int]
IN_LIST = 3
"""So many differences are shown of one conflict in the list."""

MEANWHILE = "The source says something else by now, or somebody was quicker. Not settled: {}. This is how it stands."
GONE = "Someone that the source names was deleted here since; import the source again first."


class StateFilter(admin.SimpleListFilter):
    """What there is to settle, unless one asks for the rest."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("withdrawn", "turn withdrawn"), ("settled", "settled"), ("all", "all")]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        return [{**first, "display": "to settle"}, *rest]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        conflicts = cast("ConflictQuerySet", queryset)
        if self.value() == "settled":
            return conflicts.exclude(settled="")
        if self.value() == "withdrawn":
            return conflicts.of_withdrawn_turns()
        return conflicts if self.value() == "all" else conflicts.open()


@admin.register(Conflict)
class ConflictAdmin(ReadOnly, admin.ModelAdmin):
    """Where sources and people disagree: nothing to edit, two ways to settle."""

    list_display = ["what", "ours_shortly", "source_says_shortly", "place", "found_at"]
    list_filter = [StateFilter, "conference__source"]
    list_per_page = 50
    show_full_result_count = False
    actions = ["keep_selected", "take_selected"]
    fields = ["what", "of", "ours", "source_says", "source_said", "found_at", "run", "state", "settled_by"]
    readonly_fields = ["what", "of", "ours", "source_says", "source_said", "state"]
    change_form_template = "admin/conferences/conflict/change_form.html"

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conflict]:
        conflicts: QuerySet[Conflict] = super().get_queryset(request)
        return conflicts.select_related("conference", "turn__conference", "run").defer(
            "conference__source_text", "turn__conference__source_text"
        )

    def has_settle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("conferences.change_conflict")

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        name_rows(changelist.result_list)
        return changelist

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Conflict | None:
        conflict = cast("Conflict | None", super().get_object(request, object_id, from_field))
        name_rows([conflict] if conflict else [])
        return conflict

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        may_settle = self.has_settle_permission(request)
        settle = {"_keep": keep_mine, "_take": take_theirs}
        chosen = next((how for name, how in settle.items() if name in request.POST), None)
        conflict = self.get_object(request, unquote(object_id))
        if request.method == "POST" and chosen and may_settle:
            if conflict is None:
                raise Http404("There is no such conflict.")
            seen = {str(conflict.pk): request.POST.get("seen", "")}
            settled = self._settle_seen(request, Conflict.objects.filter(pk=conflict.pk), chosen, seen)
            return self.response_post_save_change(request, conflict) if settled else HttpResponseRedirect(request.path)
        context = {"may_settle": may_settle, "seen": conflict and fingerprint(conflict)}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **context})

    @admin.action(description="Keep ours", permissions=["settle"])
    def keep_selected(self, request: HttpRequest, queryset: ConflictQuerySet) -> None:
        self._settle_seen(request, queryset, keep_mine, _seen_in_list(request))

    @admin.action(description="Take the source's", permissions=["settle"])
    def take_selected(self, request: HttpRequest, queryset: ConflictQuerySet) -> None:
        self._settle_seen(request, queryset, take_theirs, _seen_in_list(request))

    @atomic_again
    def _settle_seen(
        self, request: HttpRequest, conflicts: ConflictQuerySet, how: Settle, seen: dict[str, str]
    ) -> bool:
        """Settle those that are as the person saw them: a source may have changed again while the page was open."""
        held = Conflict.objects.filter(pk__in=conflicts.order_by().values("pk")).hold()
        other = [one for one in held if seen.get(str(one.pk), fingerprint(one)) != fingerprint(one)]
        if other:
            messages.error(request, MEANWHILE.format(get_text_list([str(one) for one in other[:IN_LIST]], "and")))
        as_seen = {one.pk for one in held} - {one.pk for one in other}
        if as_seen or not other:
            self._settle(request, Conflict.objects.filter(pk__in=as_seen), how)
        return bool(as_seen)

    def _settle(self, request: HttpRequest, conflicts: ConflictQuerySet, how: Settle) -> None:
        chosen = list(conflicts.open())
        pghistory.context(act="Keep ours" if how is keep_mine else "Take the source's")
        try:
            count = how(Conflict.objects.filter(pk__in=[one.pk for one in chosen]), cast("User", request.user))
        except ObjectDoesNotExist:
            messages.error(request, GONE)
            return
        for conflict in chosen:
            word = "Kept ours" if how is keep_mine else "Took the source's"
            self.log_change(request, conflict, f"{word}.")
            self.log_change(request, conflict.about, f"{word}: {conflict.row_field.verbose_name}.")
        messages.success(request, f"{count} conflict{'' if count == 1 else 's'} settled.")

    @admin.display(description="what")
    def what(self, obj: Conflict) -> str:
        return str(obj.row_field.verbose_name)

    @admin.display(description="of")
    def of(self, obj: Conflict) -> SafeString:
        model = obj.about._meta.model_name
        url = reverse(f"admin:conferences_{model}_change", args=[obj.about.pk])
        return format_html('<a href="{}">{}</a>', url, obj.about)

    @admin.display(description="conference")
    def place(self, obj: Conflict) -> str:
        return place(obj.conference)

    @admin.display(description="ours")
    def ours_shortly(self, obj: Conflict) -> SafeString | str:
        shown = value_shown(obj, obj.mine, beside=obj.theirs, at_most=IN_LIST)
        return format_html('{}<input type="hidden" name="seen" value="{}:{}">', shown, obj.pk, fingerprint(obj))

    @admin.display(description="the source now says")
    def source_says_shortly(self, obj: Conflict) -> SafeString | str:
        return value_shown(obj, obj.theirs, beside=obj.mine, at_most=IN_LIST)

    @admin.display(description="ours")
    def ours(self, obj: Conflict) -> SafeString | str:
        return value_shown(obj, obj.mine, beside=obj.theirs)

    @admin.display(description="the source now says")
    def source_says(self, obj: Conflict) -> SafeString | str:
        return value_shown(obj, obj.theirs, beside=obj.mine)

    @admin.display(description="the source said before")
    def source_said(self, obj: Conflict) -> SafeString | str:
        return value_shown(obj, obj.before, beside=obj.theirs)

    @admin.display(description="state")
    def state(self, obj: Conflict) -> str:
        if not obj.settled and not obj.is_open:
            return "nothing to settle while the turn is withdrawn"
        return obj.get_settled_display()


def _seen_in_list(request: HttpRequest) -> dict[str, str]:
    """By id what each conflict of the page said; whoever settles all that the filters find has not seen the rest."""
    return dict(one.split(":", 1) for one in request.POST.getlist("seen") if ":" in one)
