"""HTML of the turns of a conference, of which a page has hundreds: a template would take ten times as long for each.

Whatever is no number goes through ``escape``.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from django.template import Library
from django.utils.safestring import SafeString, mark_safe

from apps.browse.evidence import Piece
from apps.browse.parts import Part
from apps.browse.reading import Exchange
from apps.browse.shown_turns import ShownTurn

register = Library()
NO_ANSWER = '<em class="known">No answer</em>'


@register.simple_tag
def said(turn: ShownTurn, exchange: Exchange, parts: Sequence[Part] | None, language: str) -> SafeString:
    """Who speaks, links to the turn, and its words; at the opening of the exchange its number.

    Of a conference in ``parts`` the link says which turn it is, so that it leads to the part with that.
    """
    head = "\n".join(_head(turn, exchange, parts))
    paragraphs = "\n".join(f"<p>{''.join(map(_piece, paragraph))}</p>" for paragraph in turn.paragraphs)
    return mark_safe(  # noqa: S308 - escaped
        f'<div class="turn-head">{head}</div><div class="speech" lang="{escape(language)}">{paragraphs}</div>'
    )


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
