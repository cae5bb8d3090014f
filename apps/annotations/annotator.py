"""What annotates: phrases, gazetteer and models, and by which version of all this a turn was annotated."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Self

from django.conf import settings

from apps.annotations.current_phrases import current_phrases
from apps.annotations.gazetteer import gazetteer_version
from apps.annotations.learning.scoring import RULES_ALONE, Learned, current_model
from apps.annotations.phrase_rules import Phrase

RULES = 4  # a change of how words are read or scored adds one, so that every turn is annotated again


@dataclass(frozen=True, slots=True)
class Annotator:
    phrases: tuple[Phrase, ...]
    model: Learned = RULES_ALONE

    @classmethod
    def current(cls) -> Self:
        """With phrases and model as they are now.  Two queries, and two more for a model that is new here."""
        return cls(current_phrases(), current_model())

    @property
    def version(self) -> str:
        """Differs where the same words may be annotated otherwise; begins with ``names_version``."""
        learned = [self.model.version] if self.model.version else []
        return names_version() + _digest(RULES, self.phrases, *learned)


def names_version() -> str:
    """Differs where the same words may name others, which takes a model far longer to see than phrases take.

    It belongs to the process: gazetteer and model are its own, where phrases are everybody's.
    """
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
