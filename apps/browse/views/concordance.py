from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.browse.concordance import Line, all_lines, lines, lines_at
from apps.browse.csv_files import BusyError, Cell, csv_file
from apps.browse.listed import listed_turns
from apps.browse.listing import Context
from apps.browse.matches import Matches
from apps.browse.paging import page_of
from apps.browse.sorting import sorted_places
from apps.browse.views.list_page import filtered_page, not_ready
from apps.browse.word_filters import MOST_SORTED, ConcordanceFilter
from apps.search.errors import SearchUnavailableError
from apps.search.index import reading
from apps.search.language import looked_for
from apps.search.opened import OpenIndex
from apps.search.schema import Level
from apps.search.search import count

LINES_A_PAGE = 50
COLUMNS = ("date", "source", "conference", "speaker", "outlet", "kind", "before", "words", "after", "address")


@require_safe
def concordance(request: HttpRequest) -> HttpResponseBase:
    """Every place where the words stand, with what is beside them."""
    return filtered_page(request, Level.TURN, ConcordanceFilter, "browse/concordance.html", _shown)


@require_safe
def concordance_csv(request: HttpRequest) -> HttpResponseBase:
    """All lines under the same filters, in the same order unless they are too many to be sorted."""
    filterset = ConcordanceFilter(request.GET)
    try:
        with reading() as index:
            has_any = _has_words(filterset) and request.method != "HEAD"  # which is answered without making it
            is_long = has_any and count(filterset.query(Level.TURN), index) > MOST_SORTED
            rows = (_row(request, line) for line in (all_lines(filterset, index) if has_any else ()))
            return csv_file("concordance.csv", COLUMNS, rows, is_long=is_long)
    except SearchUnavailableError as unavailable:
        return not_ready(request, unavailable)
    except BusyError:
        busy = render(request, "browse/busy.html", {"long": MOST_SORTED}, status=503)
        busy["Retry-After"] = "60"
        return busy


def _shown(request: HttpRequest, filterset: ConcordanceFilter, found: Matches, index: OpenIndex) -> Context:
    if not _has_words(filterset):
        return {"lines": [], "no_words": True}
    if filterset.is_sorted:
        return _sorted(request, filterset, found, index)
    paging = page_of(request, found, found.asked.limit)
    here = list(paging["page"])
    its = list(lines(listed_turns(hit.turn for hit in here), filterset))
    return paging | {"passages": len(found), "passages_here": len(here), "lines": its, "line_count": len(its)}


def _sorted(request: HttpRequest, filterset: ConcordanceFilter, found: Matches, index: OpenIndex) -> Context:
    sorted_ones = found[0:MOST_SORTED]
    places = sorted_places(sorted_ones, filterset, index)
    paging = page_of(request, places, LINES_A_PAGE)
    return paging | {
        "passages": len(found),
        "passages_here": len(sorted_ones),
        "most_sorted": MOST_SORTED,
        "file_is_sorted": filterset.sorts_the_file(len(found)),
        "lines": lines_at(list(paging["page"]), filterset),
        "line_count": len(places),
    }


def _has_words(filterset: ConcordanceFilter) -> bool:
    words = filterset.reading.expression
    return words is not None and any(looked_for(words))


def _row(request: HttpRequest, line: Line) -> list[Cell]:
    turn, conference = line.turn, line.turn.conference
    return [
        conference.event_date.isoformat() if conference.event_date else "",
        conference.source,
        conference.title,
        turn.who,
        turn.outlet or "",
        turn.kind,
        *(part.strip() for part in line.context),
        request.build_absolute_uri(turn.get_absolute_url()),
    ]
