"""What went along with words into other turns goes back with the decision that it is a copy of."""

from collections.abc import Iterable
from typing import Any

from apps.annotations.carrying import DECISION
from apps.annotations.models import Mention, Tag
from apps.annotations.suggestions import MACHINE
from apps.conferences.models import Turn
from apps.history.changes import Change, states

WHAT = {Tag: "topic_id", Mention: "entity_id"}
"""The column that says what is decided about."""
UNDECIDED = {"status": "suggested", "decided_by_id": None, "decided_at": None}


def take_copies_back(changes: Iterable[Change], **kwargs: Any) -> list[Change]:  # noqa: ARG001
    """Let copies of decisions that an undo has taken back say what stands again where these were made.

    A copy is about the same topic or entity in the same conference, decided by the same person at the same moment.
    What no machine suggests goes where no decision stands any more.  Returns what this changed.
    """
    undone = [change for change in changes if change.model in WHAT and _is_taken_back(change)]
    until_now = [(change, change.after or {}) for change in undone]
    turns = Turn.objects.filter(pk__in={state["turn_id"] for _, state in until_now})
    places = {Tag: "conference__in", Mention: "turn__conference__in"}
    along = []
    for model, place in places.items():
        decided = {_decision(state, model): change for change, state in until_now if change.model is model}
        if decided:
            rows: Any = model._base_manager.filter(**{place: turns.values("conference")})
            rows = rows.filter(decided_at__in={at for *_, at in decided}).exclude(pk__in=[one.pk for one in undone])
            copies = {row.pk: decided.get(_decision(vars(row), model)) for row in rows}
            along += _take_back(model, {pk: original for pk, original in copies.items() if original})
    return along


def _is_taken_back(change: Change) -> bool:
    was, now = change.after or {}, change.before or {}
    return bool(was.get("decided_at")) and was["decided_at"] != now.get("decided_at") and was["turn_id"] is not None


def _decision(state: dict[str, Any], model: Any) -> tuple[Any, ...]:
    return tuple(state[name] for name in (WHAT[model], *DECISION))


def _take_back(model: Any, copies: dict[int, Change]) -> list[Change]:
    """Bring rows, by id, to what stands where that changed which they are copies of."""
    before = states(model, copies, lock=True)
    for pk, state in before.items():
        now = copies[pk].before or {**state, **UNDECIDED}
        row = model._base_manager.filter(pk=pk)
        if now["decided_at"] is None and state["origin"] not in MACHINE:
            row.delete()
        else:
            row.update(**{name: now[name] for name in (WHAT[model], *DECISION)})
    after = states(model, copies)
    return [
        Change(model, pk, None, after.get(pk), state, copies[pk].act_id, copies[pk].when)
        for pk, state in before.items()
    ]
