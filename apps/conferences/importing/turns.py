"""A transcript's turns -> rows: those that stand already keep theirs, with their address and their tags."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from apps.conferences.importing.alignment import Said, align, same_words
from apps.conferences.importing.conflicts import Conflicts
from apps.conferences.importing.people import People
from apps.conferences.importing.public_ids import Keyed, content_keys, free_ids, keep_keys
from apps.conferences.importing.rows import update_rows
from apps.conferences.importing.values import turn_values
from apps.conferences.models import Conference, Speaker, Turn
from apps.conferences.querysets import TurnQuerySet
from apps.history.changes import event_models
from apps.transcripts import Note, Transcript
from apps.transcripts import Turn as Speech

LOST = "A turn that a person corrected left the source; it is withdrawn, with its corrections: “{}…”"


def save_turns(
    conference: Conference, transcript: Transcript, people: People, conflicts: Conflicts, notes: list[Note]
) -> bool:
    """Create, update, withdraw and restore turns, in a number of queries that does not grow with theirs.

    Returns whether there was anything to do.
    """
    rows = _rows(conference)
    standing = [row for row in rows if row.withdrawn_at is None]
    withdrawn = [row for row in rows if row.withdrawn_at is not None]
    earlier_rows = [*standing, *withdrawn]
    said = [Said(row.label, row.printed_text) for row in earlier_rows]
    speeches = [Said(speech.label or "", speech.text) for speech in transcript.turns]
    found = align(said[: len(standing)], said[len(standing) :], speeches)
    turns = [Turn(conference=conference) if place is None else earlier_rows[place] for place in found]
    keep = [_kept_links(turn, speech, people) for turn, speech in zip(turns, transcript.turns, strict=True)]
    heard = [people.speaker(said) for said, kept in zip(transcript.turns, keep, strict=True) if "speaker" not in kept]
    people.create_unknown(heard)

    new: list[Keyed] = []
    reworded: list[Keyed] = []
    changed: list[Turn] = []
    changed_fields: set[str] = set()
    keys = content_keys(conference, speeches)
    earlier = _linked_earlier(turns, transcript.turns, people)
    for position, (speech, key, place, turn) in enumerate(zip(transcript.turns, keys, found, turns, strict=True)):
        said_now = turn_values(speech, position, people, notes)
        if place is None and said_now["speaker"] is None:
            said_now["speaker"] = _heard_before(standing, speech, people)
        elif said_now["speaker"] is None:
            said_now["speaker"] = earlier.get(turn.pk)
        values = {field: value for field, value in said_now.items() if field not in keep[position]}
        fields = turn.accept(values)
        if place is None:
            new.append((turn, key))
            continue
        fields += conflicts.compare(turn, values, notes)
        if fields:
            changed.append(turn)
            changed_fields.update(fields)
        if not same_words(said[place], speeches[position]):
            reworded.append((turn, key))
    for (turn, _), public_id in zip(new, free_ids([key for _, key in new]), strict=True):
        turn.public_id = public_id
    Turn.objects.bulk_create([turn for turn, _ in new])
    if changed:
        update_rows(changed, changed_fields)
    kept_places = set(found)
    gone = [row for place, row in enumerate(standing) if place not in kept_places]
    _withdraw(gone, notes)
    return keep_keys(reworded) or bool(new or changed or gone)


def _kept_links(turn: Turn, speech: Speech, people: People) -> set[str]:
    """The fields that stay: that somebody else came to be called so as well takes nobody's turns away."""
    kept = set()
    if people.speakers.could_be(speech.speaker, turn.source_values.get("speaker", turn.speaker_id)):
        kept.add("speaker")
    if people.organisations.could_be(speech.organisation, turn.source_values.get("organisation", turn.organisation_id)):
        kept.add("organisation")
    return kept


def _heard_before(standing: Sequence[Turn], speech: Speech, people: People) -> Speaker | None:
    """Of several who are called so, the one whom the conference's turns with that label are all of by now."""
    known = {row.speaker for row in standing if row.label == speech.label}
    who = known.pop() if len(known) == 1 else None
    return who if who and people.speakers.could_be(speech.speaker, who.pk) else None


def _linked_earlier(turns: Sequence[Turn], speeches: Sequence[Speech], people: People) -> dict[int, Speaker]:
    """Of several who are called so, the one whom a turn was linked to when it had the label that it has again."""
    unsaid = {
        turn.pk: speech
        for turn, speech in zip(turns, speeches, strict=True)
        if turn.pk and people.speakers.is_shared(speech.speaker or "") and people.speaker(speech) is None
    }
    found: dict[int, Speaker] = {}
    events: Any = event_models()[Turn].objects.filter(pgh_obj__in=unsaid).order_by("pgh_id")
    for event in events.only("pgh_obj", "label", "speaker", "source_values") if unsaid else ():
        speech = unsaid[event.pgh_obj_id]
        said = event.source_values.get("speaker", event.speaker_id)
        if event.label == (speech.label or "") and people.speakers.could_be(speech.speaker, said):
            holders = people.speakers.holders(speech.speaker or "")
            found[event.pgh_obj_id] = next(holder for holder in holders if holder.pk == said)
    return found


def _rows(conference: Conference) -> TurnQuerySet:
    """All turns of the conference, locked, so that no editor changes one between reading and writing."""
    rows = Turn.objects.filter(conference=conference).order_by("position", "id")
    return rows.select_related("speaker", "organisation").select_for_update(of=("self",))


def _withdraw(turns: Sequence[Turn], notes: list[Note]) -> None:
    """They left the source: out of the reading order, but still there, with their tags."""
    notes += (Note(1, "", LOST.format(turn.text[:60])) for turn in turns if turn.decided_fields)
    if turns:
        Turn.objects.filter(pk__in=[turn.pk for turn in turns]).update(position=None, withdrawn_at=timezone.now())
