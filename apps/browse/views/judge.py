import pghistory
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from apps.annotations.decisions import DecidedMeanwhileError, add_topic, judge
from apps.annotations.models import Tag
from apps.annotations.retag import Decision
from apps.browse.judging import ADD, RIGHTS, Editing, JudgeForm
from apps.browse.parts import holding, parts_of
from apps.browse.reading import exchanges
from apps.conferences.models import Turn

SIGNED_OUT = "You were no longer signed in: your decision was not recorded. Please make it again."


@require_POST
def judge_turn(request: HttpRequest, public_id: str) -> HttpResponse:
    """An editor's word on a topic of a turn.  htmx gets the turn as it stands now, others go back to it."""
    turns = Turn.objects.standing().select_related("conference").defer("conference__source_text")
    turn = get_object_or_404(turns, public_id=public_id)
    if not request.user.is_authenticated:  # said once more at the turn, where signing in leads back to
        request.session["judged"] = {"said": SIGNED_OUT, "about": public_id, "act": ""}
        return redirect_to_login(turn.get_absolute_url())
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    said, act = _decide(request, turn)
    if not getattr(request, "htmx", False):
        request.session["judged"] = {"said": said, "about": public_id, "act": act}
        return redirect(turn)
    parts = parts_of(turn.conference)
    there = exchanges(turn.conference, holding(parts, public_id))
    exchange, shown = next((exchange, one) for exchange in there for one in exchange.turns if one.pk == turn.pk)
    editing = Editing([], said, public_id, act)
    context = {"conference": turn.conference, "exchange": exchange, "shown": shown, "editing": editing}
    return render(request, "browse/conference/turn.html", context | {"parts": parts if len(parts) > 1 else None})


def _decide(request: HttpRequest, turn: Turn) -> tuple[str, str]:
    """What to say of it, and the act if there was one."""
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return form.problem, ""
    given, user = form.cleaned_data, request.user
    if not isinstance(user, User):
        raise TypeError("Only who is signed in decides.")
    concerned = turn.tags.filter(Q(pk=given["tag"]) | Q(topic=given["topic"])).exclude(decided_by=None)
    who, before = concerned.values_list("decided_by__username", "status").first() or ("", "")
    try:
        with pghistory.context(act=f"Reading page: {given['decision']}") as act:
            if given["decision"] == ADD:
                held = add_topic(turn, given["topic"], user)
            else:
                pk = turn.tags.values_list("pk", flat=True).get(pk=given["tag"])
                held = judge(pk, given["seen"], Decision(given["decision"]), None, user)
    except Tag.DoesNotExist:
        return "That topic is not on this turn any more.", ""
    except DecidedMeanwhileError as meanwhile:
        return f"Left alone. {meanwhile}", ""
    earlier = f" {who} had {before} it." if who else ""
    return f"“{held.topic}”: {held.get_status_display().lower()}.{earlier}", str(act.id)
