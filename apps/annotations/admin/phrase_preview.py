"""The look at what changed phrases would do, between pressing Save and saving."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse

from apps.annotations.current_phrases import current_phrases
from apps.annotations.language_models import load_tokenizers_soon
from apps.annotations.models import LearnedTopic, PendingAnnotation, Topic
from apps.annotations.phrase_preview import (
    changed_phrases,
    fingerprint,
    languages_in_use,
    preview_phrases,
    turns_with,
)
from apps.annotations.phrase_rules import Phrase

NOT_ENTERED = {"csrfmiddlewaretoken", "_previewed", "_back"}


class TopicForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        """Open the form again, with what was entered, for who comes back from the preview."""
        values = super().clean() or self.cleaned_data
        if "_back" in self.data:
            raise forms.ValidationError("Not saved yet. Change what you like, then save.")
        return values


class PhrasePreviewAdmin(admin.ModelAdmin):
    """Saves the form to see what it comes to, and takes that back unless this very change was previewed."""

    form = TopicForm

    def render_change_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """While the form is filled in, what its preview needs is loaded."""
        load_tokenizers_soon(languages_in_use())
        return super().render_change_form(request, *args, **kwargs)

    def save_formset(self, request: HttpRequest, form: forms.ModelForm, formset: Any, change: bool) -> None:
        before = current_phrases()
        super().save_formset(request, form, formset, change)
        request.phrases = before, current_phrases()  # type: ignore[attr-defined]

    def response_add(self, request: HttpRequest, obj: Topic, post_url_continue: str | None = None) -> HttpResponse:
        return self._preview(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Topic) -> HttpResponse:
        return self._preview(request, obj) or super().response_change(request, obj)

    def _preview(self, request: HttpRequest, topic: Topic) -> HttpResponse | None:
        phrases: tuple[tuple[Phrase, ...], tuple[Phrase, ...]] = request.phrases  # type: ignore[attr-defined]
        changed = changed_phrases(*phrases)
        if not changed:
            return None
        seen = fingerprint(*phrases)
        if request.POST.get("_previewed") == seen:
            waiting = PendingAnnotation.objects.add_conferences_of(turns_with(changed))
            conferences = f"{waiting} conference{pluralize(waiting)}"
            messages.info(
                request, f"{conferences} with these phrases now wait{pluralize(waiting, 's,')} for annotation."
            )
            return None
        learned = LearnedTopic.objects.filter(topic=topic).exclude(intercept=None).exists()
        context = {
            **self.admin_site.each_context(request),
            "title": f"What other phrases for “{topic}” would change",
            "opts": self.opts,
            "media": self.media,
            "topic": topic.name,
            "learned": learned,
            "preview": None if learned else preview_phrases(topic, *phrases),
            "previewed": seen,
            "entered": [
                (name, value) for name, values in request.POST.lists() if name not in NOT_ENTERED for value in values
            ],
        }
        page = TemplateResponse(request, "admin/annotations/phrase_preview.html", context).render()
        transaction.set_rollback(True)
        return page
