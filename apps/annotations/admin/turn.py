from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from apps.annotations.admin.tag_inline import SavesTags, TurnTagInline
from apps.annotations.models import Tag
from apps.conferences.admin import TurnAdmin
from apps.conferences.models import Conference, Turn
from apps.conferences.signals import words_changed

admin.site.unregister(Turn)


@admin.register(Turn)
class TurnWithTagsAdmin(SavesTags, TurnAdmin):
    """The record's own admin, with what is said about a turn."""

    inlines = [TurnTagInline]

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        return [*super().history_of(obj), (Tag, {"turn": obj.pk})]

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "text" in form.changed_data:
            words_changed.send(Conference, conference=form.instance.conference)
