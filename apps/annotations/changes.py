"""What a run did."""

from collections import Counter
from dataclasses import dataclass, field, fields


@dataclass(slots=True)
class Changes:
    """With how many turns, with suggestions of topics and with mentions of entities on them.

    ``topics_only`` counts turns in languages without a model, by language.
    """

    turns: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    mentions_added: int = 0
    mentions_changed: int = 0
    mentions_removed: int = 0
    topics_only: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Changes") -> "Changes":
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        return self
