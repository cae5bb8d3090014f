"""HTML of passages, of which a list has dozens: a template would take ten times as long for each.

Whatever is no number goes through ``escape``.
"""

from html import escape

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from apps.browse.passages import Beside, Passage, Passages
from apps.browse.templatetags.markup import marked, when

register = Library()
WORDS_BESIDE = 28
UNNAMED = "Speaker not named"


@register.filter
def passage(of: Passage) -> SafeString:
    """In a list of passages: which conference it is from, and what it answers or what answers it."""
    conference = of.turn.conference
    spoken = f'lang="{escape(conference.language)}"'
    outlet = f", {escape(of.outlet)}" if of.outlet else ""
    return mark_safe(  # noqa: S308 - escaped
        f'<p class="meta">{when(conference.event_date)} · {escape(str(conference.source))} ·'
        f' <a href="{escape(conference.get_absolute_url())}" {spoken}>{escape(conference.title)}</a></p>'
        f"{_beside(of.question, spoken)}"
        f'<a class="passage found" href="{escape(of.url)}"><span class="who">{escape(of.who or UNNAMED)}{outlet}'
        f" {_kind(of)}</span> <span {spoken}>{marked(of.pieces)}</span></a>"
        f"{_beside(of.answer, spoken)}"
    )


def _beside(said: Beside | None, spoken: str) -> str:
    if not said:
        return ""
    who = f", {escape(said.who)}" if said.who else ""
    words = said.text.split(maxsplit=WORDS_BESIDE)
    text = " ".join(words[:WORDS_BESIDE]) + (" …" if len(words) > WORDS_BESIDE else "")
    return (
        f'<p class="beside-passage"><span class="who">{escape(said.kind.capitalize())}{who}</span>'
        f" <span {spoken}>{escape(text)}</span></p>"
    )


@register.simple_tag
def passages(of: Passages, of_one_speaker: object = None) -> SafeString:
    """Those of one conference, below it; they need not say who speaks where all are of one speaker."""
    made = (_item(one, "" if of_one_speaker else f"{escape(one.who or UNNAMED)} ") for one in of.shown)
    return mark_safe(f'<ul class="passages">{"".join(made)}</ul>')  # noqa: S308 - escaped


def _item(of: Passage, who: str) -> str:
    return (
        f'<li><a class="passage" href="{escape(of.url)}"><span class="who">{who}{_kind(of)}</span>'
        f' <span lang="{escape(of.turn.conference.language)}">{marked(of.pieces)}</span></a></li>'
    )


def _kind(of: Passage) -> str:
    return f'<span class="kind">{escape(of.turn.kind.capitalize())}</span>'
