"""What annotates: phrases, gazetteer and model, and by which version of all this a turn was annotated."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Self

from django.conf import settings

from apps.annotations.gazetteer import gazetteer_version
from apps.annotations.phrase_rules import Phrase
from apps.annotations.rule_tags import current_phrases

RULES = 2  # a change of how words are read or scored adds one, so that every turn is annotated again


@dataclass(frozen=True, slots=True)
class Annotator:
    phrases: tuple[Phrase, ...]

    @classmethod
    def current(cls) -> Self:
        """With the phrases as they are now.  One query."""
        return cls(current_phrases())

    @property
    def version(self) -> str:
        """Differs where the same words may be annotated otherwise; begins with ``names_version``."""
        return self.names_version + _digest(RULES, self.phrases)

    @property
    def names_version(self) -> str:
        """Differs where the same words may name others, which takes a model far longer to see than phrases take."""
        return _digest(RULES, gazetteer_version(), settings.SPACY_MODEL, _model_version())


def _digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=1)
def _model_version() -> str:
    """What the installed model calls its version; its package is named as the model, with hyphens or underscores."""
    try:
        return version(settings.SPACY_MODEL)
    except (PackageNotFoundError, ValueError):  # a folder, or none
        return ""
