from typing import Any, cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.views.decorators.http import require_http_methods

from apps.annotations.entity_decisions import MergedMeanwhileError, merge_entities, unmerge_entity
from apps.annotations.models import Entity, Mention

MOST_AT_ONCE = 20
OFFERED = 20

reads_and_writes = method_decorator(require_http_methods(["GET", "HEAD", "POST"]))


class MergeEntitiesAdmin(admin.ModelAdmin):
    """Merging entities and taking that back: counted first, done as one act."""

    change_form_template = "admin/annotations/entity/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        def to(view: Any, route: str, name: str) -> URLPattern:
            found: URLPattern = path(route, self.admin_site.admin_view(view), name=f"annotations_entity_{name}")
            return found

        merging = [to(self.merge_view, "merge/", "merge")]
        return [*merging, to(self.unmerge_view, "<path:object_id>/unmerge/", "unmerge"), *super().get_urls()]

    @admin.action(description="Merge selected entities…", permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Entity]) -> HttpResponse | None:
        chosen = [row.pk for row in queryset.filter(merged_into=None)[: MOST_AT_ONCE + 1]]
        if 2 <= len(chosen) <= MOST_AT_ONCE:
            query = QueryDict(mutable=True)
            query.setlist("row", [str(pk) for pk in chosen])
            return HttpResponseRedirect(f"{reverse('admin:annotations_entity_merge')}?{query.urlencode()}")
        messages.error(request, f"Choose at least two and at most {MOST_AT_ONCE} that are not merged yet.")
        return None

    @reads_and_writes
    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Those to merge side by side, and which one stays; ``q`` looks for another one."""
        self._may_merge(request)
        query = request.POST if request.method == "POST" else request.GET
        pks = [int(pk) for pk in query.getlist("row")[:MOST_AT_ONCE] if pk.isdecimal() and len(pk) < 19]
        rows = list(Entity.objects.filter(pk__in=pks, merged_into=None))
        named = {row.pk: _named(row) for row in rows}
        rows.sort(key=lambda row: (-named[row.pk]["mentions"], row.pk))
        into = next((row for row in rows if str(row.pk) == query.get("into")), None)
        if request.method == "POST":
            if len(rows) < 2 or into is None:
                messages.error(request, "Choose two or more that are not merged yet, and which one stays.")
            elif done := self._merge(request, rows, into):
                return done
        looked_for = query.get("q", "").replace("\0", "").strip()[:200]
        offered = Entity.objects.called(looked_for).filter(merged_into=None, rejected=False).exclude(pk__in=named)
        context = {
            "title": "Merge entities",
            "rows": [(row, named[row.pk]) for row in rows],
            "into": into or (rows[0] if rows else None),
            "together": _named(*rows),
            "looked_for": looked_for,
            "offered": offered[:OFFERED] if looked_for else [],
        }
        return self._page(request, "merge", context)

    def _merge(self, request: HttpRequest, rows: list[Entity], into: Entity) -> HttpResponse | None:
        names = get_text_list([f"“{row}”" for row in rows if row != into], "and")
        with pghistory.context(act=f"Merge {names} into “{into}”") as act:
            try:
                merge_entities(rows, into, cast("User", request.user))
            except MergedMeanwhileError:
                messages.error(request, "Meanwhile one of them was merged. Nothing was done.")
                return None
        return self._done(request, f"Merged {names} into “{into}”.", act, into)

    @reads_and_writes
    def unmerge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What comes back to the entity; sent as a form, it is done."""
        self._may_merge(request)
        row: Entity | None = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404("There is no such entity.")
        if row.merged_into is None:
            messages.error(request, f"“{row}” is not merged.")
            return HttpResponseRedirect(reverse("admin:annotations_entity_change", args=[row.pk]))
        if request.method == "POST":
            with pghistory.context(act=f"Un-merge “{row}” from “{row.merged_into}”") as act:
                try:
                    unmerge_entity(row, cast("User", request.user))
                except MergedMeanwhileError:
                    messages.error(request, "Meanwhile somebody un-merged it or merged it into another one.")
                    return HttpResponseRedirect(reverse("admin:annotations_entity_change", args=[row.pk]))
            return self._done(request, f"“{row}” stands for itself again.", act, row)
        along = list(Entity.objects.came_along_with(row))
        context = {"title": f"Un-merge “{row}”", "row": row, "along": along, "named": _named(row, *along)}
        return self._page(request, "unmerge", context)

    def _may_merge(self, request: HttpRequest) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _done(self, request: HttpRequest, done: str, act: Any, row: Entity) -> HttpResponse:
        url = reverse("admin:history_act_change", args=[act.id])
        messages.success(request, format_html('{} <a href="{}">See or undo it</a>', done, url))
        return HttpResponseRedirect(reverse("admin:annotations_entity_change", args=[row.pk]))

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/annotations/entity/{name}.html", {**shared, **context})


def _named(*rows: Entity) -> dict[str, int]:
    """How many mentions and conferences name these, or what was merged into them."""
    mentions = Mention.objects.filter(entity__in=rows) | Mention.objects.filter(entity__merged_into__in=rows)
    counted: dict[str, int] = mentions.aggregate(
        mentions=Count("pk"), conferences=Count("turn__conference", distinct=True)
    )
    return counted
