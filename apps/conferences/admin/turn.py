from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from apps.conferences.admin.decided import DecidedFieldsAdmin
from apps.conferences.admin.filters import YearFilter
from apps.conferences.admin.place import place
from apps.conferences.models import Conference, Turn


class TextField(forms.CharField):
    """Text as stored: browsers send line ends as CR LF, and unchanged text must not count as corrected."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class TurnForm(forms.ModelForm):
    text = TextField(strip=False, required=False, widget=AdminTextareaWidget(attrs={"rows": 20}))


@admin.register(Turn)
class TurnAdmin(DecidedFieldsAdmin):
    form = TurnForm
    list_display = ["beginning", "kind", "label", "speaker", "organisation", "place"]
    list_filter = ["kind", "conference__source", YearFilter, ("withdrawn_at", admin.EmptyFieldListFilter)]
    search_fields = ["text", "label"]
    show_full_result_count = False
    autocomplete_fields = ["speaker", "organisation"]
    fields = [
        "part_of",
        "label",
        "kind",
        "speaker",
        "organisation",
        "role",
        "text",
        "corrected",
        "first_line",
        "last_line",
        "withdrawn_at",
    ]
    readonly_fields = ["part_of", "label", "corrected", "first_line", "last_line", "withdrawn_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Turn]:
        turns: QuerySet[Turn] = super().get_queryset(request)
        return turns.select_related("conference", "speaker", "organisation").defer("conference__source_text")

    def hold(self, pk: Any) -> None:
        Conference.objects.filter(pk__in=Turn.objects.filter(pk=pk).values("conference")).keep_imports_out()
        super().hold(pk)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What the source printed stays; a turn that it takes back is withdrawn by the next import."""
        return False

    @admin.display(description="text")
    def beginning(self, obj: Turn) -> str:
        return Truncator(obj.text).chars(100) or "(no words)"

    @admin.display(description="conference")
    def place(self, obj: Turn) -> str:
        return place(obj.conference)

    @admin.display(description="conference")
    def part_of(self, obj: Turn) -> SafeString:
        url = reverse("admin:conferences_conference_change", args=[obj.conference_id])
        return format_html('<a href="{}">{}</a>', url, obj.conference)
