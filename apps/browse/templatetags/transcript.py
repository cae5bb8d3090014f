"""HTML of the turns of a conference, of which a page has hundreds: a template would take ten times as long for each.

Whatever is no number goes through ``escape``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

from django.template import Context, Engine, Library
from django.utils.safestring import SafeString, mark_safe

from apps.browse.evidence import Piece, Reason
from apps.browse.fragments import SIGN
from apps.browse.parts import Part
from apps.browse.reading import Exchange
from apps.browse.shown_turns import ShownTurn
from apps.browse.templatetags.markup import tag_link

register = Library()
Form = Callable[..., str]
NO_ANSWER = '<em class="known">No answer</em>'
UNANSWERED = '<p class="unanswered">No answer in the transcript.</p>'
TOPICS = '<ul class="tags" aria-label="Topics of this turn, with the words that show them">'


@register.simple_tag(takes_context=True)
def in_exchanges(context: Context, exchanges: Iterable[Exchange]) -> SafeString:
    """The turns of a conference, each exchange apart from the others."""
    made = (
        f'<div class="exchange">{turns(context, each)}{UNANSWERED if each.unanswered else ""}</div>'
        for each in exchanges
    )
    return mark_safe("\n".join(made))  # noqa: S308 - escaped


@register.simple_tag(takes_context=True)
def turns(context: Context, exchange: Exchange, only: ShownTurn | None = None) -> SafeString:
    """Those of an exchange, or one of them: who speaks, links to the turn, its words, and its topics.

    The opening has the exchange's number.  Of a conference in ``parts`` the link says which turn it is, so that it
    leads to the part with that.  Who is ``editing`` has forms beside the topics.
    """
    parts, language = context.get("parts"), escape(context["conference"].language)
    form = _forms(context) if context.get("editing") else None
    shown = [only] if only else exchange.turns
    made = (_turn(turn, "\n".join(_head(turn, exchange, parts)), language, form) for turn in shown)
    return mark_safe("\n".join(made))  # noqa: S308 - escaped


def _forms(context: Context) -> Form:
    def form(name: str, **what: Any) -> str:
        with context.push(**what):
            return Engine.get_default().get_template(f"browse/conference/{name}.html").render(context)

    return form


def _turn(turn: ShownTurn, head: str, language: str, form: Form | None) -> str:
    paragraphs = "\n".join(f"<p>{''.join(map(_piece, paragraph))}</p>" for paragraph in turn.paragraphs)
    topics = "\n".join(_topic(reason, turn, form) for reason in turn.reasons)
    return (
        f'<div class="turn turn-{escape(turn.kind)}" id="{escape(turn.anchor)}">'
        f'<div class="turn-head">{head}</div><div class="speech" lang="{language}">{paragraphs}</div>'
        f"{f'{TOPICS}{topics}</ul>' if topics else ''}{form('add_topic', shown=turn) if form else ''}</div>"
    )


def _topic(reason: Reason, turn: ShownTurn, form: Form | None) -> str:
    quoted = ", ".join(f"“{escape(words)}”" for words in reason.words)
    words = f' <span class="reason">{quoted}</span>' if quoted else ""
    return f"<li>{tag_link(reason.tag)}{words}{form('judge', shown=turn, tag=reason.tag) if form else ''}</li>"


def _head(turn: ShownTurn, exchange: Exchange, parts: Sequence[Part] | None) -> Iterator[str]:
    name, permalink, here = escape(turn.name), escape(turn.permalink), f"#{escape(turn.anchor)}"
    if exchange.number and turn is exchange.opening:
        yield f'<h2 class="number"><span class="visually-hidden">Question </span>{exchange.number}</h2>'
    else:
        yield f'<span class="visually-hidden">{escape(turn.kind.capitalize())} </span>'
    if turn.speaker_url:
        yield f'<a class="name" href="{escape(turn.speaker_url)}">{name}</a>'
    else:
        yield f'<span class="name">{name or "Speaker not named"}</span>'
    if turn.organisation:
        yield f'<a class="beside" href="{escape(turn.organisation_url)}">{escape(turn.organisation)}</a>'
    if turn.role:
        yield f'<span class="beside">{escape(turn.role)}</span>'
    if turn.printed:
        yield f'<span class="beside">printed as “{escape(turn.printed)}”</span>'
    if parts:
        here = f"?turn={escape(turn.public_id)}{here}"
    yield f'<a class="permalink" href="{here}" aria-label="Link to this turn">Link</a>'
    yield f'<a class="permalink" href="{permalink}cite/" aria-label="Cite this turn">Cite</a>'
    report = f'href="{permalink}report/" rel="nofollow" aria-label="Report a mistake in this turn"'
    yield f'<a class="permalink" {report}>Report</a>'


def _piece(piece: Piece) -> str:
    text = f"<mark>{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text)
    if piece.anchor:
        text = f'<span id="{escape(piece.anchor)}"><span class="sign" aria-hidden="true">{SIGN}</span>{text}</span>'
    return f'<span class="evidence" title="{escape(piece.topics)}">{text}</span>' if piece.topics else text


@register.filter
def questions(exchanges: Iterable[Exchange], language: str) -> SafeString:
    """An outline: links to where each exchange begins."""
    return mark_safe("".join(_question(exchange, escape(language)) for exchange in exchanges))  # noqa: S308 - escaped


def _question(exchange: Exchange, language: str) -> str:
    opening = exchange.opening
    organisation = f", {escape(opening.organisation)}" if opening.organisation else ""
    return (
        f'<li><a href="#{escape(opening.anchor)}"><span class="number">{exchange.number}</span> <span>'
        f'<span class="name{" known" if opening.speaker_url else ""}">'
        f"{escape(opening.name) or 'Not named'}{organisation}</span>"
        f' <span class="words" lang="{language}">{escape(opening.first_words)}</span>'
        f" {NO_ANSWER if exchange.unanswered else ''}</span></a></li>"
    )
