"""Who speaks in transcripts, and for whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from apps.conferences.importing.full_names import Called, fits, is_full_name
from apps.conferences.importing.holders import (
    Holder,
    choose,
    in_new_offices,
    learn_links,
    learn_offices,
    learn_outlets,
    new_holder,
)
from apps.conferences.importing.names import Names, create_named, find_names
from apps.conferences.importing.namesakes import Heard, tell_apart
from apps.conferences.models import Conference, Organisation, Speaker
from apps.transcripts import Note, Transcript
from apps.transcripts import Turn as Speech

SEVERAL = "Several are called “{}”: no new turn is linked until an editor says which."
ANOTHER = "“{}” is taken for somebody else than who is known by that name: see Probably the same."
TWO = "Two are called “{}” here, as outlets or offices tell; they stay two until an editor merges them."

Told = dict[str, list[tuple[Speech, Heard | None]]]
"""By name, who is heard in each of its turns."""


@dataclass(slots=True)
class People:
    """The rows of all who are named in some transcripts, and for each transcript notes about whom nobody can tell."""

    speakers: Names[Speaker]
    organisations: Names[Organisation]
    notes: list[list[Note]] = field(default_factory=list)
    _heard: dict[int, Holder] = field(default_factory=dict)  # by id(): equal turns of two transcripts may be of two
    _new: list[Holder] = field(default_factory=list)
    _holders: dict[str, list[Holder]] = field(default_factory=dict)

    def speaker(self, speech: Speech) -> Speaker | None:
        """Who is heard in a turn of these transcripts."""
        holder = self._heard.get(id(speech))
        return holder.row if holder else None

    def create_unknown(self, heard: Iterable[object] | None = None) -> None:
        """A row for each who is new; of the speakers, where that is said, only for those who are ``heard``."""
        wanted = None if heard is None else {id(row) for row in heard}
        create_named(Speaker, [holder.row for holder in self._new if wanted is None or id(holder.row) in wanted])
        self.organisations.create_unknown()

    def learn(self, told: Sequence[Told], besides: Conference | None) -> None:
        """Ask the record what tells holders of the names apart: five queries at most."""
        by_row: dict[int, Holder] = {}
        for name in {name for names in told for name in names}:
            rows = self.speakers.holders(name)
            self._holders[name] = [by_row.setdefault(row.pk, Holder(row, Heard(row.name))) for row in rows]
            merged = {pk for row in rows if row.survivor_id for pk in (row.pk, row.survivor_id)}
            for holder in self._holders[name]:
                holder.is_merged |= holder.row.pk in merged
        heard = [(name, one) for names in told for name, turns in names.items() for one in _people(turns)]
        pairs = [(one, holder) for name, one in heard for holder in self._holders[name]]
        learn_offices(pairs, besides)
        new = in_new_offices(pairs)
        doubtful = {name for name, holders in self._holders.items() if any(holder in new for holder in holders)}
        doubtful |= {name for names in told for name, turns in names.items() if len(_people(turns)) > 1}
        doubtful |= {name for name, holders in self._holders.items() if len(holders) > 1}
        doubtful |= {name for name, one in heard if any(holder.is_somebody_else(one) for holder in self._holders[name])}
        doubtful |= {name for name, one in heard if one.is_reporter} & {name for name, one in heard if one.is_official}
        learn_outlets(holder for name in doubtful for holder in self._holders[name])
        if besides and any(holder.is_somebody_else(one) for one, holder in pairs):
            learn_links((holder for _, holder in pairs), besides)

    def attribute(self, told: Told) -> None:
        """Say of one transcript who is heard in each turn."""
        notes: list[Note] = []
        for name, turns in told.items():
            people, holders = _people(turns), self._holders[name]
            chosen = choose(people, holders)
            new = {one: new_holder(one) for one in people if one not in chosen}
            who = {**chosen, **new}
            self._heard |= {id(speech): holder for speech, one in turns if one and (holder := who[one])}
            if None in chosen.values():
                notes.append(Note(people[0].line, "", SEVERAL.format(people[0].name)))
            elif len(people) > 1:
                notes.append(Note(people[0].line, "", TWO.format(people[0].name)))
            elif new and holders:
                notes.append(Note(people[0].line, "", ANOTHER.format(people[0].name)))
            self._new += new.values()
            holders += new.values()
            for one, holder in who.items():
                if holder:
                    holder.take(one)
        self.notes.append(notes)


def find_people(*transcripts: Transcript, sources: Sequence[int | None], besides: Conference | None = None) -> People:
    """Look up the speakers and organisations that the turns name, in few queries.  Writes nothing.

    A name that is none in full (a surname, an office) makes and matches no speaker.  ``sources``: the id of each
    transcript's, None for a new one.  ``besides``: the conference that is brought up to date, which proves nothing
    about itself, but parts nobody from the turns that it has.
    """
    told = [_told(transcript, source) for transcript, source in zip(transcripts, sources, strict=True)]
    bodies: list[dict[str, int]] = [{} for _ in transcripts]
    for transcript, lines in zip(transcripts, bodies, strict=True):
        for turn in transcript.turns:
            lines.setdefault(turn.organisation or "", turn.first_line)
    people = People(
        find_names(Speaker, (turns[0][0].speaker or "" for names in told for turns in names.values())),
        find_names(Organisation, (name for names in bodies for name in names if fits(name))),
    )
    people.learn(told, besides)
    for names, their_bodies in zip(told, bodies, strict=True):
        people.attribute(names)
        shared = [(line, name) for name, line in their_bodies.items() if people.organisations.is_shared(name)]
        people.notes[-1] += (Note(line, "", SEVERAL.format(name)) for line, name in shared)
    return people


def _told(transcript: Transcript, source: int | None) -> Told:
    """The turns of each full name, told apart where two have it, in order of the names.

    A label with a surname alone is of somebody if another label of the transcript prints the name in full.
    """
    called = Called.in_text(transcript.text)
    full = {one.speaker for one in transcript.turns if one.speaker and is_full_name(one.speaker, one.label, called)}
    turns: defaultdict[str, list[Speech]] = defaultdict(list)
    for turn in transcript.turns:
        if turn.speaker in full:
            turns[" ".join((turn.speaker or "").lower().split())].append(turn)
    return {name: tell_apart(speeches, source) for name, speeches in turns.items()}


def _people(turns: Sequence[tuple[Speech, Heard | None]]) -> list[Heard]:
    return list(dict.fromkeys(one for _, one in turns if one))
