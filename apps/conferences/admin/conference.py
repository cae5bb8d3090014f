from collections.abc import Iterable
from typing import Any

import pghistory
from django import forms
from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery, URLField
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.conferences.admin.decided import DecidedFieldsAdmin
from apps.conferences.admin.notes import notes_list
from apps.conferences.models import Conference, ConferenceAddress, Turn


class ConferenceForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "event_date" in values:
            there = {"event_date": values["event_date"], "slug": self.instance.slug}
            standing = Conference.objects.exclude(pk=self.instance.pk).filter(**there)
            earlier = ConferenceAddress.objects.exclude(conference=self.instance.pk).filter(**there)
            if standing.exists() or earlier.exists():
                self.add_error("event_date", "Another conference of that date has the same address.")
        return values


@admin.register(Conference)
class ConferenceAdmin(DecidedFieldsAdmin):
    form = ConferenceForm
    list_display = ["title", "event_date", "source", "turn_count"]
    list_filter = ["source", "language"]
    list_select_related = ["source"]
    date_hierarchy = "event_date"
    search_fields = ["title"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["title", "subtitle", "event_date", "updated", "location", "delivery", "is_excerpt"]}),
        (None, {"fields": ["language", "source_url", "corrected", "turns_to_correct", "import_notes"]}),
        (
            "As imported",
            {
                "classes": ["collapse"],
                "fields": ["source", "file_name", "source_sha256", "word_count", "slug", "imported_at", "changed_at"],
            },
        ),
    ]
    readonly_fields = [
        "corrected",
        "turns_to_correct",
        "import_notes",
        "source",  # with the key it is what an import knows the conference by
        "file_name",
        "source_sha256",
        "word_count",
        "slug",
        "imported_at",
        "changed_at",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conference]:
        turns = Turn.objects.standing().filter(conference=OuterRef("pk")).order_by().values("conference")
        count = Subquery(turns.annotate(n=Count("pk")).values("n"))
        conferences: QuerySet[Conference] = super().get_queryset(request)
        return conferences.defer("source_text").annotate(turn_count=Coalesce(count, 0))

    def get_deleted_objects(
        self, objs: Iterable[Conference], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """A conference takes its turns and their tags with it; they are counted, not listed."""
        conferences = list(objs)
        turns = Turn.objects.filter(conference__in=conferences).count()
        counts = {"conferences": len(conferences), "turns, with their tags": turns}
        corrected = Turn.objects.filter(conference__in=conferences).exclude(decided_fields=[]).count()
        corrected += sum(bool(conference.decided_fields) for conference in conferences)
        counts |= {"rows corrected by hand": corrected}
        return [str(conference) for conference in conferences], counts, set(), []

    def delete_model(self, request: HttpRequest, obj: Conference) -> None:
        with pghistory.context(act=f"Delete “{obj}”") as act:
            super().delete_model(request, obj)
        self._tell_of_undo(request, act)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Conference]) -> None:
        with pghistory.context(act="Delete conferences") as act:
            super().delete_queryset(request, queryset)
        self._tell_of_undo(request, act)

    def _tell_of_undo(self, request: HttpRequest, act: Any) -> None:
        url = reverse("admin:history_act_change", args=[act.id])
        said = "All that belonged to it is kept, except what readers reported. Its links lead nowhere until then."
        messages.info(request, format_html('{} <a href="{}">See or undo the deletion</a>', said, url))

    @admin.display(description="turns", ordering="turn_count")
    def turn_count(self, obj: Any) -> int:
        return int(obj.turn_count)

    @admin.display(description="turns")
    def turns_to_correct(self, obj: Any) -> SafeString:
        url = reverse("admin:conferences_turn_changelist")
        turns = f"{obj.turn_count} turn{pluralize(obj.turn_count)}"
        return format_html('<a href="{}?conference__id__exact={}">{}</a>', url, obj.pk, turns)

    @admin.display(description="notes of the last import")
    def import_notes(self, obj: Conference) -> SafeString | str:
        last = obj.imports.filter(outcome__in=["created", "changed"]).order_by("-pk").first()
        return notes_list(last.notes if last else [])
