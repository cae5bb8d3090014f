from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.annotations.models import Report, Tag, Topic
from apps.annotations.reports import MOST, TooManyError
from apps.conferences.models import Turn


class ReportForm(forms.Form):
    """What is wrong with a turn, or with a topic that readers see on it or on the whole conference."""

    topic = forms.ModelChoiceField(
        Topic.objects.none(), required=False, label="What is wrong?", empty_label="The words or the speaker"
    )
    words = forms.CharField(
        label="How so?",
        max_length=Report.LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Please say in a few words what is wrong."},
    )
    website = forms.CharField(required=False)  # people do not see it; programs that fill in every field do

    def __init__(self, turn: Turn, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        here = Q(turn=turn) | Q(turn=None, conference=turn.conference_id)
        shown = Tag.objects.believed().filter(here).values("topic")
        topics: Any = self.fields["topic"]
        topics.queryset = Topic.objects.filter(pk__in=shown)
        topics.label_from_instance = "Topic: {}".format


@require_http_methods(["GET", "HEAD", "POST"])
def report_turn(request: HttpRequest, public_id: str) -> HttpResponse:
    """A reader tells the editors that a turn, or a topic on it, is wrong.  Needs no account."""
    turns = Turn.objects.select_related("conference__source", "speaker__survivor")
    turn = get_object_or_404(turns.defer("conference__source_text"), public_id=public_id)
    form = ReportForm(turn, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if not given["website"]:
                Report.objects.receive(turn, given["topic"], given["words"], _address(request))
        except TooManyError:
            form.add_error(None, f"{MOST} reports came from your address within an hour. Please try again later.")
            status = 429
        else:
            return redirect(f"{reverse('browse:report_turn', args=[public_id])}?sent=1")
    context = {"turn": turn, "conference": turn.conference, "form": form, "sent": "sent" in request.GET}
    return render(request, "browse/report.html", context, status=status)


def _address(request: HttpRequest) -> str:
    """Whom it comes from; behind a proxy, the last address that the proxy has added, which nobody else can write."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")) if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
