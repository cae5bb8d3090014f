"""A conference laid out for reading: its turns, in exchanges of question and answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from apps.annotations.models import Tag
from apps.browse.evidence import Piece, Reason, paragraphs, reasons
from apps.browse.excerpts import Span
from apps.browse.first_words import first_words
from apps.conferences.models import Conference, Organisation, Speaker, Turn
from apps.search.language import Expression
from apps.search.matching import spans


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One turn with what is shown beside its words.

    ``speaker`` and ``organisation`` are who they are after merges; the latter is left out where the name says it.
    ``printed``, the label where it says something other than the name, and ``role`` stand where they are new only.
    """

    turn: Turn
    speaker: Speaker | None
    organisation: Organisation | None
    printed: str
    role: str
    reasons: list[Reason]
    paragraphs: list[list[Piece]]
    marks: int
    """How often what somebody looks for is marked in it."""

    @property
    def name(self) -> str:
        """The person's name, else the label as printed, else nothing."""
        return self.speaker.name if self.speaker else self.turn.label

    @property
    def first_words(self) -> str:
        named = (self.turn.speaker, self.speaker, self.turn.organisation)
        return first_words(self.turn.text, [who.name for who in named if who])


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its follow-ups and answers.  Number 0 is what comes before the first question."""

    number: int
    turns: list[ShownTurn]

    @property
    def opening(self) -> ShownTurn:
        """The question it begins with; where there is none, its first turn."""
        return next((shown for shown in self.turns if shown.turn.kind == "question"), self.turns[0])

    @property
    def unanswered(self) -> bool:
        kinds = {shown.turn.kind for shown in self.turns}
        return "question" in kinds and "answer" not in kinds


def exchanges(conference: Conference, looked_for: Expression | None = None) -> list[Exchange]:
    """The standing turns of a conference in their order, in exchanges.  Two queries."""
    turns = conference.turns.standing().in_order().select_related("speaker__survivor", "organisation__survivor")
    tags = Tag.objects.shown().filter(conference=conference).exclude(turn=None).select_related("topic")
    by_turn: dict[int | None, list[Tag]] = {}
    for tag in tags.order_by("topic__name"):
        by_turn.setdefault(tag.turn_id, []).append(tag)

    def marks(text: str) -> list[Span]:
        return spans(looked_for, text, conference.language) if looked_for else []

    groups = groupby(_shown(turns, by_turn, marks), key=lambda shown: shown.turn.exchange)
    return [Exchange(number, list(group)) for number, group in groups]


def _shown(
    turns: Iterable[Turn], tags: dict[int | None, list[Tag]], marks: Callable[[str], list[Span]]
) -> Iterator[ShownTurn]:
    said: set[tuple[str, str]] = set()
    for turn in turns:
        speaker = turn.speaker and turn.speaker.present
        organisation = turn.organisation and turn.organisation.present
        name = speaker.name if speaker else turn.label
        role = turn.role if (name, turn.role) not in said else ""
        marked = marks(turn.text)
        label = turn.label if (name, turn.label) not in said else ""
        said |= {(name, turn.role), (name, turn.label)}
        yield ShownTurn(
            turn=turn,
            speaker=speaker,
            organisation=None if organisation and organisation.name in name else organisation,
            printed="" if _says_the_same(label, name, str(organisation or ""), turn.role) else label,
            role=role,
            reasons=reasons(turn.text, tags.get(turn.pk, [])),
            paragraphs=paragraphs(turn.text, tags.get(turn.pk, []), marked),
            marks=len(marked),
        )


def _says_the_same(label: str, name: str, *beside: str) -> bool:
    """Whether the label prints only the name, alone or with what stands beside it on the page."""
    known = {name, *(f"{name} ({it})" for it in beside), *(f"{name}, {it}" for it in beside)}
    return not label or label.casefold() in {words.casefold() for words in known}
