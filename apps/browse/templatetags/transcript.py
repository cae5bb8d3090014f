"""HTML of the turns of a conference, of which a page has hundreds: a template would take ten times as long for each.

Whatever is no number goes through ``escape``.
"""

from collections.abc import Iterable, Sequence
from html import escape

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from apps.browse.evidence import Piece
from apps.browse.parts import Part
from apps.browse.reading import Exchange
from apps.browse.shown_turns import ShownTurn

register = Library()
NOT_NAMED = "Speaker not named"
BESIDE = '<span class="beside">{}</span>'
NO_ANSWER = '<em class="known">No answer</em>'


@register.simple_tag
def turn_head(turn: ShownTurn, exchange: Exchange, parts: Sequence[Part] | None) -> SafeString:
    """Who speaks, and links to the turn; at the opening of the exchange its number.

    Of a conference in ``parts`` the link says which turn it is, so that it leads to the part with that.
    """
    number = exchange.number if turn is exchange.opening else 0
    name, permalink, anchor = escape(turn.name), escape(turn.permalink), escape(turn.anchor)
    here = f"?turn={escape(turn.public_id)}#{anchor}" if parts else f"#{anchor}"
    shown = [
        f'<h2 class="number"><span class="visually-hidden">Question </span>{number}</h2>'
        if number
        else f'<span class="visually-hidden">{escape(turn.kind.capitalize())} </span>',
        f'<a class="name" href="{escape(turn.speaker_url)}">{name}</a>'
        if turn.speaker_url
        else f'<span class="name">{name or NOT_NAMED}</span>',
        f'<a class="beside" href="{escape(turn.organisation_url)}">{escape(turn.organisation)}</a>'
        if turn.organisation
        else "",
        BESIDE.format(escape(turn.role)) if turn.role else "",
        BESIDE.format(f"printed as “{escape(turn.printed)}”") if turn.printed else "",
        f'<a class="permalink" href="{here}" aria-label="Link to this turn">Link</a>',
        f'<a class="permalink" href="{permalink}cite/" aria-label="Cite this turn">Cite</a>',
        f'<a class="permalink" href="{permalink}report/" rel="nofollow" aria-label="Report a mistake in this turn">'
        "Report</a>",
    ]
    return mark_safe("\n".join(filter(None, shown)))  # noqa: S308 - escaped


@register.filter
def speech(turn: ShownTurn) -> SafeString:
    """Its paragraphs, with what is evidence of a topic, and what somebody looks for."""
    shown = (f"<p>{''.join(map(_piece, paragraph))}</p>\n" for paragraph in turn.paragraphs)
    return mark_safe("".join(shown))  # noqa: S308 - escaped


def _piece(piece: Piece) -> str:
    text = f"<mark>{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text)
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
