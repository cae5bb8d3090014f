"""New conferences, many at once: a few statements for all of them.  Call it inside a transaction."""

from collections.abc import Sequence
from itertools import chain

from django.db.models import Q

from apps.conferences.importing.alignment import Said
from apps.conferences.importing.items import Item
from apps.conferences.importing.matching import base_key, new_key
from apps.conferences.importing.people import People, find_people
from apps.conferences.importing.public_ids import content_keys, free_ids
from apps.conferences.importing.rows import copy_rows
from apps.conferences.importing.slugs import free_slug, plain_slug
from apps.conferences.importing.sources import Sources
from apps.conferences.importing.values import conference_values, in_order, text_values, turn_values
from apps.conferences.models import Conference, ConferenceAddress, Source, Turn
from apps.conferences.models.decided import plain
from apps.transcripts import Note, Transcript

NEW_TURN = {"decided_fields": "{}", "source_values": "{}"}
"""A new turn's other fields, as ``COPY`` takes them."""


def create_together(items: Sequence[Item], sources: Sources) -> list[tuple[Conference, tuple[Note, ...]]]:
    """As ``save`` would create each of them, in this order, with its notes.  Tells nobody."""
    transcripts = [item.transcript for item in items]
    people = find_people(*transcripts, sources=[sources.get_or_create(item.file.source).pk for item in items])
    people.create_unknown()
    notes = [
        [*item.transcript.notes, *item.notes, *their_notes]
        for item, their_notes in zip(items, people.notes, strict=True)
    ]
    conferences = [
        _new(sources.get_or_create(item.file.source), item, told) for item, told in zip(items, notes, strict=True)
    ]
    _give_keys(conferences, items)
    _give_slugs(conferences)
    Conference.objects.bulk_create(conferences)
    _create_turns(conferences, transcripts, people, notes)
    return [(conference, in_order(told)) for conference, told in zip(conferences, notes, strict=True)]


def _new(source: Source, item: Item, notes: list[Note]) -> Conference:
    """With the slug that it would like, and without a key."""
    values = conference_values(item.file, item.transcript, notes)
    conference = Conference(source=source, **values, **text_values(item.file, item.sha256, item.transcript))
    conference.slug = plain_slug(conference.title) or "transcript"
    return conference


def _give_keys(conferences: Sequence[Conference], items: Sequence[Item]) -> None:
    wished = [base_key(item.file, item.transcript) for item in items]
    sources = {conference.source_id for conference in conferences}
    standing = Conference.objects.filter(source__in=sources, key__in=wished)
    taken = set(standing.values_list("source_id", "key"))
    for conference, item, key in zip(conferences, items, wished, strict=True):
        conference.key = key
        if (conference.source_id, key) in taken:
            beside = {other for source, other in taken if source == conference.source_id}
            conference.key = new_key(conference.source, item.file, item.transcript, beside)
        taken.add((conference.source_id, conference.key))


def _give_slugs(conferences: Sequence[Conference]) -> None:
    days = {conference.event_date for conference in conferences}
    of_those_days = Q(event_date__in=days - {None}) | (Q(event_date=None) if None in days else Q(pk=None))
    slugs = [conference.slug for conference in conferences]
    there = [model.objects.filter(of_those_days, slug__in=slugs) for model in (Conference, ConferenceAddress)]
    taken = {address for rows in there for address in rows.values_list("event_date", "slug")}
    for conference in conferences:
        day = conference.event_date
        if (day, conference.slug) in taken:
            conference.slug = free_slug(conference, {slug for other, slug in taken if other == day})
        taken.add((day, conference.slug))


def _create_turns(
    conferences: Sequence[Conference], transcripts: Sequence[Transcript], people: People, notes: Sequence[list[Note]]
) -> None:
    keys: list[str] = []
    for conference, transcript in zip(conferences, transcripts, strict=True):
        keys += content_keys(conference, (Said(turn.label or "", turn.text) for turn in transcript.turns))
    ids = iter(free_ids(keys))
    rows = (  # made as they are sent: a file may have a quarter of a million
        {"public_id": next(ids), "conference": conference, **turn_values(speech, position, people, told), **NEW_TURN}
        for conference, transcript, told in zip(conferences, transcripts, notes, strict=True)
        for position, speech in enumerate(transcript.turns)
    )
    first = next(rows, None)
    if first:
        copy_rows(Turn, list(first), (map(plain, row.values()) for row in chain([first], rows)))
