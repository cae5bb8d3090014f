import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conference_topics
from apps.annotations.language_models import has_model
from apps.browse.addressed import addressed
from apps.browse.elsewhere import elsewhere
from apps.browse.fragments import anchored, turn_and_place
from apps.browse.judging import Editing, may_judge, topic_names
from apps.browse.named_here import named_here
from apps.browse.parts import ALL, Part, holding, numbered, parts_of
from apps.browse.reading import exchanges
from apps.browse.vouchers import by_voucher
from apps.conferences.models import Conference, Turn, TurnKey
from apps.search.language import LONGEST, read

WORDS_A_MINUTE = 230


@require_safe
def conference(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponse:
    """One conference, laid out for reading."""
    return _page(request, _date(year, month, day), slug)


@require_safe
def undated_conference(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, None, slug)


@require_safe
def source_text(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponse:
    """The text that the conference was read from, to check a quotation against."""
    return _source_text(request, _date(year, month, day), slug)


@require_safe
def undated_source_text(request: HttpRequest, slug: str) -> HttpResponse:
    return _source_text(request, None, slug)


def _page(request: HttpRequest, date: datetime.date | None, slug: str) -> HttpResponse:
    found = addressed(date, slug)
    if request.path != found.get_absolute_url():
        query = request.GET.urlencode()
        return redirect(f"{found.get_absolute_url()}?{query}" if query else found)
    parts, turn = parts_of(found), turn_and_place(request.GET.get("turn", ""))[0]
    with_turn = holding(parts, turn)
    if turn and not with_turn and _is_known(turn):
        return redirect("browse:turn", turn)  # it was withdrawn, or has another key by now
    is_whole = len(parts) < 2 or request.GET.get("part") == ALL
    part = None if is_whole else with_turn or numbered(parts, request.GET.get("part", ""))
    editing = _editing(request)
    context = {"editing": editing, "conference": found}
    context |= _parts(found, parts, part) | _turns(request, found, parts, part)
    if part is None or part.number == 1:
        context |= _about(found)
    response = render(request, "browse/conference.html", context)
    if editing:
        patch_cache_control(response, private=True)
    return response


def _parts(conference: Conference, parts: list[Part], part: Part | None) -> dict[str, Any]:
    """Which part this is, if it is not all, and those beside it."""
    if len(parts) < 2:
        return {"title": conference.title}
    context = {"parts": parts, "turn_count": parts[-1].last, "title": conference.title}
    if part is None:
        return context | {"canonical": f"{conference.get_absolute_url()}?part={ALL}"}
    number = part.number
    return context | {
        "part": part,
        "previous": number - 1,
        "following": number + 1 if number < len(parts) else None,
        "title": f"{conference.title}, part {number} of {len(parts)}",
        "canonical": conference.get_absolute_url() + (f"?part={number}" if number > 1 else ""),
    }


def _turns(request: HttpRequest, conference: Conference, parts: list[Part], part: Part | None) -> dict[str, Any]:
    """What is read on this page, with the words marked that somebody looks for."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    looked_for = read(words).expression if words else None
    said = exchanges(conference, part, looked_for)
    turn, at = turn_and_place(request.GET.get("turn", ""))
    turns = (shown for exchange in said for shown in exchange.turns) if at is not None else ()
    led_to = [shown for shown in turns if shown.public_id == turn and shown.text]
    for shown in led_to:
        anchored(shown.paragraphs, at or 0)
    marked = [shown for exchange in said for shown in exchange.turns if shown.marks]
    return {
        "exchanges": said,
        "outline": [exchange for exchange in said if exchange.number],
        "questions": len({place.exchange for each in parts for place in each.places if place.exchange}),
        "words": words,
        "leads_to_words": bool(led_to),
        "marked": marked,
        "marks": sum(shown.marks for shown in marked),
        "elsewhere": elsewhere(conference, parts, part, looked_for) if part and looked_for else [],
    }


def _about(conference: Conference) -> dict[str, Any]:
    """What stands at its head."""
    return {
        "named_here": named_here(conference),
        "names_looked_for": has_model(conference.language),
        "vouched": by_voucher(conference_topics([conference.pk])[conference.pk]),
        "minutes": max(1, round(conference.word_count / WORDS_A_MINUTE)),
    }


def _is_known(turn: str) -> bool:
    return "\0" not in turn and (
        Turn.objects.filter(public_id=turn).exists() or TurnKey.objects.filter(key=turn).exists()
    )


def _editing(request: HttpRequest) -> Editing | None:
    return Editing(topic_names(), **request.session.pop("judged", {})) if may_judge(request) else None


def _source_text(request: HttpRequest, date: datetime.date | None, slug: str) -> HttpResponse:
    found = addressed(date, slug)
    address = f"{found.get_absolute_url()}source.txt"
    if request.path != address:
        return redirect(address)
    return HttpResponse(found.source_text, content_type="text/plain; charset=utf-8")


def _date(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError) as impossible:
        raise Http404("There is no such day.") from impossible
