from typing import Any, cast

import pghistory
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from apps.annotations.models import Tag, Topic
from apps.annotations.querysets import TagQuerySet
from apps.annotations.retag import Decision, Retagged, fingerprint, preview_retag, retag


class RetagForm(forms.Form):
    decision = forms.ChoiceField(
        choices=[
            (Decision.CONFIRM.value, "Confirm"),
            (Decision.REJECT.value, "Reject"),
            (Decision.TOPIC.value, "Give another topic"),
        ]
    )
    topic = forms.ModelChoiceField(
        Topic.objects.order_by("name"), required=False, help_text="Only where you give another topic."
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("decision") == Decision.TOPIC and not values.get("topic") and "topic" not in self.errors:
            self.add_error("topic", "Choose the topic.")
        return values


class RetagAdmin(admin.ModelAdmin):
    """An action on any number of tags, the whole filtered list included: choose, see the counts, do it as one act."""

    @admin.action(description="Change selected tags…", permissions=["change"])
    def retag_selected(self, request: HttpRequest, queryset: TagQuerySet, decision: str = "") -> HttpResponse | None:
        tags = Tag.objects.filter(pk__in=queryset.order_by().values("pk"))
        form = RetagForm({"decision": decision} if decision else request.POST if "decision" in request.POST else None)
        context: dict[str, Any] = {"form": form, "count": tags.count()}
        if form.is_valid():
            chosen = Decision(form.cleaned_data["decision"]), form.cleaned_data["topic"], cast("User", request.user)
            seen = fingerprint(tags)
            if "run" in request.POST and request.POST.get("seen") == seen:
                with pghistory.context(act=_name(*chosen[:2])) as act:
                    self._tell(request, retag(tags, *chosen), chosen[0], chosen[1], act.id)
                return None
            if "run" in request.POST:
                messages.warning(request, "Something has changed meanwhile. These are the new counts.")
            context |= {"seen": seen, "preview": preview_retag(tags, *chosen)}
        return self._retag_page(request, context)

    def _retag_page(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        across = request.POST.get("select_across") == "1"
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        shared = {
            **self.admin_site.each_context(request),
            "title": "Change many tags",
            "opts": self.opts,
            "media": self.media,
            "select_across": int(across),
            "selected": chosen[:1] if across else chosen,
            "checkbox": ACTION_CHECKBOX_NAME,
            "by_filters": across or not chosen,
        }
        return TemplateResponse(request, "admin/annotations/retag.html", {**shared, **context})

    def _tell(
        self, request: HttpRequest, retagged: Retagged, decision: Decision, topic: Topic | None, act_id: Any
    ) -> None:
        tags = f"{retagged.changed:,} tag{'' if retagged.changed == 1 else 's'}"
        done = {
            Decision.CONFIRM: f"{tags} confirmed",
            Decision.REJECT: f"{tags} rejected",
            Decision.TOPIC: f"{tags} changed to “{topic}”",
        }[decision]
        url = reverse("admin:history_act_change", args=[act_id])
        link = format_html(' <a href="{}">See or undo it</a>', url) if retagged.changed else ""
        messages.success(request, format_html("{}.{}", done, link))


def _name(decision: Decision, topic: Topic | None) -> str:
    """The act, as the history calls it."""
    return f"Change tags to “{topic}”" if decision == Decision.TOPIC else f"{decision.value.capitalize()} tags"
