from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from apps.conferences.admin.notes import notes_list
from apps.conferences.admin.undo_import import UndoImportAdmin
from apps.conferences.models import ImportedFile, ImportRun
from apps.history.models import Act


class ReadOnly:
    """A report: to be read, and changed by nobody."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ImportedFileInline(ReadOnly, admin.TabularInline):
    model = ImportedFile
    fields = ["path", "outcome", "which", "line", "message", "what_to_know"]
    readonly_fields = ["which", "what_to_know"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportedFile]:
        files: QuerySet[ImportedFile] = super().get_queryset(request)
        return files.select_related("conference").defer("conference__source_text")

    @admin.display(description="conference")
    def which(self, obj: ImportedFile) -> SafeString | str:
        if obj.conference is None:
            return "deleted since" if obj.conference_id else ""
        url = reverse("admin:conferences_conference_change", args=[obj.conference.pk])
        return format_html('<a href="{}">{}</a>', url, obj.conference)

    @admin.display(description="notes")
    def what_to_know(self, obj: ImportedFile) -> SafeString | str:
        return notes_list(obj.notes)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly, UndoImportAdmin):
    list_display = ["started_at", "finished_at", "user", "created", "changed", "failed", "unchanged"]
    list_select_related = ["user"]
    date_hierarchy = "started_at"
    fields = ["started_at", "finished_at", "user", "unchanged", "undone"]
    readonly_fields = ["undone"]
    inlines = [ImportedFileInline]

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        outcomes = {
            f"{name}_files": Count("files", filter=Q(files__outcome=name)) for name in ("created", "changed", "failed")
        }
        runs: QuerySet[ImportRun] = super().get_queryset(request)
        return runs.annotate(**outcomes)

    @admin.display(description="undone")
    def undone(self, obj: ImportRun) -> SafeString | str:
        """The last time; what an undo of that has brought back since is told by that act."""
        act = Act.objects.with_user_name().filter(metadata__undoes_run=obj.pk).order_by("-created_at").first()
        if act is None:
            return "no"
        url = reverse("admin:history_act_change", args=[act.pk])
        return format_html(
            '<a href="{}">{}</a>, by {}', url, date_format(localtime(act.created_at), "j F Y, H:i"), act.who
        )

    def created(self, obj: Any) -> int:
        return int(obj.created_files)

    def changed(self, obj: Any) -> int:
        return int(obj.changed_files)

    def failed(self, obj: Any) -> int:
        return int(obj.failed_files)
