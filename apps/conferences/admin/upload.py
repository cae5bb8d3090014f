from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django_tasks_db.models import DBTaskResult

from apps.conferences.admin.import_run import ReadOnly
from apps.conferences.admin.upload_form import UploadForm
from apps.conferences.models import Upload
from apps.conferences.uploads.deciding import discard, queue, start_import
from apps.conferences.uploads.limits import MB, MOST_SENT, TooMuchError
from apps.conferences.uploads.progress import progress_of
from apps.conferences.uploads.report import runs_of
from apps.conferences.uploads.storing import NothingToImportError, store

PER_PAGE = 100
LOOK_AGAIN = "2"  # seconds

admin.site.unregister(DBTaskResult)  # an upload's page says in words what its task does


@admin.register(Upload)
class UploadAdmin(ReadOnly, admin.ModelAdmin):
    """Choose files; see what an import would do; import or discard; read what it did."""

    list_display = ["created_at", "source", "state", "user", "files", "created", "changed", "unchanged", "failed"]
    list_display_links = ["created_at", "source"]
    list_select_related = ["user"]
    list_per_page = 50
    actions = None

    class Media:
        css = {"all": ["admin/css/forms.css", "css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upload]:
        return Upload.objects.with_counts()

    def may_import(self, request: HttpRequest) -> bool:
        return request.user.has_perm("conferences.add_importrun")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_import(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_import(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_import(request)

    @method_decorator(csrf_exempt)  # until it is known that the body is not too long to be read for its token
    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            if (sent := _sent(request)) > MOST_SENT:
                raise TooMuchError(f"The files have {sent // MB} MB, and {MOST_SENT // MB} MB can be sent at once.")
            return self._receive(request)
        except TooMuchError as error:
            problem = str(error)
        except TooManyFilesSent:
            problem = "More than 100 files were chosen; put them into a .zip archive."
        while request.read(MB):  # or the browser would tell of a lost connection instead
            pass
        return self._form_page(request, UploadForm(), [problem], status=413)

    @method_decorator(csrf_protect)
    def _receive(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        problems: list[str] = []
        if form.is_valid():
            user, source = cast("User", request.user), form.cleaned_data["source_name"]
            try:
                upload = store(form.cleaned_data["transcripts"], source, user)
            except NothingToImportError as error:
                problems = error.refusals
            except TooMuchError as error:
                problems = [str(error)]
            else:
                self.log_addition(request, upload, [{"added": {}}])
                return HttpResponseRedirect(_address(upload))
        return self._form_page(request, form, problems)

    def _form_page(
        self, request: HttpRequest, form: UploadForm, problems: list[str], status: int = 200
    ) -> HttpResponse:
        context = {"title": "Import transcripts", "form": form, "problems": problems}
        return self._page(request, "add", context, status)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.may_import(request):
            raise PermissionDenied
        upload: Upload | None = self.get_object(request, unquote(object_id))
        if upload is None:
            raise Http404("There is no such upload.")
        if request.method == "POST":
            self._decide(request, upload)
            return HttpResponseRedirect(_address(upload))
        return self._status(request, upload)

    def _decide(self, request: HttpRequest, upload: Upload) -> None:
        user, done = cast("User", request.user), ""
        if "_import" in request.POST and start_import(upload, user):
            done = "Import begun."
        elif "_discard" in request.POST and discard(upload, user):
            done = "Discarded."
        elif "_go_on" in request.POST and upload.is_at_work:
            queue(upload)
            done = "Taken up again."
        elif any(button in request.POST for button in ("_import", "_discard", "_go_on")):
            messages.warning(request, "It was decided already.")
        if done:
            self.log_change(request, upload, done)

    def _status(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        progress = progress_of(upload)
        page = Paginator(upload.files.listed(), PER_PAGE).get_page(request.GET.get("p"))
        context = {
            "title": str(upload),
            "upload": upload,
            "progress": progress,
            "page": page,
            "refused": upload.files.exclude(refusal="").count(),
            "to_import": getattr(upload, "count_created", 0) + getattr(upload, "count_changed", 0),
            "runs": runs_of(upload) if upload.decided_at and not upload.is_at_work else [],
        }
        response = self._page(request, "upload", context)
        if upload.is_at_work and not upload.problem:
            response.headers["Refresh"] = LOOK_AGAIN
        return response

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        template = f"admin/conferences/upload/{name}.html"
        return TemplateResponse(request, template, {**shared, **context}, status=status)

    def files(self, obj: Any) -> int:
        return int(obj.file_count)

    def created(self, obj: Any) -> int:
        return int(obj.count_created)

    def changed(self, obj: Any) -> int:
        return int(obj.count_changed)

    def unchanged(self, obj: Any) -> int:
        return int(obj.count_unchanged)

    def failed(self, obj: Any) -> int:
        return int(obj.count_failed)


def _address(upload: Upload) -> str:
    return reverse("admin:conferences_upload_change", args=[upload.pk])


def _sent(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0
