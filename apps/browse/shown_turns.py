"""Turns with what is shown beside their words.

A page has hundreds: they are made of plain rows, since to make models of these and of who speaks takes several times
as long as to ask the database.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from django.db.models.functions import Coalesce

from apps.annotations.models import Tag
from apps.browse.evidence import Piece, Reason, paragraphs, reasons
from apps.browse.excerpts import Span
from apps.browse.first_words import first_words
from apps.conferences.links import link
from apps.conferences.models import Turn
from apps.conferences.prepared import Given, Prepared


class Stretch(NamedTuple):
    """Of the turns of a conference, by its id, those from one position to another."""

    conference: int
    first: int = 0
    last: int = 2**31 - 1


WITHIN = (Given("first"), Given("last"))
"""Positions of a ``Stretch``, in a prepared query."""


class _Row(NamedTuple):
    """``speaker`` and ``body`` are who they are after merges, ``speaker_then`` and ``body_then`` before."""

    pk: int
    public_id: str
    exchange: int
    kind: str
    label: str
    role: str
    text: str
    speaker_then: str | None
    speaker: str | None
    speaker_slug: str
    body_then: str | None
    body: str | None
    body_slug: str


class ShownTurn(NamedTuple):
    """``name`` is the person's after merges, else the label as printed, else empty.

    ``organisation`` is left out where the name says it.  ``printed``, the label where it says something other than the
    name, and ``role`` stand where they are new only.  ``names`` are what its speaker and their organisation are called.
    """

    pk: int
    public_id: str
    permalink: str
    anchor: str
    exchange: int
    kind: str
    text: str
    name: str
    speaker_url: str
    organisation: str
    organisation_url: str
    printed: str
    role: str
    names: list[str]
    reasons: list[Reason]
    paragraphs: list[list[Piece]]
    marks: int
    """How often what somebody looks for is marked in it."""

    @property
    def first_words(self) -> str:
        return first_words(self.text, self.names)


def shown_turns(
    of: Stretch, tags: Mapping[int, Iterable[Tag]], marks: Callable[[str], list[Span]]
) -> Iterator[ShownTurn]:
    """In their order, with their ``tags`` by id; ``marks`` finds what is looked for.  One query."""
    said: set[tuple[str, str]] = set()
    turn, speaker, organisation = (link(f"browse:{of}", "{}").format for of in ("turn", "speaker", "organisation"))
    for row in map(_Row._make, _rows()(**of._asdict())):
        name, body = row.speaker or row.label, row.body or ""
        marked, its = marks(row.text), tags.get(row.pk, ())
        role = row.role if (name, row.role) not in said else ""
        label = row.label if (name, row.label) not in said else ""
        said |= {(name, row.role), (name, row.label)}
        beside = "" if body in name else body
        yield ShownTurn(
            pk=row.pk,
            public_id=row.public_id,
            permalink=turn(row.public_id),
            anchor=f"t-{row.public_id}",
            exchange=row.exchange,
            kind=row.kind,
            text=row.text,
            name=name,
            speaker_url=speaker(row.speaker_slug) if row.speaker else "",
            organisation=beside,
            organisation_url=organisation(row.body_slug) if beside else "",
            printed="" if _says_the_same(label, name, body, row.role) else label,
            role=role,
            names=[who for who in (row.speaker_then, row.speaker, row.body_then) if who],
            reasons=reasons(row.text, its),
            paragraphs=paragraphs(row.text, its, marked),
            marks=len(marked),
        )


def _now(who: str, field: str) -> Coalesce:
    return Coalesce(f"{who}__survivor__{field}", f"{who}__{field}")


_COLUMNS = (
    *("pk", "public_id", "exchange", "kind", "label", "role", "text"),
    *("speaker__name", _now("speaker", "name"), _now("speaker", "slug")),
    *("organisation__name", _now("organisation", "name"), _now("organisation", "slug")),
)


@cache
def _rows() -> Prepared:
    turns = Turn.objects.standing().filter(conference=Given("conference"), position__range=WITHIN)
    return Prepared(turns.in_order().values_list(*_COLUMNS))


def _says_the_same(label: str, name: str, *beside: str) -> bool:
    """Whether the label prints only the name, alone or with what stands beside it on the page."""
    if not label:
        return True
    known = {name, *(f"{name} ({it})" for it in beside), *(f"{name}, {it}" for it in beside)}
    return label.casefold() in {words.casefold() for words in known}
