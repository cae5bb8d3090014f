"""Which entity a name means that could mean several: a surname, an outlet of one word, Georgia."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from apps.annotations.gazetteer import Known, american_states, gazetteer

LABELS = {"person": "PERSON", "organisation": "ORG", "country": "GPE"}


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a text names it: where, spaCy's label, whose word it is, and which entity is meant."""

    start: int
    end: int
    label: str
    origin: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """What short words mean where the model sees a name in them: by a conference's labels, and by the gazetteer."""

    source: dict[str, Known]
    rule: dict[str, Known]

    @classmethod
    def told(cls, known: Sequence[Known]) -> Self:
        """``known`` is what the labels tell; a surname that they leave open means nobody by the gazetteer either."""
        surnames = {name.rsplit(maxsplit=1)[-1] for each in known if each.kind == "person" for name, _ in each.names}
        return cls(
            {word: each for each in known for word in each.short},
            {word: each for each in gazetteer() for word in each.short if word not in surnames},
        )

    def meant(self, named: list[Named]) -> list[Named]:
        """The names of one turn, each with the entity that it means there."""
        whole: defaultdict[str, set[str]] = defaultdict(set)
        for one in named:
            if one.kind == "person" and " " in one.name:
                whole[one.name.rsplit(maxsplit=1)[-1]].add(one.name)
        return [self._meant(one, whole, named) if one.origin == "model" else one for one in named]

    def _meant(self, one: Named, whole: dict[str, set[str]], named: list[Named]) -> Named:
        if known := self.source.get(one.name):
            return _as(one, "source", known)
        known = self.rule.get(one.name)
        if known and known.unsure:
            return _as(one, "rule", known) if one.kind == "place" and _is_abroad(one, named) else one
        others = whole.get(one.name, set()) - ({known.name} if known else set())
        if known and not others:
            return _as(one, "rule", known)
        if one.kind == "person" and len(others) == 1 and not known:
            return replace(one, name=min(others))
        return one


def _as(one: Named, origin: str, known: Known) -> Named:
    return replace(one, label=LABELS[known.kind], origin=origin, kind=known.kind, name=known.name)


def _is_abroad(one: Named, named: list[Named]) -> bool:
    """Whether a place is a country by the company it keeps: Georgia beside Ukraine is one, beside Alabama it is not.

    Nor is Jersey beside New Jersey.
    """
    if any(other.kind == "place" and other.name.endswith(f" {one.name}") for other in named):
        return False
    states = american_states()
    if one.name not in states:
        return True
    for other in sorted(named, key=lambda other: abs(other.start - one.start)):
        if other.name in states - {one.name}:
            return False
        if other.origin != "model" and other.kind in {"country", "organisation"} and other.name != "United States":
            return True
    return False
