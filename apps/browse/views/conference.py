import datetime

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from apps.annotations.conference_topics import conference_topics
from apps.annotations.language_models import has_model
from apps.browse.filters import LONGEST_QUERY
from apps.browse.judging import Editing, may_judge, topic_names
from apps.browse.named_here import named_here
from apps.browse.reading import exchanges
from apps.browse.vouchers import by_voucher
from apps.conferences.models import Conference, ConferenceAddress
from apps.search.language import read

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
    found = _find(date, slug)
    if request.path != found.get_absolute_url():
        query = request.GET.urlencode()
        return redirect(f"{found.get_absolute_url()}?{query}" if query else found)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    parts = exchanges(found, read(words).expression if words else None)
    marked = [shown for part in parts for shown in part.turns if shown.marks]
    editing = _editing(request)
    response = render(
        request,
        "browse/conference.html",
        {
            "editing": editing,
            "conference": found,
            "exchanges": parts,
            "words": words,
            "marked": marked,
            "marks": sum(shown.marks for shown in marked),
            "outline": [part for part in parts if part.number],
            "named_here": named_here(found),
            "names_looked_for": has_model(found.language),
            "vouched": by_voucher(conference_topics([found])[found.pk]),
            "minutes": max(1, round(found.word_count / WORDS_A_MINUTE)),
        },
    )
    if editing:
        patch_cache_control(response, private=True)
    return response


def _editing(request: HttpRequest) -> Editing | None:
    return Editing(topic_names(), **request.session.pop("judged", {})) if may_judge(request) else None


def _source_text(request: HttpRequest, date: datetime.date | None, slug: str) -> HttpResponse:
    found = _find(date, slug)
    address = f"{found.get_absolute_url()}source.txt"
    if request.path != address:
        return redirect(address)
    return HttpResponse(found.source_text, content_type="text/plain; charset=utf-8")


def _find(date: datetime.date | None, slug: str) -> Conference:
    """By its address, now or earlier; another day's leads there too, if one conference only has the slug."""
    known = Conference.objects.select_related("source")
    there = {"event_date": date, "slug": slug}
    earlier = Q(pk__in=ConferenceAddress.objects.filter(**there).values("conference"))
    found = list(known.filter(**there)) or list(known.filter(earlier)) or list(known.filter(slug=slug)[:2])
    if len(found) != 1:
        raise Http404("There is no such conference.")
    return found[0]


def _date(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError) as impossible:
        raise Http404("There is no such day.") from impossible
