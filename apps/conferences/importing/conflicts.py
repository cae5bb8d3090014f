"""Where a source's new version says something else than what a person decided."""

from functools import cached_property
from typing import Any

from django.utils import timezone

from apps.conferences.models import Conference, Conflict, ImportRun, Organisation, Speaker, Turn
from apps.conferences.models.decided import plain
from apps.history.changes import event_models
from apps.transcripts import Note

WRITTEN = ["mine", "theirs", "before", "found_at", "run", "settled", "settled_at", "settled_by"]


class Conflicts:
    """Those of one conference, compared while a file is imported and written when the import has a run.

    A conflict is found when the source's value changes, and only then.  It ends by itself when the source goes
    back to what it said when the person decided, or comes to agree; its row goes on knowing what that was.
    """

    def __init__(self, conference: Conference) -> None:
        self.conference = conference
        self.written: list[Conflict] = []

    def compare(self, row: Conference | Turn, values: dict[str, object], notes: list[Note]) -> list[str]:
        """Keep what the source says now of the row's decided fields; returns the fields of the row to save."""
        changed = False
        for field in row.decided_fields:
            if field not in values:
                continue
            theirs, known = plain(values[field]), field in row.source_values
            earlier = row.source_values.get(field)
            if known and theirs == earlier:
                continue
            row.source_values = {**row.source_values, field: theirs}
            changed = True
            if known and not self._same(row, field, theirs, earlier):
                self._differs(row, field, earlier, theirs, notes)
        return ["source_values"] if changed else []

    def write(self, run: ImportRun | None) -> None:
        """``run``: the import that found them; None where an undo did."""
        for conflict in self.written:
            conflict.run = run or conflict.run
        Conflict.objects.bulk_create([conflict for conflict in self.written if conflict.pk is None])
        Conflict.objects.bulk_update([conflict for conflict in self.written if conflict.pk], WRITTEN)

    def _differs(self, row: Conference | Turn, field: str, earlier: Any, theirs: Any, notes: list[Note]) -> None:
        turn = row if isinstance(row, Turn) else None
        conflict = self._standing.get((turn.pk if turn else None, field))
        if conflict is None:
            conflict = Conflict(conference=self.conference, turn=turn, field=field, before=earlier)
        elif conflict.settled == Conflict.Settled.THEIRS:
            conflict.before = earlier  # the person decided again, and knew this
        kept = self._kept(conflict)
        conflict.mine, conflict.theirs = plain(getattr(row, field)), theirs
        conflict.found_at, conflict.settled_by = timezone.now(), None
        self.written.append(conflict)
        if any(self._same(row, field, theirs, value) for value in (conflict.mine, conflict.before)):
            conflict.settled, conflict.settled_at = Conflict.Settled.GONE, timezone.now()
            return
        if settled := next((when for value, *when in kept if self._same(row, field, theirs, value)), None):
            conflict.settled, (conflict.settled_at, conflict.settled_by_id) = Conflict.Settled.MINE, settled
            return
        conflict.settled, conflict.settled_at = Conflict.Settled.OPEN, None
        what = row._meta.get_field(field).verbose_name  # type: ignore[union-attr]
        message = (
            f"The source says something new about the {what}, which a person corrected. Settle it under Conflicts."
        )
        notes.append(Note(turn.first_line if turn else 1, "", message))

    @staticmethod
    def _kept(conflict: Conflict) -> list[tuple[Any, Any, int | None]]:
        """What of the source a person saw and kept ours against, with when and who: it is not asked again."""
        if conflict._state.adding:
            return []
        states = ("settled", "theirs", "settled_at", "settled_by")
        events: Any = event_models()[Conflict].objects.filter(pgh_obj=conflict.pk).order_by("-pgh_id")
        after = (conflict.settled, conflict.theirs, conflict.settled_at, conflict.settled_by_id)
        kept = [after[1:]] if after[0] == Conflict.Settled.MINE else []
        for state in events.values_list(*states):
            if state[0] == Conflict.Settled.THEIRS:
                break
            is_taken_back = after[:2] == (Conflict.Settled.OPEN, state[1])
            kept += [state[1:]] if state[0] == Conflict.Settled.MINE and not is_taken_back else []
            after = state
        return kept

    @cached_property
    def _standing(self) -> dict[tuple[int | None, str], Conflict]:
        return {(conflict.turn_id, conflict.field): conflict for conflict in self.conference.conflicts.all()}

    def _same(self, row: Conference | Turn, field: str, one: Any, other: Any) -> bool:
        """Whether two values say the same; two rows do if they were merged."""
        model = row._meta.get_field(field).related_model
        if one == other or model not in {Speaker, Organisation}:
            return bool(one == other)
        merged = self._merged_speakers if model is Speaker else self._merged_organisations
        return _last(merged, one) == _last(merged, other)

    @cached_property
    def _merged_speakers(self) -> dict[int, Any]:
        return dict(Speaker.objects.exclude(merged_into=None).values_list("pk", "merged_into"))

    @cached_property
    def _merged_organisations(self) -> dict[int, Any]:
        return dict(Organisation.objects.exclude(merged_into=None).values_list("pk", "merged_into"))


def _last(merged: dict[int, Any], pk: int | None) -> int | None:
    seen: set[int | None] = set()
    while pk in merged and pk not in seen:
        seen.add(pk)
        pk = merged[pk]
    return pk
