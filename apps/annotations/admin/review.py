from typing import Any, cast

import pghistory
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from apps.annotations.admin.retag import RetagAdmin, RetagForm
from apps.annotations.decisions import DecidedMeanwhileError, judge
from apps.annotations.models import Report, Tag
from apps.annotations.retag import Decision
from apps.annotations.review import QueueForm, show
from apps.history.models import Act
from apps.history.undo import undo

SKIPPED = "skip"
MOST_SKIPPED = 100
MOST_TOLD = 5  # reports that no tag comes with, the oldest first
MOST_UNDONE = 50  # decisions, one after the other
DECIDED = "reviewed"  # in the session: the acts of this visit, as [act, tag]


class ReviewAdmin(RetagAdmin):
    """One suggestion after the other, the most instructive first: judge it, or leave it for later."""

    def get_urls(self) -> list[URLPattern]:
        pages = {"": self.review_view, "all/": self.review_all_view, "undo/": self.review_undo_view}
        return [
            *(
                path(f"review/{place}", self.admin_site.admin_view(view), name=f"annotations_tag_review{place[:-1]}")
                for place, view in pages.items()
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def review_view(self, request: HttpRequest) -> HttpResponse:
        """The next suggestion under the filters; sent as a form, the decision about the one that was shown.

        htmx gets what a decision changes, and at once; others are sent on to the whole page.
        """
        self._may_judge(request)
        by_htmx = bool(getattr(request, "htmx", False))
        asked = request.POST.get("tag") or request.GET.get("tag", "")
        form = RetagForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            self._judge(request, Decision(form.cleaned_data["decision"]), form.cleaned_data["topic"])
            if not by_htmx:
                return self._next(request)
            asked = ""
        for error in [error for errors in form.errors.values() for error in errors]:
            messages.error(request, str(error))
        filters = QueueForm(request.GET, auto_id="filter_%s")
        found = filters.find(cast("User", request.user))
        second = bool(filters.cleaned_data.get("second"))
        tags = found.select_related("topic__parent", "conference__source", "turn__speaker")
        tags = tags.defer("conference__source_text")
        again = tags.filter(pk=int(asked)) if asked.isdecimal() and len(asked) < 18 else tags.none()
        count, first = tags.count_and_first(_skipped(request))
        tag = again.most_instructive_first().first() or first
        shown = show(tag) if tag else None
        alike = 0
        if tag and shown and shown.words and not second:
            alike = found.filter(topic=tag.topic).on_words(shown.words).count()
        reports = Report.objects.open()
        if not request.user.has_perm("annotations.view_report"):
            reports = reports.none()
        many = reports.count()
        context = {
            "filters": filters,
            "query": _query(request),
            "filtered": any(filters.data.get(name) for name in filters.fields),
            "count": count,
            "second": second,
            "skipped": len(_skipped(request)),
            "shown": shown,
            "alike": alike,
            "reports": many,
            "told": reports.beside_tags().with_place()[:MOST_TOLD] if many else [],
            "form": form,
            "may_undo": bool(request.session.get(DECIDED)) and self._may_undo(request),
        }
        if by_htmx:
            return TemplateResponse(request, "admin/annotations/review/queue.html", context)
        around = {"title": "Review suggestions", "opts": self.opts, "media": self.media}
        around |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/annotations/review.html", {**around, **context})

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def review_all_view(self, request: HttpRequest) -> HttpResponse:
        """One decision about all that the filters find: counted first, done as one act."""
        self._may_judge(request)
        filters = QueueForm(request.GET, auto_id="filter_%s")
        found = filters.find()
        if filters.errors:
            return self._next(request)
        return self.retag_selected(request, found) or self._next(request)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def review_undo_view(self, request: HttpRequest) -> HttpResponse:
        """Take back this visit's last decision, and show the suggestion again.  Who had to sign in first goes on."""
        self._may_judge(request)
        if request.method != "POST":
            return self._next(request)
        decided = request.session.get(DECIDED, [])
        if not self._may_undo(request):
            raise PermissionDenied
        if not decided:
            messages.warning(request, "There is nothing to undo.")
            return self._next(request)
        *rest, (act_id, tag) = decided
        request.session[DECIDED] = rest
        act = Act.objects.get(pk=act_id)
        pghistory.context(act=f"Undo: {act}", undoes=act_id)
        undone = undo(act)
        if undone.left:
            messages.warning(request, "It was changed again since, so it stays as it is.")
        else:
            messages.success(request, "Undone. Here it is again.")
        return self._next(request, tag)

    def _judge(self, request: HttpRequest, decision: Decision, topic: Any) -> None:
        user = cast("User", request.user)
        name = f"Review: {'another topic' if decision == Decision.TOPIC else decision.value}"
        shown, seen = request.POST.get("tag", ""), request.POST.get("seen", Tag.Status.SUGGESTED)
        pk = int(shown) if shown.isdecimal() else 0
        concerned = Tag.objects.filter(Q(pk=pk) | Q(turn__tags=pk, topic=topic)).exclude(decided_by=None)
        earlier = {tag: said for tag, *said in concerned.values_list("pk", "decided_by__username", "status")}
        try:
            with pghistory.context(act=name) as act:
                held = judge(pk, seen, decision, topic, user)
        except Tag.DoesNotExist:
            messages.warning(request, "That suggestion is gone: its words or phrases have changed.")
        except DecidedMeanwhileError as meanwhile:
            messages.warning(request, f"Left alone. {meanwhile}")
        else:
            decided = request.session.get(DECIDED, [])
            request.session[DECIDED] = [*decided, [str(act.id), pk]][-MOST_UNDONE:]
            who, said = earlier.get(held.pk) or earlier.get(pk) or ("", "")
            before = f" {who} had {said} it." if who else ""
            messages.success(request, f"“{held.topic}”: {held.get_status_display().lower()}.{before}")

    def _may_judge(self, request: HttpRequest) -> None:
        if not (self.has_change_permission(request) and self.has_add_permission(request)):
            raise PermissionDenied

    def _may_undo(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("history.undo_act"))

    def _next(self, request: HttpRequest, tag: int | None = None) -> HttpResponse:
        query = _query(request)
        parts = [query] if query else []
        parts += [f"tag={tag}"] if tag else []
        return HttpResponseRedirect(f"{reverse('admin:annotations_tag_review')}?{'&'.join(parts)}".rstrip("?"))


def _skipped(request: HttpRequest) -> list[int]:
    given = [pk for pk in request.GET.getlist(SKIPPED) if pk.isdecimal() and len(pk) < 18]
    return [int(pk) for pk in given[-MOST_SKIPPED:]]


def _query(request: HttpRequest) -> str:
    """The filters and what is left for later, without the one suggestion that is shown again."""
    query = request.GET.copy()
    query.pop("tag", None)
    for name in [name for name in query if not any(query.getlist(name))]:
        del query[name]
    return query.urlencode()
