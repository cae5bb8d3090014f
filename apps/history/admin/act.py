from collections import Counter
from typing import Any

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from apps.history.admin.filters import ByFilter
from apps.history.changes import Change, changes_of_act, event_models
from apps.history.models import Act
from apps.history.shown import show
from apps.history.undo import preview_undo, undo

PER_PAGE = 100


@admin.register(Act)
class ActAdmin(admin.ModelAdmin):
    """All acts, newest first: who, when, what, how many rows.  An act opens to its changes and can be undone whole."""

    list_display = ["when", "who", "what", "rows"]
    list_filter = [ByFilter]
    date_hierarchy = "created_at"
    show_full_result_count = False
    list_per_page = 50
    actions = None

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Act]:
        acts: QuerySet[Act] = super().get_queryset(request)
        counts = {f"rows_{model._meta.model_name}": _rows_of_act(events) for model, events in event_models().items()}
        return Act.objects.with_user_name().filter(pk__in=acts.values("pk")).annotate(**counts).order_by("-created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def may_undo(self, request: HttpRequest, act: Act, changes: list[Change]) -> bool:
        """Whether the person may undo acts, and do by hand what this undo does.

        What she added or deleted herself she may take back, also where adding and deleting are not hers.
        """
        own = act.metadata.get("user") == request.user.pk
        needed = {(change.model._meta, "change" if own else _right(change)) for change in changes}
        return (
            not act.is_machine
            and request.user.has_perm("history.undo_act")
            and all(request.user.has_perm(f"{meta.app_label}.{right}_{meta.model_name}") for meta, right in needed)
        )

    def get_urls(self) -> list[URLPattern]:
        undo_view = self.admin_site.admin_view(self.undo_view)
        return [path("<path:object_id>/undo/", undo_view, name="history_act_undo"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Acts: all that was done, newest first"})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        act = self._get_act(request, object_id)
        changes = changes_of_act(act)
        page = Paginator(changes, PER_PAGE).get_page(request.GET.get("p"))
        context = {
            "title": str(act),
            "counts": _counts(changes),
            "page": page,
            "shown": show(page),
            "undone_by": Act.objects.with_user_name().filter(metadata__undoes=str(act.pk)),
            "may_undo": self.may_undo(request, act, changes),
        }
        return self._page(request, "admin/history/act.html", act, context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What an undo would do; sent as a form, it is done."""
        act = self._get_act(request, object_id)
        if not self.may_undo(request, act, changes_of_act(act)):
            raise PermissionDenied
        if request.method == "POST":
            pghistory.context(act=f"Undo: {act}", undoes=str(act.pk))
            undone = undo(act)
            which = format_html('<a href="{}">See which</a>', reverse("admin:history_act_undo", args=[act.pk]))
            left = format_html(" Left alone: {}. {}", _rows(len(undone.left)), which) if undone.left else ""
            if undone.taken_back:
                messages.success(request, format_html("Undone in {}.{}", _rows(len(undone.taken_back)), left))
            else:
                messages.warning(request, format_html("Nothing was undone.{}", left))
            return HttpResponseRedirect(reverse("admin:history_act_change", args=[act.pk]))
        undone = preview_undo(act)
        page = Paginator(undone.left, PER_PAGE).get_page(request.GET.get("p"))
        left_rows = show(change for change, _ in page)
        later = Act.objects.with_user_name().in_bulk({change.next_act_id for change, _ in page if change.next_act_id})
        context = {
            "title": f"Undo: {act}",
            "undone": undone,
            "page": page,
            "counts": _counts(undone.taken_back, "to remove", "to restore", "to change back"),
            "left": [
                {"shown": shown, "reason": reason, "later": later.get(change.next_act_id)}
                for shown, (change, reason) in zip(left_rows, page, strict=True)
            ],
        }
        return self._page(request, "admin/history/undo.html", act, context)

    def _get_act(self, request: HttpRequest, object_id: str) -> Act:
        if not self.has_view_permission(request):
            raise PermissionDenied
        act: Act | None = self.get_object(request, unquote(object_id))
        if act is None:
            raise Http404("There is no such act.")
        return act

    def _page(self, request: HttpRequest, template: str, act: Act, context: dict[str, Any]) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "act": act, "media": self.media}
        return TemplateResponse(request, template, {**shared, **context})

    @admin.display(description="when", ordering="created_at")
    def when(self, obj: Act) -> str:
        return date_format(localtime(obj.created_at), "j F Y, H:i")

    @admin.display(description="who")
    def who(self, obj: Act) -> str:
        return obj.who

    @admin.display(description="what")
    def what(self, obj: Act) -> str:
        return " ".join(filter(None, [str(obj), obj.metadata.get("file")]))

    @admin.display(description="rows")
    def rows(self, obj: Any) -> str:
        found = [(getattr(obj, f"rows_{model._meta.model_name}"), model._meta) for model in event_models()]
        return ", ".join(
            f"{count} {meta.verbose_name if count == 1 else meta.verbose_name_plural}" for count, meta in found if count
        )


def _rows_of_act(events: Any) -> Coalesce:
    own = events.objects.filter(pgh_context=OuterRef("pk")).order_by().values("pgh_context")
    return Coalesce(Subquery(own.annotate(n=Count("pgh_obj", distinct=True)).values("n")), 0)


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"


def _right(change: Change) -> str:
    """What undoing it comes to."""
    return "delete" if change.before is None else "add" if change.after is None else "change"


def _counts(
    changes: list[Change], added: str = "added", deleted: str = "deleted", changed: str = "changed"
) -> list[str]:
    """``["3 tags changed", "1 tag added"]``."""
    kinds = Counter(
        (change.model, added if change.before is None else deleted if change.after is None else changed)
        for change in changes
    )
    return [
        f"{count} {model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural} {what}"
        for (model, what), count in kinds.items()
    ]
