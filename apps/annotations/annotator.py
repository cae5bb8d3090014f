"""What annotates: the phrases, and by which version of all this a turn was annotated."""

import hashlib
from dataclasses import dataclass
from typing import Self

from apps.annotations.phrase_rules import Phrase
from apps.annotations.rule_tags import current_phrases

RULES = 1  # a change of how phrases are matched or scored adds one, so that every turn is annotated again


@dataclass(frozen=True, slots=True)
class Annotator:
    phrases: tuple[Phrase, ...]

    @classmethod
    def current(cls) -> Self:
        """With the phrases as they are now.  One query."""
        return cls(current_phrases())

    @property
    def version(self) -> str:
        """Differs where the same words may be annotated otherwise."""
        return hashlib.blake2b(repr((RULES, self.phrases)).encode(), digest_size=8).hexdigest()
