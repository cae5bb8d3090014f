from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from apps.annotations.models import Report, Tag, Topic
from apps.annotations.querysets import TagQuerySet
from apps.annotations.reports import MOST, TooManyError
from apps.conferences.models import Conference, Turn

reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


class ReportForm(forms.Form):
    """What is wrong with a turn or a conference, or with a topic that readers see on it (``tags``)."""

    topic = forms.ModelChoiceField(Topic.objects.none(), required=False, label="What is wrong?")
    words = forms.CharField(
        label="How so?",
        max_length=Report.LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Please say in a few words what is wrong."},
    )
    website = forms.CharField(required=False)  # people do not see it; programs that fill in every field do

    def __init__(self, tags: TagQuerySet, instead: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        topics: Any = self.fields["topic"]
        topics.queryset = Topic.objects.filter(pk__in=tags.values("topic"))
        topics.empty_label = instead
        topics.label_from_instance = "Topic: {}".format


@reads_and_writes
def report_turn(request: HttpRequest, public_id: str) -> HttpResponse:
    """A reader tells the editors that a turn, or a topic on it, is wrong.  Needs no account."""
    turns = Turn.objects.select_related("conference__source", "speaker__survivor")
    turn = get_object_or_404(turns.defer("conference__source_text"), public_id=public_id)
    tags = Tag.objects.believed().filter(turn=turn)
    return _report(request, turn, tags, "The words or the speaker", {"turn": turn, "conference": turn.conference})


@reads_and_writes
def report_conference(request: HttpRequest, pk: int) -> HttpResponse:
    """The same of a whole conference: its title, day or place, or one of its topics."""
    conference = get_object_or_404(Conference.objects.defer("source_text"), pk=pk)
    tags = Tag.objects.shown().filter(conference=conference)
    return _report(request, conference, tags, "The title, the day or the place", {"conference": conference})


def _report(
    request: HttpRequest, about: Turn | Conference, tags: TagQuerySet, instead: str, context: dict[str, Any]
) -> HttpResponse:
    form = ReportForm(tags, instead, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if not given["website"]:
                Report.objects.receive(about, given["topic"], given["words"], _address(request))
        except TooManyError:
            form.add_error(None, f"{MOST} reports came from your address within an hour. Please try again later.")
            status = 429
        else:
            return redirect(f"{request.path}?sent=1")
    context |= {"back": about.get_absolute_url(), "form": form, "sent": "sent" in request.GET}
    return render(request, "browse/report.html", context, status=status)


def _address(request: HttpRequest) -> str:
    """Whom it comes from; behind a proxy, the last address that the proxy has added, which nobody else can write."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")) if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
