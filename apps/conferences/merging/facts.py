"""What is known of speakers or organisations, to tell side by side whether they are the same."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q

from apps.conferences.merging.duplicates import Duplicate, Pair
from apps.conferences.merging.likeness import Likeness
from apps.conferences.merging.merge import rows_of
from apps.conferences.models import Named, Speaker, Turn

MOST_BESIDE = 6
SAME_BESIDE, TOGETHER = 5, -10
KEPT_APART = 120  # of one name, for another outlet or in another office: before all that an import did not part


@dataclass(slots=True)
class Facts:
    """A row with what it is called, how much is heard of it, when, and with what it stands printed together.

    ``beside`` holds, latest first, a speaker's offices and outlets, or those who are heard for an organisation.
    """

    row: Named
    called: list[str]
    turns: int = 0
    conferences: int = 0
    first: datetime.date | None = None
    last: datetime.date | None = None
    beside: list[dict[str, Any]] = field(default_factory=list)

    @property
    def more_beside(self) -> int:
        return max(0, len(self.beside) - MOST_BESIDE)

    @property
    def shown_beside(self) -> list[dict[str, Any]]:
        return self.beside[:MOST_BESIDE]


def facts(model: type[Named], pks: Collection[int]) -> dict[int, Facts]:
    """By id, for rows that stand for themselves, with the turns of those merged into them.  Four queries."""
    of = str(model._meta.model_name)
    found = {row.pk: Facts(row, called=list(row.aliases)) for row in rows_of(model).filter(pk__in=pks)}
    for merged in rows_of(model).filter(survivor__in=found):
        about = found[merged.survivor_id or 0]
        about.called += [name for name in (merged.name, *merged.aliases) if name not in about.called]
    turns = Turn.objects.heard(of).filter(Q(**{f"{of}__in": found}) | Q(**{f"{of}__survivor__in": found}))
    for told in turns.tell("who"):
        about = found[told["who"]]
        about.turns, about.conferences = told["turns"], told["conferences"]
        about.first, about.last = told["first"], told["last"]
    beside = turns.offices("who") if model is Speaker else turns.voices("who")
    for told in beside:
        found[told["who"]].beside.append(told)
    return found


def weighed(model: type[Named], some: Iterable[Duplicate], known: dict[int, Facts]) -> list[Duplicate]:
    """The pairs ranked anew by what else speaks for them (the same outlet or office) or against (heard together)."""
    pairs = list(some)
    together = _heard_together(model, {pk for one in pairs for pk in one.pair})
    found = []
    for one in pairs:
        a, b = (known[pk] for pk in one.pair)
        score, reasons = one.likeness.score, [one.likeness.reason]
        if shared := _shared(a, b):
            score, reasons = score + SAME_BESIDE, [*reasons, f"both with {shared}"]
        elif apart := _apart(a, b):
            score, reasons = KEPT_APART, [*reasons, apart]
        if one.pair in together:
            score, reasons = score + TOGETHER, [*reasons, "but both are heard in one conference"]
        found.append(replace(one, likeness=Likeness(score, ", ".join(reasons))))
    return sorted(found, key=lambda one: (-one.likeness.score, one.pair))


def _shared(one: Facts, other: Facts) -> str:
    """An outlet, an office or a person that stands beside both."""
    for what in ("body", "role", "name"):
        both = {str(told.get(what) or "") for told in one.beside} & {str(told.get(what) or "") for told in other.beside}
        if both - {""}:
            return min(both - {""})
    return ""


def _apart(one: Facts, other: Facts) -> str:
    """``one as Mayor, the other as Senator``: what tells two of one name apart, if anything does."""
    if one.row.name.casefold() != other.row.name.casefold():
        return ""
    mine, theirs = (sorted({told.get("role") or told.get("body") or "" for told in who.beside}) for who in (one, other))
    if not (mine and theirs):
        return ""
    return f"one as {', '.join(mine[:MOST_BESIDE])}, the other as {', '.join(theirs[:MOST_BESIDE])}"


def _heard_together(model: type[Named], pks: Collection[int]) -> set[Pair]:
    """Pairs of which both are heard in some conference: more often two people than one."""
    of = str(model._meta.model_name)
    turns = Turn.objects.heard(of).filter(Q(**{f"{of}__in": pks}) | Q(**{f"{of}__survivor__in": pks}))
    heard: dict[int, set[int]] = {}
    for who, conference in turns.order_by().values_list("who", "conference").distinct():
        heard.setdefault(conference, set()).add(who)
    return {(a, b) for some in heard.values() for a in some for b in some if a < b}
