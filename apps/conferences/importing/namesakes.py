"""People of one name in one transcript, told apart by outlet and office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from apps.conferences.merging.likeness import bodies_alike, body
from apps.conferences.naming import plain_words
from apps.transcripts import Kind
from apps.transcripts import Turn as Speech

RANKS = frozenset(
    "admiral ambassador brigadier captain colonel commander general lieutenant major marshal rear sergeant vice".split()
)
"""Who has one keeps it beside an office, so it tells nobody from anybody."""
STEM = 5  # letters: ``Chair`` and ``Chairwoman``, ``Minister`` and ``Ministra``


@dataclass(slots=True, eq=False)
class Heard:
    """Somebody who is heard under a name: with which outlets when asking, in which offices and for whom when not.

    ``sources``: the ids of those that print the offices, None for one that is new.
    """

    name: str
    line: int = 1
    outlets: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    sources: set[int | None] = field(default_factory=set)

    @property
    def posts(self) -> set[str]:
        """The offices that are more than a rank."""
        return {office for office in self.offices if not set(plain_words(office)) <= RANKS}

    @property
    def is_reporter(self) -> bool:
        return bool(self.outlets) and not self.offices

    @property
    def is_official(self) -> bool:
        return bool(self.offices) and not self.outlets

    def shares(self, other: "Heard") -> bool:
        """Whether an outlet or an office of both is the same, as far as print tells."""
        houses = _any_alike(self.outlets | self.bodies, other.outlets | other.bodies)
        return houses or any(_same_office(one, another) for one in self.offices for another in other.offices)

    def is_elsewhere_in_another_office(self, other: "Heard") -> bool:
        """Whether other sources print the other one in offices that have nothing in common with these.

        Who changes the office within a source is one person: publishers know whom they speak of.
        """
        return bool(self.posts and other.posts) and self.sources.isdisjoint(other.sources) and not self.shares(other)

    def contradicts(self, other: "Heard") -> bool:
        """Whether they are two in one conference: other outlets or offices, or an outlet here and an office there."""
        if self.shares(other):
            return False
        return bool((self.outlets or self.offices) and (other.outlets or other.offices))

    def add(self, kind: str, outlet: str | None, office: str | None, source: int | None) -> "Heard":
        if kind == Kind.QUESTION:
            self.outlets |= {outlet} if outlet else set()
        else:
            self.offices |= {office} if office else set()
            self.sources |= {source} if office else set()
            self.bodies |= {outlet} if outlet else set()
        return self

    def take(self, other: "Heard") -> None:
        """It is the same person."""
        self.outlets |= other.outlets
        self.offices |= other.offices
        self.bodies |= other.bodies
        self.sources |= other.sources


def tell_apart(speeches: Sequence[Speech], source: int | None) -> list[tuple[Speech, Heard | None]]:
    """Who is heard in each of the turns of one name; None where two are called so and it is not said which."""
    people: list[Heard] = []
    told: list[tuple[Speech, Heard | None]] = []
    unsaid: list[Speech] = []
    for speech in speeches:
        now = Heard(speech.speaker or "", speech.first_line).add(speech.kind, speech.organisation, speech.role, source)
        if not (now.outlets or now.offices):
            unsaid.append(speech)
            continue
        known = next((one for one in people if not one.contradicts(now)), None)
        if known is None:
            people.append(now)
            known = now
        known.take(now)
        told.append((speech, known))
    if not people:
        people = [Heard(speeches[0].speaker or "", speeches[0].first_line)]
    return [*told, *((speech, people[0] if len(people) == 1 else None) for speech in unsaid)]


def _any_alike(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(_alike(one, other) for one in some for other in others)


def _alike(one: str, other: str) -> bool:
    """``BBC`` and ``BBC News``, ``AFP`` and ``Agence France-Presse``."""
    short, long = sorted((set(plain_words(one)), set(plain_words(other))), key=len)
    return (bool(short) and short <= long) or bodies_alike(body(one), body(other)) is not None


def _same_office(one: str, other: str) -> bool:
    """``Chair`` and ``Chairwoman of the Harbour Board``, ``PM`` and ``Prime Minister``."""
    short, long = sorted((set(plain_words(one)), set(plain_words(other))), key=len)
    if short and {word[:STEM] for word in short} <= {word[:STEM] for word in long}:
        return True
    return bodies_alike(body(one), body(other)) is not None
