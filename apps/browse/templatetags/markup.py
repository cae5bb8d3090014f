"""HTML of what stands on a page hundreds of times: a template would take ten times as long for each.

Whatever is no number goes through ``escape``.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urlencode

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from apps.browse.chart import Bar, Chart
from apps.browse.concordance import Line as ConcordanceLine
from apps.browse.excerpts import Pieces
from apps.browse.facets import Choice, Facet
from apps.browse.lines import Line
from apps.browse.listed import ListedConference
from apps.browse.periods import Period
from apps.browse.templatetags.written import day
from apps.browse.vouchers import Shortlist
from apps.conferences.models import Conference

register = Library()
STATUS = '<span class="status" title="{}" aria-hidden="true">{}</span><span class="visually-hidden"> ({})</span>'
SUGGESTED = STATUS.format("Suggested, not confirmed", "?", "suggested")
CONFIRMED = STATUS.format("Confirmed by an editor", "✓", "confirmed")
SOURCE = '<span class="status">source</span>'


@register.filter
def choices(facet: Facet) -> SafeString:
    """Boxes to tick."""
    return mark_safe(_boxes(facet.name, facet.choices))  # noqa: S308 - escaped


def _boxes(name: str, offered: Iterable[Choice]) -> str:
    return f'<ul class="choices">{"".join(_box(name, choice) for choice in offered)}</ul>'


def _box(name: str, choice: Choice) -> str:
    value, top = escape(choice.value), ' class="top"' if choice.below else ""
    return (
        f'<li><label{top}><input type="checkbox" name="{name}" value="{value}" id="{name}-{value}"'
        f"{' checked' if choice.chosen else ''}> {escape(choice.name)}"
        f' <span class="count">{choice.count}</span></label>{_boxes(name, choice.below) if choice.below else ""}</li>'
    )


@register.filter
def bars(of: Iterable[Bar]) -> SafeString:
    """For the pointer: links that are as high as the chart, with what each stands for."""
    return mark_safe("".join(map(_bar, of)))  # noqa: S308 - escaped


def _bar(bar: Bar) -> str:
    url = escape(bar.url)
    return (
        f'<a href="{url}" hx-get="{url}" tabindex="-1"><title>{escape(bar.period.name)}: {bar.count:,d}</title>'
        f'<rect class="reach" x="{bar.x:d}" y="0" width="1" height="100" />'
        f'<rect x="{bar.x:d}.1" y="{bar.y:d}" width="0.8" height="{bar.height:d}" /></a>'
    )


@register.filter
def numbers(chart: Chart) -> SafeString:
    """The rows of its table: the period links to all that was found, a number in another column to what it counts."""
    rows = (
        f'<tr><th scope="row">{_to(all_found, escape(period.name))}</th>'
        f" <td>{all_found.count if all_found else 0:,d}</td>"
        f" {' '.join(map(_number, others))} </tr>"
        for period, (all_found, *others) in chart.table
    )
    return mark_safe("".join(rows))  # noqa: S308 - escaped


def _number(bar: Bar | None) -> str:
    return f"<td>{_to(bar, f'{bar.count:,d}' if bar else '0')}</td>"


def _to(bar: Bar | None, shown: str) -> str:
    return f'<a href="{escape(bar.url)}">{shown}</a>' if bar else shown


@register.filter
def periods(rows: Iterable[tuple[Period, int, list[tuple[int, float]]]]) -> SafeString:
    """The rows of the table of trends: the words spoken, and of each line how many passages, and in 10,000 words."""
    made = (
        f'<tr><th scope="row">{escape(period.name)}</th> <td>{words:,d}</td>'
        f" {' '.join([f'<td>{count:,d}</td> <td>{rate:.2f}</td>' for count, rate in cells])}</tr>"
        for period, words, cells in rows
    )
    return mark_safe("".join(made))  # noqa: S308 - escaped


@register.filter
def signs(line: Line) -> SafeString:
    """The marks on a line of a chart."""
    drawn = (f'<path class="mark" transform="translate({x} {y})" d="{line.mark}" />' for x, y in line.marks)
    return mark_safe("".join(drawn))  # noqa: S308 - numbers, and marks of ours


@register.filter
def in_lines(lines: Iterable[ConcordanceLine]) -> SafeString:
    """Those of a concordance."""
    return mark_safe("".join(map(_in_line, lines)))  # noqa: S308 - escaped


def _in_line(line: ConcordanceLine) -> str:
    turn, conference = line.turn, line.turn.conference
    before, words, after = map(escape, line.context)
    spoken = f'lang="{escape(conference.language)}"'
    return (
        f'<li><a class="line" href="{escape(line.url)}" {spoken}><span class="before"><span>{before}</span></span>'
        f'<mark>{words}</mark><span class="after">{after}</span></a>'
        f'<p class="meta">{when(conference.event_date)} · {escape(turn.who or "Speaker not named")} ·'
        f" <span {spoken}>{escape(conference.title)}</span></p></li>"
    )


@register.filter
def when(of: date | None) -> SafeString:
    """A conference's day, as people write it."""
    shown = f'<time datetime="{of.isoformat()}">{day(of)}</time>' if of else "<span>No date</span>"
    return mark_safe(shown)  # noqa: S308 - numbers and the name of a month


@register.simple_tag
def entry(
    conference: Conference | ListedConference,
    topics: Shortlist | None = None,
    title: Pieces | None = None,
    words: str = "",
) -> SafeString:
    """A conference in a list; where ``words`` were looked for, the page it leads to marks them."""
    query = f"?{urlencode({'q': words})}" if words else ""
    url = escape(conference.get_absolute_url() + query)
    return mark_safe("\n".join(_entry(conference, url, topics, title)))  # noqa: S308 - escaped


def _entry(
    of: Conference | ListedConference, url: str, topics: Shortlist | None, title: Pieces | None
) -> Iterator[str]:
    spoken = f'lang="{escape(of.language)}"'
    about = [when(of.event_date), escape(str(of.source)), escape(of.location), "Excerpt" if of.is_excerpt else ""]
    yield f'<p class="meta">{" · ".join(filter(None, about))}</p>'
    yield f'<h3><a href="{url}" {spoken}>{marked(title) if title else escape(of.title)}</a></h3>'
    if of.subtitle and of.subtitle not in of.title:
        yield f'<p class="subtitle" {spoken}>{escape(of.subtitle)}</p>'
    if topics and topics.shown:
        more = f'<li class="small"><a href="{url}#topics">{topics.more} more</a></li>' if topics.more else ""
        yield f'<ul class="tags" aria-label="Topics">{tag_links(topics.shown)} {more}</ul>'


@register.filter
def tag_link(tag: Any) -> SafeString:
    """A Tag or a ConferenceTopic; who vouches for it is a sign to see, words to hear."""
    sign = SUGGESTED if tag.status == "suggested" else SOURCE if tag.origin == "source" else CONFIRMED
    topic = tag.topic
    return mark_safe(  # noqa: S308 - escaped
        f'<a class="tag {escape(tag.status)}" href="{escape(topic.get_absolute_url())}">{escape(topic.name)} {sign}</a>'
    )


@register.filter
def tag_links(tags: Iterable[Any]) -> SafeString:
    """Each in an item of a list."""
    return mark_safe(" ".join(f"<li>{tag_link(tag)}</li>" for tag in tags))  # noqa: S308 - escaped


@register.filter
def marked(pieces: Pieces) -> SafeString:
    """Text with parts of it marked."""
    shown = (f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in pieces)
    return mark_safe("".join(shown))  # noqa: S308 - escaped
