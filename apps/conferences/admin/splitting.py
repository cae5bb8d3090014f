from typing import cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from apps.conferences.merging.split import NothingToSplitError, heard_in, namesakes, split
from apps.conferences.models import Named

A_PAGE = 500  # conferences: a form of more than 1,000 fields is refused
CHOOSE = "Choose the conferences of the other one: some, but not all."


class SplitAdmin(admin.ModelAdmin):
    """A page on which the conferences of somebody else of the same name are taken out; it is one act."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.split_view)
        name = f"conferences_{self.opts.model_name}_split"
        return [path("<path:object_id>/split/", view, name=name), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The conferences in which the row is heard, to be ticked, and whose they shall be."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404("There is no such row.")
        chosen = {int(pk) for pk in request.POST.getlist("conference") if pk.isdecimal() and len(pk) < 19}
        others = list(namesakes(row))
        into = next((other for other in others if str(other.pk) == request.POST.get("into")), None)
        if request.method == "POST":
            if request.POST.get("into", "new") != "new" and into is None:
                messages.error(request, "Meanwhile the other one was merged, renamed or deleted. Nothing was done.")
            elif done := self._split(request, row, chosen, into):
                return done
        context = {
            "title": f"Split “{row}”",
            "row": row,
            "page": Paginator(heard_in(row), A_PAGE).get_page(request.GET.get("p")),
            "chosen": chosen,
            "others": others,
            "into": into,
        }
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        return TemplateResponse(request, "admin/conferences/named/split.html", {**shared, **context})

    def _split(self, request: HttpRequest, row: Named, chosen: set[int], into: Named | None) -> HttpResponse | None:
        with pghistory.context(act=f"Split “{row}”") as act:
            try:
                other, turns = split(row, chosen, cast("User", request.user), into)
            except NothingToSplitError:
                messages.error(request, CHOOSE)
                return None
        url = reverse("admin:history_act_change", args=[act.id])
        said = f"{turns} turn{'' if turns == 1 else 's'} now of this “{other}”, who is not the other one."
        messages.success(request, format_html('{} <a href="{}">See or undo it</a>', said, url))
        return HttpResponseRedirect(reverse(f"admin:conferences_{self.opts.model_name}_change", args=[other.pk]))
