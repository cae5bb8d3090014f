from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from apps.conferences.importing.undoing import Undoing, files_to_undo, plan, undo_import
from apps.conferences.models import ImportRun

MOST_AT_ONCE = 200  # files; what takes longer than a page may is for the command
LISTED = 50


class UndoImportAdmin(admin.ModelAdmin):
    """An import is taken back whole: first what would go, become what it was, and stay; then it is done."""

    change_form_template = "admin/conferences/importrun/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<path:object_id>/undo/", view, name="conferences_importrun_undo"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What an undo would do; sent as a form, it is done."""
        rights = ["conferences.add_importrun", "history.undo_act"]
        if not request.user.has_perms(rights):
            raise PermissionDenied
        run = cast("ImportRun | None", self.get_object(request, unquote(object_id)))
        if run is None:
            raise Http404("There is no such import.")
        files = files_to_undo(run).count()
        is_long = files > MOST_AT_ONCE
        undoing = Undoing() if is_long else plan(run)
        is_own = run.user_id == request.user.pk
        may = is_own or not undoing.gone or request.user.has_perm("conferences.delete_conference")
        if request.method == "POST" and not may:
            raise PermissionDenied
        if request.method == "POST" and not is_long:
            self._undo(request, run)
            return HttpResponseRedirect(reverse("admin:conferences_importrun_change", args=[run.pk]))
        context = {
            "title": f"Undo: {run}",
            "run": run,
            "undoing": undoing,
            "gone": undoing.gone[:LISTED],
            "back": undoing.back[:LISTED],
            "left": undoing.left[:LISTED],
            "may": may,
            "files": files,
            "is_long": is_long,
            "most": MOST_AT_ONCE,
        }
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        return TemplateResponse(request, "admin/conferences/importrun/undo.html", {**shared, **context})

    def _undo(self, request: HttpRequest, run: ImportRun) -> None:
        undoing = undo_import(run, cast("User", request.user))
        links: list[tuple[str, Any]] = []
        if undoing.act:
            links.append(("the deletions", reverse("admin:history_act_change", args=[undoing.act])))
        if undoing.run:
            links.append(("the earlier versions", reverse("admin:conferences_importrun_change", args=[undoing.run.pk])))
        said = said_of(undoing)
        for name, url in links:
            said = format_html('{} <a href="{}">See or undo {}</a>', said, url, name)
        (messages.success if undoing.has_any else messages.warning)(request, said)


def said_of(undoing: Undoing) -> str:
    """``2 conferences deleted, 1 as it was before the import. Left alone: 1.``"""
    gone, back = len(undoing.gone), len(undoing.back)
    done = [f"{gone} conference{pluralize(gone)} deleted"] if gone else []
    done += [f"{back} conference{pluralize(back)} as before the import"] if back else []
    left = f" Left alone: {len(undoing.left)}." if undoing.left else ""
    return f"{', '.join(done) or 'Nothing was undone'}.{left}"
