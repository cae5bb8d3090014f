from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.forms import BaseFormSet, ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString

from apps.annotations.admin.marks import marked
from apps.annotations.admin.tag_form import TagForm, TagFormSet
from apps.annotations.decisions import save_decision
from apps.annotations.evidence import excerpt
from apps.annotations.models import Tag


class TagInline(admin.TabularInline):
    """The tags of one place.  None is deleted here: rejected, it does not come back with the next import."""

    model = Tag
    form = TagForm
    formset = TagFormSet
    fields = ["topic", "status", "origin", "decided_by", "decided_at"]
    readonly_fields = ["origin", "decided_by", "decided_at"]
    autocomplete_fields = ["topic"]
    show_change_link = True
    can_delete = False
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        tags: QuerySet[Tag] = super().get_queryset(request)
        return tags.select_related("topic", "decided_by").order_by("topic__name")


class ConferenceTagInline(TagInline):
    verbose_name_plural = "tags on the whole conference"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).filter(turn=None)


class TurnTagInline(TagInline):
    fields = ["topic", "status", "origin", "words", "decided_by", "decided_at"]
    readonly_fields = ["origin", "words", "decided_by", "decided_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).select_related("turn")

    @admin.display(description="evidence")
    def words(self, obj: Tag) -> SafeString | str:
        return marked(excerpt(obj.turn.text, obj.evidence)) if obj.turn and obj.evidence else ""


class SavesTags(admin.ModelAdmin):
    """An admin with tags inline: what is entered there is a decision of the person signed in."""

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseFormSet, change: bool) -> None:
        if not isinstance(formset, TagFormSet):
            return super().save_formset(request, form, formset, change)
        user = cast("User", request.user)
        formset.save(commit=False)
        entered: list[tuple[Tag, Any]] = [(tag, ()) for tag in formset.new_objects]
        for tag, changed in entered + formset.changed_objects:
            held = save_decision(tag, changed, user)
            if held is not tag:
                messages.info(request, f"The old tag is rejected, and “{held.topic}” stands in its place.")
        return None
