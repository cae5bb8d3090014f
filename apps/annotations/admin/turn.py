from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from apps.annotations.admin.tag_inline import SavesTags, TurnTagInline
from apps.annotations.models import Tag
from apps.annotations.rule_tags import current_phrases, suggest_topics
from apps.conferences.admin import TurnAdmin
from apps.conferences.models import Turn

admin.site.unregister(Turn)


@admin.register(Turn)
class TurnWithTagsAdmin(SavesTags, TurnAdmin):
    """The record's own admin, with what is said about a turn."""

    inlines = [TurnTagInline]

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        return [*super().history_of(obj), (Tag, {"turn": obj.pk})]

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "text" in form.changed_data:  # suggestions rest on words: let them follow
            suggest_topics(form.instance.conference, current_phrases())
