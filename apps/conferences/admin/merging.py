from typing import Any, cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import capfirst, get_text_list
from django.views.decorators.http import require_http_methods, require_POST

from apps.conferences.merging.duplicates import duplicates
from apps.conferences.merging.facts import facts, weighed
from apps.conferences.merging.merge import (
    MergedMeanwhileError,
    keep_apart,
    merge,
    merged_below,
    rows_of,
    said_distinct,
    stays_elsewhere,
    unmerge,
)
from apps.conferences.models import Named, Turn

MOST_AT_ONCE = 20
MOST_PAIRS = 500
PAIRS_A_PAGE = 20
LISTED = 50
MEANWHILE = "Meanwhile one of them was merged or deleted. Nothing was done; these are those that are left."

reads_and_writes = method_decorator(require_http_methods(["GET", "HEAD", "POST"]))


class MergeAdmin(admin.ModelAdmin):
    """Merging, un-merging and likely duplicates of speakers and organisations; each decision is one act."""

    actions = ["merge_selected"]
    change_form_template = "admin/conferences/named/change_form.html"
    change_list_template = "admin/conferences/named/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        def to(view: Any, route: str, name: str) -> URLPattern:
            pattern: URLPattern = path(
                route, self.admin_site.admin_view(view), name=f"conferences_{self.opts.model_name}_{name}"
            )
            return pattern

        return [
            to(self.merge_view, "merge/", "merge"),
            to(self.duplicates_view, "duplicates/", "duplicates"),
            to(self.distinct_view, "distinct/", "distinct"),
            to(self.unmerge_view, "<path:object_id>/unmerge/", "unmerge"),
            *super().get_urls(),
        ]

    @admin.action(description="Merge selected %(verbose_name_plural)s…", permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        chosen = [row.pk for row in queryset.filter(merged_into=None)[: MOST_AT_ONCE + 1]]
        if 2 <= len(chosen) <= MOST_AT_ONCE:
            return HttpResponseRedirect(self.merge_url(chosen))
        messages.error(request, f"Choose at least two and at most {MOST_AT_ONCE} that are not merged yet.")
        return None

    def merge_url(self, pks: list[int]) -> str:
        query = QueryDict(mutable=True)
        query.setlist("row", [str(pk) for pk in pks])
        return f"{self.url('merge')}?{query.urlencode()}"

    def url(self, name: str, *args: Any) -> str:
        return reverse(f"admin:conferences_{self.opts.model_name}_{name}", args=args)

    @reads_and_writes
    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Those to merge side by side, and which one stays; ``q`` looks for another one."""
        self._check(request)
        query = request.POST if request.method == "POST" else request.GET
        pks = {int(pk) for pk in query.getlist("row")[:MOST_AT_ONCE] if pk.isdecimal() and len(pk) < 19}
        known = facts(self.model, list(rows_of(self.model).unmerged().filter(pk__in=pks).values_list("pk", flat=True)))
        ranked = sorted(known.values(), key=lambda one: (-one.conferences, -one.turns, one.row.pk))
        into = next((one.row for one in ranked if str(one.row.pk) == query.get("into")), None)
        if request.method == "POST":
            if len(known) < len(pks):
                messages.error(request, MEANWHILE)
            elif len(known) < 2 or into is None:
                messages.error(request, "Choose two or more, and which one stays.")
            elif done := self._merge(request, [one.row for one in ranked], into):
                return done
        looked_for = query.get("q", "").replace("\0", "").strip()[:200]
        if len(ranked) == 1 and "q" not in query:
            looked_for = ranked[0].row.name.split()[-1]
        found = rows_of(self.model).unmerged().matching(looked_for).exclude(pk__in=known)
        turns = Turn.objects.heard(str(self.opts.model_name)).filter(who__in=known)
        context = {
            "title": f"Merge {self.opts.verbose_name_plural}",
            "ranked": ranked,
            "together": turns.aggregate(turns=Count("pk"), conferences=Count("conference", distinct=True)),
            "into": into or (ranked[0].row if ranked else None),
            "distinct": said_distinct(self.model, known.keys()).select_related("one", "other", "decided_by"),
            "looked_for": looked_for,
            "found": found[:MOST_AT_ONCE] if looked_for else [],
        }
        return self._page(request, "merge", context)

    def _merge(self, request: HttpRequest, rows: list[Named], into: Named) -> HttpResponse | None:
        names = get_text_list([f"“{row}”" for row in rows if row != into], "and")
        with pghistory.context(act=f"Merge {names} into “{into}”") as act:
            try:
                merge(rows, into)
            except MergedMeanwhileError:
                messages.error(request, MEANWHILE)
                return None
        self._tell(request, f"Merged {names} into “{into}”.", act)
        return HttpResponseRedirect(self.url("change", into.pk))

    @reads_and_writes
    def unmerge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What comes back to the row, and what a person has put elsewhere since; sent as a form, it is done."""
        self._check(request)
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404("There is no such row.")
        if row.merged_into is None:
            messages.error(request, f"“{row}” is not merged.")
            return HttpResponseRedirect(self.url("change", row.pk))
        if request.method == "POST":
            with pghistory.context(act=f"Un-merge “{row}” from “{row.merged_into}”") as act:
                try:
                    unmerge(row, cast("User", request.user))
                    self._tell(request, f"“{row}” stands for itself again.", act)
                except MergedMeanwhileError:
                    messages.error(request, f"Somebody has un-merged “{row}” meanwhile.")
            return HttpResponseRedirect(self.url("change", row.pk))
        back = Turn.objects.standing().filter(**{f"{self.opts.model_name}__in": merged_below(row)})
        stays = stays_elsewhere(row)
        context = {
            "title": f"Un-merge “{row}”",
            "row": row,
            "back": back.aggregate(turns=Count("pk"), conferences=Count("conference", distinct=True)),
            "stays": stays.select_related("conference", "speaker", "organisation").defer("conference__source_text")[
                :LISTED
            ],
            "stays_count": stays.count(),
        }
        return self._page(request, "unmerge", context)

    def duplicates_view(self, request: HttpRequest) -> HttpResponse:
        """Pairs that are probably the same, with why; each to merge or to tell apart for good."""
        self._check(request)
        found = duplicates(self.model)
        known = facts(self.model, {pk for one in found[:MOST_PAIRS] for pk in one.pair})
        page = Paginator(weighed(self.model, found[:MOST_PAIRS], known), PAIRS_A_PAGE).get_page(request.GET.get("p"))
        pairs = [
            {"why": one.likeness.reason, "both": [known[pk] for pk in one.pair], "url": self.merge_url([*one.pair])}
            for one in page
        ]
        context = {
            "title": f"{capfirst(self.opts.verbose_name_plural)} that are probably the same",
            "page": page,
            "pairs": pairs,
            "count": len(found),
            "most": MOST_PAIRS,
        }
        return self._page(request, "duplicates", context)

    @method_decorator(require_POST)
    def distinct_view(self, request: HttpRequest) -> HttpResponse:
        """Two are not the same: they are not suggested again."""
        self._check(request)
        pks = {int(pk) for pk in request.POST.getlist("row") if pk.isdecimal() and len(pk) < 19}
        rows = list(rows_of(self.model).filter(pk__in=pks))
        if len(rows) == 2:
            with pghistory.context(act=f"“{rows[0]}” and “{rows[1]}” are not the same") as act:
                keep_apart(self.model, pks, cast("User", request.user))
            self._tell(request, f"“{rows[0]}” and “{rows[1]}” stay two.", act)
        else:
            messages.error(request, "One of them was deleted meanwhile.")
        return HttpResponseRedirect(self.url("duplicates"))

    def _check(self, request: HttpRequest) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _tell(self, request: HttpRequest, done: str, act: Any) -> None:
        url = reverse("admin:history_act_change", args=[act.id])
        messages.success(request, format_html('{} <a href="{}">See or undo it</a>', done, url))

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/conferences/named/{name}.html", {**shared, **context})
